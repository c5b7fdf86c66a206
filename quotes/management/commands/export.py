"""manage.py export quotes: every quote with its printings, as JSON lines on standard output."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from quotes.services.exporting import quotes_as_records


class Command(BaseCommand):
    help = "Write every quote with the places that print it to standard output, one JSON object a line."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["quotes"], help="What to export.")

    def handle(self, *_args: Any, **_options: Any) -> None:
        for record in quotes_as_records():
            self.stdout.write(json.dumps(record, ensure_ascii=False))
