"""`manage.py relate`: how two printings stand to each other, JSON lines in and out."""

import json
import sys

from django.core.management.base import BaseCommand

from quotes.text.comparing.exchange import answer


class Command(BaseCommand):
    """Compare pairs of printings; needs no database."""

    help = "Compare pairs of printings: one JSON object a line on standard input, one answer a line out."
    requires_system_checks: list[str] = []

    def handle(self, *_args: object, **_options: object) -> None:
        """Answer every line; exit with 1 if one could not be answered."""
        bad = sum(not self._answered(number, line) for number, line in enumerate(sys.stdin.buffer, start=1))
        self.stdout.flush()
        if bad:
            sys.exit(1)

    def _answered(self, number: int, line: bytes) -> bool:
        if not line.strip():
            return True
        try:
            self.stdout.write(json.dumps(answer(json.loads(line.decode()))))
        except json.JSONDecodeError as error:
            self.stderr.write(
                f"line {number}: no JSON ({error.msg} at column {error.colno}): give one object a line"
            )
        except UnicodeDecodeError as error:
            self.stderr.write(f"line {number}: no UTF-8 (byte {error.start + 1}): save the file as UTF-8")
        except RecursionError:
            self.stderr.write(f"line {number}: nested too deeply: give one flat object a line")
        except ValueError as error:
            self.stderr.write(f"line {number}: {error}")
        else:
            return True
        return False
