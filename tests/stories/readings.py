"""A reading in the shape of the hand-made answers, so that the two can be compared as equals."""

from collections.abc import Mapping
from typing import Any

from quotes.text.naming import name_key
from quotes.text.reading.types import Appearance, Kind, Reading
from quotes.text.spans import Span
from tests.stories.answers import Answered


def facts_read(reading: Reading) -> dict[str, Any]:
    """Return title, byline, published_at, dateline and credit as read."""
    page = reading.page
    return {
        "title": page.title,
        "byline": list(page.byline),
        "published_at": page.published_at,
        "dateline": page.dateline,
        "credit": page.credit,
    }


def quotes_read(reading: Reading, text: str, names: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """Return the pieces in quotation marks, in order of place; other forms of a source by `names`.

    A statement split by its cue comes in pieces: whether two whole sentences with "she said." between
    them are one appearance or two is left open here, their words and chains are not.
    """
    return [
        piece
        for found in reading.appearances
        if found.kind is not Kind.INDIRECT
        for piece in _read(found, text, names or {})
    ]


def expected_quotes(answered: Answered, names: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """Return the answers in the same shape."""
    return [piece for quote in answered.quotes for piece in _expected(quote, answered.text, names or {})]


def segments_read(reading: Reading, answered: Answered) -> list[list[list[int]]]:
    """Return the segments read at the spans of the answers that a cue splits."""
    spans = [quote["span"] for quote in answered.quotes if "segments" in quote]
    return [
        [[segment.start, segment.end] for segment in found.segments]
        for found in reading.appearances
        if [found.span.start, found.span.end] in spans
    ]


def expected_segments(answered: Answered) -> list[list[list[int]]]:
    """Return the segments of the answers that a cue splits."""
    return [quote["segments"] for quote in answered.quotes if "segments" in quote]


def _read(found: Appearance, text: str, names: Mapping[str, str]) -> list[dict[str, Any]]:
    chain = [_key(hop.source, names) for hop in found.chain]
    return [_piece(span, text, found.kind.value, chain) for span in _pieces(found.segments, text)]


def _expected(quote: dict[str, Any], text: str, names: Mapping[str, str]) -> list[dict[str, Any]]:
    chain = [_key(name, names) for name in (quote["speaker"], *quote["via"])]
    return [
        _piece(Span(*span), text, quote["kind"], chain) for span in quote.get("segments", [quote["span"]])
    ]


def _piece(span: Span, text: str, kind: str, chain: list[str | None]) -> dict[str, Any]:
    return {"span": span, "text": span.of(text), "kind": kind, "speaker": chain[0], "via": chain[1:]}


def _pieces(segments: tuple[Span, ...], text: str) -> list[Span]:
    """Join segments with nothing but marks and blanks between: the paragraphs of one statement."""
    joined: list[Span] = []
    for segment in segments:
        gap = text[joined[-1].end : segment.start] if joined else "first"
        if any(char.isalnum() for char in gap):
            joined.append(segment)
        else:
            joined[-1] = Span(joined[-1].start, segment.end)
    return joined


def _key(name: str | None, names: Mapping[str, str]) -> str | None:
    return None if name is None else name_key(names.get(name_key(name), name))
