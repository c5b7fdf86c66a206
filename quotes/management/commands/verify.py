"""Verify that what is stored is whole: nothing lost, nothing doubled, nothing left hanging."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quotes.services.verifying import breaches


class Command(BaseCommand):
    """`manage.py verify`."""

    help = "Check every rule that must hold of the stored rows: a line for each breach, exit code 1 if any."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print a line for each breach with what to do; end with exit code 1 where there is any."""
        found = 0
        for breach in breaches():
            self.stdout.write(str(breach))
            found += 1
        if found:
            raise CommandError(f"{found} breaches found: each line above says what to do.")
        self.stderr.write("Every rule holds.")
