"""Forms of an export: how a row, the head and the end are written in each."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quotes.services.errors import Refused
from quotes.services.exports.linked import annotation, annotations_head, graph_head, node

Record = dict[str, Any]
RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A cell that begins so is run as a formula (OWASP, CSV Injection); the wide ones by Japanese programs."""


@dataclass(frozen=True, slots=True)
class Form:
    """How one form is written: head, rows with the `separator` between them, tail; `of` what rows."""

    suffix: str
    media_type: str
    of: tuple[str, ...]
    row: Callable[[Record, str], bytes]
    head: Callable[[Record], bytes]
    separator: bytes = b""
    tail: bytes = b""


def refuse_form(*, what: str, form: str) -> None:
    """Raise Refused with code "no_form" where such rows cannot be written in a form."""
    if what not in FORMS[form].of:
        able = ", ".join(name for name, one in FORMS.items() if what in one.of)
        raise Refused(f"There is no “{form}” of {what}: choose {able}.", code="no_form", field="format")


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


# Columns by path through the record.
_NAMED = ("id", "api_url")
COLUMNS: dict[str, tuple[str, ...]] = {
    "quotes": (
        *_NAMED,
        "text",
        "speaker.id",
        "speaker.name",
        "first_published_at",
        "counts.appearances",
        "counts.outlets",
        "conflict",
    ),
    "appearances": (
        *_NAMED,
        "text",
        "kind",
        "speaker.id",
        "speaker.name",
        "via",
        "article.outlet.name",
        "article.title",
        "article.published_at",
        "article.url",
        "article.id",
        "revision",
        "start",
        "end",
        "quote.id",
        "setting",
        "state",
        "confidence",
    ),
    "articles": (
        *_NAMED,
        "sender_id",
        "outlet.id",
        "outlet.name",
        "title",
        "published_at",
        "url",
        "byline",
        "credit",
        "dateline",
        "language",
        "state",
        "received_at",
    ),
    "sources": (*_NAMED, "name", "kind", "aliases"),
}


def _cells(values: list[Any]) -> bytes:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow([harmless(one) for one in values])
    return out.getvalue().encode()


def harmless(value: Any) -> str:
    """Return a cell's text, behind an apostrophe where a spreadsheet would run it; numbers stay numbers."""
    if isinstance(value, list):
        value = "; ".join(one["name"] if isinstance(one, dict) else str(one) for one in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(RUN_BY_SPREADSHEETS) else text


def _at(record: Any, path: str) -> Any:
    for name in path.split("."):
        record = record[name] if record is not None else None
    return record


ALL = tuple(COLUMNS)
FORMS = {
    "jsonl": Form(
        suffix="jsonl",
        media_type="application/jsonl",
        of=ALL,
        row=lambda record, _: _json(record) + b"\n",
        head=lambda head: _json({"export": head}) + b"\n",
    ),
    "csv": Form(
        suffix="csv",
        media_type="text/csv; charset=utf-8; header=present",
        of=ALL,
        row=lambda record, what: _cells([_at(record, path) for path in COLUMNS[what]]),
        head=lambda head: _cells(list(COLUMNS[head["what"]])),
    ),
    "json-ld": Form(
        suffix="jsonld",
        media_type="application/ld+json",
        of=ALL,
        row=lambda record, what: _json(node(record, what)),
        head=lambda head: _open(graph_head(head), "@graph"),
        separator=b",\n",
        tail=b"\n]}\n",
    ),
    "annotations": Form(
        suffix="jsonld",
        media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        of=("appearances",),
        row=lambda record, _: _json(annotation(record)),
        head=lambda head: _open(annotations_head(head), "items"),
        separator=b",\n",
        tail=b"\n]}\n",
    ),
}
"""Every form by the name it is asked for with."""


def _open(head: Record, rows: str) -> bytes:
    """Return an object that is left open in its list of rows."""
    return _json(head)[:-1] + b',"' + rows.encode() + b'":[\n'
