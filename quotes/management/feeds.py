"""Feeds: the articles in files, one after the other, in bounded memory."""

import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from quotes.management.decoding import decoded
from quotes.services.accepting.submissions import Submission, from_record
from quotes.services.errors import Refused

LONGEST_FILE = 32 * 2**20  # bytes: more than the longest article in any encoding
LONGEST_LINE = 16 * 2**20
JSONL = (".jsonl", ".ndjson", ".json")
HTML = (".html", ".htm", ".xhtml")
_IS_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True)
class Found:
    """One article of a file, or what is wrong with it; `place` is FILE or FILE:LINE."""

    place: str
    submission: Submission | None = None
    refused: Refused | None = None
    alone: bool = False


def articles_in(path: str, *, outlet: str | None, url: str | None) -> Iterator[Found]:
    """Yield the articles in the file at `path` ("-" is standard input, as JSON lines), and what is wrong."""
    name = _printable(path)
    try:
        if path == "-":
            yield from _lines(sys.stdin.buffer, "-", outlet)
            return
        with Path(path).open("rb") as file:
            if _holds_records(path, file):
                yield from _lines(file, name, outlet)
            else:
                yield _alone(file, name, outlet, url)
    except OSError as error:
        yield Found(name, refused=_unreadable(error))


def _holds_records(path: str, file: BinaryIO) -> bool:
    """Tell whether the file holds JSON lines, by its name, else by its first line."""
    if path.lower().endswith(JSONL):
        return True
    if path.lower().endswith(HTML):
        return False
    first = file.readline(LONGEST_LINE)
    file.seek(0)
    return first.lstrip().startswith(b"{") and _is_object(first)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _alone(file: BinaryIO, name: str, outlet: str | None, url: str | None) -> Found:
    """Return the one article of a file of text or HTML."""
    size = os.fstat(file.fileno()).st_size
    if size > LONGEST_FILE:
        what = f"The file has {size / 2**20:.0f} MB, an article {LONGEST_FILE / 2**20:.0f} at the most"
        return Found(name, refused=Refused(f"{what}; leave out what is not the article.", code="too_large"))
    try:
        text = decoded(file.read())
    except Refused as refused:
        return Found(name, refused=refused)
    is_html = name.lower().endswith(HTML) or bool(_IS_HTML.match(text[:2000]))
    body, markup = (None, text) if is_html else (text, None)
    return Found(name, Submission(outlet=outlet or "", text=body, html=markup, url=url), alone=True)


def _lines(file: BinaryIO, name: str, outlet: str | None) -> Iterator[Found]:
    empty = True
    for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE + 1), b""), start=1):
        place = f"{name}:{number}"
        if len(line) > LONGEST_LINE:
            _skip_rest(file, line)
            what = f"The line is longer than {LONGEST_LINE / 2**20:.0f} MB"
            yield Found(place, refused=Refused(f"{what}; give one article a line.", code="too_large"))
        elif line.strip():
            yield _record(line, place, outlet)
        else:
            continue
        empty = False
    if empty:
        yield Found(
            name, refused=Refused("There is nothing in it; give one JSON object a line.", code="empty")
        )


def _skip_rest(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(LONGEST_LINE)


def _record(line: bytes, place: str, outlet: str | None) -> Found:
    try:
        return Found(place, from_record(json.loads(decoded(line, one_line=True).strip()), outlet=outlet))
    except Refused as refused:
        return Found(place, refused=refused)
    except RecursionError:
        reason = "it is nested too deeply"
    except json.JSONDecodeError as error:
        reason = f"{error.msg} at column {error.colno}"
    except ValueError as error:
        reason = str(error)[:80]
    return Found(
        place, refused=Refused(f"This is not JSON ({reason}); give one object a line.", code="bad_json")
    )


def _unreadable(error: OSError) -> Refused:
    if isinstance(error, FileNotFoundError):
        return Refused("There is no such file; check its name.", code="missing")
    if isinstance(error, IsADirectoryError):
        return Refused("This is a directory; name the files in it.", code="directory")
    return Refused(
        f"It cannot be read ({(error.strerror or str(error)).lower()}); mend that.", code="unreadable"
    )


def _printable(path: str) -> str:
    shown = os.fsencode(path).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "�" for char in shown)
