"""manage.py match: which of the quotes on standard input are the same, on a scratch copy, nothing kept."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quotes.services.matching.trial import Record, same_quotes

_FORM = '{"qid", "art", "outlet", "date", "text", "source"}'


class Command(BaseCommand):
    help = (
        "Find the same quotes among those on standard input, one JSON object a line: " + _FORM + "."
        " Writes one line for every quote printed twice or more and keeps nothing in the database."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        records = list(_records(sys.stdin.buffer))
        for number, members in enumerate(same_quotes(records), start=1):
            self.stdout.write(json.dumps({"cluster": number, "members": members}, ensure_ascii=False))


def _records(lines: Iterable[bytes]) -> Iterator[Record]:
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        record = _record(line, number)
        if record.qid in seen:
            raise CommandError(f"Line {number} repeats the qid {record.qid!r}: give each quote its own.")
        seen.add(record.qid)
        yield record


def _record(line: bytes, number: int) -> Record:
    try:
        given = json.loads(line)
        texts = {name: _text(given.get(name)) for name in Record.__slots__}
    except (ValueError, AttributeError) as error:
        raise CommandError(f"Line {number} is not a quote: write a JSON object {_FORM}. ({error})") from error
    missing = [name for name in ("qid", "art", "outlet", "text") if not (texts[name] or "").strip()]
    if missing:
        raise CommandError(f"Line {number} has no {missing[0]}: every quote needs qid, art, outlet and text.")
    if not _is_date(texts["date"]):
        raise CommandError(
            f"Line {number} has a date that is none, {texts['date']!r}: write YYYY-MM-DD or null."
        )
    return Record(**texts)  # type: ignore[arg-type]


def _is_date(value: str | None) -> bool:
    try:
        return not value or bool(datetime.fromisoformat(value))
    except ValueError:
        return False


def _text(value: object) -> str | None:
    """Return a value as text that PostgreSQL can store; None stays None."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not text")
    return value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
