"""Spans: half-open ranges of Unicode code points in one text."""

from dataclasses import dataclass
from typing import Final


@dataclass(slots=True, order=True, unsafe_hash=True, init=False)
class Span:
    """Name the code points `start` up to but without `end` of a text.

    Offsets always point into the text as stored, never into a normalised copy.
    Raises ValueError for a negative start or an end before its start. Final rather than frozen: a reading
    makes hundreds of spans, and a frozen one takes five times as long to make.
    """

    start: Final[int]
    end: Final[int]

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}..{end}")
        self.start = start
        self.end = end

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words the span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        """Return the same range `by` code points further on."""
        return Span(self.start + by, self.end + by)
