"""A story: the words of an article's body, each with its place, the reporter's own told from quoted ones."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from quotes.text.spans import Span

_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ][^\W_]+)*")
_WITHOUT_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ"))


@dataclass(frozen=True)
class Story:
    """The words of a body in reading order, folded; `spans` are their code points in the stored text.

    `own[i]` tells that word i is the reporter's, not part of a quotation. Page furniture is left out.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    own: tuple[bool, ...]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word starts in the stored text."""
        return tuple(start for start, _ in self.spans)


def story(text: str, body: Span, *, quotations: Iterable[Span] = (), furniture: Iterable[Span] = ()) -> Story:
    """Return the words of `text` within `body`; what people are quoted with counts as nobody's copy."""
    aside, quoted = _Places(furniture), _Places(quotations)
    words, spans, own = [], [], []
    for start, end, word in _words(text, body):
        if start in aside:
            continue
        words.append(word)
        spans.append((start, end))
        own.append(start not in quoted)
    return Story(tuple(words), tuple(spans), tuple(own))


def _words(text: str, body: Span) -> Iterator[tuple[int, int, str]]:
    for found in _WORD.finditer(text, body.start, body.end):
        yield found.start(), found.end(), found.group().translate(_WITHOUT_APOSTROPHES).casefold()


class _Places:
    """Code points in any of several spans, which may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def __contains__(self, place: int) -> bool:
        before = bisect_right(self._starts, place) - 1
        return before >= 0 and place < self._ends[before]
