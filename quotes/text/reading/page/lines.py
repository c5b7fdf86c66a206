"""Lines: the non-blank lines of a pasted text, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quotes.text.spans import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BLANKS = " \t\xa0\u200b\u200c\u200d\u2060\ufeff\u202f\u2009\u3000"

SHORT = 400  # longer lines are paragraphs, whatever they begin with


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line without the blanks around it.

    `head` is its first SHORT characters: all that any rule for page furniture looks at, so
    that reading stays linear in the text; `tail` is its last SHORT characters.
    """

    span: Span
    head: str
    tail: str

    @property
    def short(self) -> bool:
        """Tell whether the line is short enough to be page furniture."""
        return len(self.span) <= SHORT


def lines_of(text: str) -> list[Line]:
    """Return the non-blank lines of `text` in order, trimmed. Linear in the text."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    for found in _LINE.finditer(text):
        start, end = _trimmed(text, found.start(), found.end())
        if start < end:
            head = text[start : min(end, start + SHORT)]
            yield Line(Span(start, end), head, head if end - start <= SHORT else text[end - SHORT : end])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _BLANKS:
        start += 1
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    return start, end


def word_set(words: str) -> frozenset[str]:
    """Return the words of a blank-separated table."""
    return frozenset(words.split())


def line_number(text: str, offset: int) -> int:
    """Return the number of the line that `offset` lies on, from 1."""
    return text.count("\n", 0, offset) + 1
