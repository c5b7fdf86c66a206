"""Paragraphs: the lines of the body that belong together, furniture cut out."""

import re
from collections.abc import Iterable

from quotes.text.spans import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
# Shorter lines than this are lines of their own, not the wrapped middle of a paragraph.
_WRAPPED = 45


def paragraphs(text: str, area: Span, holes: Iterable[Span] = ()) -> list[Span]:
    """Return the paragraphs of `text` inside `area`, without `holes`, blanks trimmed off both ends.

    A line is a paragraph. Lines wrapped by hand are put together again: a long line that ends
    without a closing mark and is followed, with no blank line between, by a lower-case letter.
    """
    found: list[Span] = []
    for piece in _pieces(area, holes):
        for match in _LINE.finditer(text, piece.start, piece.end):
            line = _trimmed(text, match.start(), match.end())
            if line is None:
                continue
            if found and piece.start <= found[-1].start and _wraps(text, found[-1], line):
                found[-1] = Span(found[-1].start, line.end)
            else:
                found.append(line)
    return found


def _pieces(area: Span, holes: Iterable[Span]) -> list[Span]:
    """Cut `holes` out of `area`."""
    pieces: list[Span] = []
    start = area.start
    for hole in sorted(holes):
        if hole.end <= start or hole.start >= area.end:
            continue
        if hole.start > start:
            pieces.append(Span(start, hole.start))
        start = max(start, hole.end)
    if start < area.end:
        pieces.append(Span(start, area.end))
    return pieces


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _wraps(text: str, line: Span, following: Span) -> bool:
    """Tell whether `following` goes on with the sentence of `line`."""
    between = text[line.end : min(following.start, line.end + 3)]
    newlines = between.count("\n") or between.count("\r")
    if newlines != 1 or following.start > line.end + 3 or len(line) < _WRAPPED:
        return False
    last = text[line.end - 1]
    return text[following.start].islower() and (last.isalnum() or last in ",;-–—")
