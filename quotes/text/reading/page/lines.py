"""Lines: the non-blank lines of a pasted text, each with its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from quotes.text.spans import Span

_BREAKS = r"\n\r\x0b\x0c\x85\u2028\u2029"
_BLANKS = " \t\xa0\u200b\u200c\u200d\u2060\ufeff\u202f\u2009\u3000"
_LINE = re.compile(rf"[^{_BREAKS}{_BLANKS}][^{_BREAKS}]*")

SHORT = 400  # longer lines are paragraphs, whatever they begin with


@dataclass(slots=True)
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


class Lines(Sequence[Line]):
    """The non-blank lines of a text in order; each is made when it is asked for.

    Finding them is linear in the text and keeps two numbers a line, so that a paste of a
    million lines costs little where only its edges are looked at.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = [found.span() for found in _LINE.finditer(text)]

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            return [self._line(*place) for place in self._places[index]]
        return self._line(*self._places[index])

    def _line(self, start: int, end: int) -> Line:
        while self._text[end - 1] in _BLANKS:  # the first character is none
            end -= 1
        head = self._text[start : min(end, start + SHORT)]
        tail = head if end - start <= SHORT else self._text[end - SHORT : end]
        return Line(Span(start, end), head, tail)


def word_set(words: str) -> frozenset[str]:
    """Return the words of a blank-separated table."""
    return frozenset(words.split())


def line_number(text: str, offset: int) -> int:
    """Return the number of the line that `offset` lies on, from 1."""
    return text.count("\n", 0, offset) + 1
