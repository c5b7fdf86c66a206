"""Read articles from standard input, one JSON line each, and write what was read, one JSON line each."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand

from quotes.text.reading.exchange import BadRecordError, extracted

_SHOWN = 80


class Command(BaseCommand):
    """`manage.py extract < articles.jsonl`: quotes with speakers and chains, without a database."""

    help = (
        "Read articles as JSON lines from standard input and write their quotes as JSON lines. "
        "A line that cannot be read is named on standard error; the others are still answered."
    )
    requires_system_checks: list[str] = []

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Answer every line; exit with 1 if one could not be read."""
        bad = 0
        for number, line in enumerate(sys.stdin.buffer, start=1):
            if not line.strip():
                continue
            try:
                # Escaped, so that a lone surrogate in a text cannot break the output's encoding.
                self.stdout.write(json.dumps(extracted(_record(line))))
            except BadRecordError as error:
                bad += 1
                self.stderr.write(f"line {number}: {error}")
        if bad:
            sys.exit(1)


def _record(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadRecordError(f"not UTF-8 at byte {error.start + 1}; save the file as UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise BadRecordError(f"not JSON ({str(error)[:_SHOWN]}); give one JSON object a line") from None
