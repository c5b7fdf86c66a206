"""Print how many articles are still to be read or matched."""

from typing import Any

from django.core.management.base import BaseCommand

from quotes.services.work.sweeping import pending


class Command(BaseCommand):
    """`manage.py pending`."""

    help = "Print the number of articles that are stored, but neither matched nor failed yet."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print one number."""
        self.stdout.write(str(pending()))
