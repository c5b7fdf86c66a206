"""Pieces: a text cut where something begins or ends, so that overlapping marks can be drawn."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from quotes.text.spans import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Something shown on a span: `style` is how it is drawn, `label` says what it is in words.

    `number` is the quote it belongs to, None for what belongs to the page.
    """

    span: Span
    style: str
    label: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks; `opens` are the quotes that begin here."""

    text: str
    styles: tuple[str, ...]
    label: str
    opens: tuple[int, ...] = ()


def pieces(text: str, marks: Collection[Mark]) -> Iterator[Piece]:
    """Yield `text` in order, cut at every edge of a mark; joined, the pieces are the text again.

    Marks may overlap in any way; each piece carries all that cover it, in the order given.
    """
    edges = sorted({0, len(text), *(edge for mark in marks for edge in (mark.span.start, mark.span.end))})
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.span.start, []).append(mark)
    open_now: list[Mark] = []
    for start, end in pairwise(edges):
        begun = opening.get(start, [])
        open_now = [mark for mark in open_now if mark.span.end > start] + begun
        yield Piece(
            text[start:end],
            tuple(dict.fromkeys(mark.style for mark in open_now)),
            "; ".join(dict.fromkeys(mark.label for mark in open_now)),
            tuple(mark.number for mark in begun if mark.style == "quote" and mark.number is not None),
        )
