"""Which of two articles with the same words has them from the other, and whom it should name."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Printed:
    """An article as a copy is judged by: ids of its outlet and of the agency it credits, and its time.

    `agency`: the outlet is a news agency. `published` is None where unknown; `timed` tells that its time of
    day is known, not only its day.
    """

    outlet: int
    agency: bool = False
    credit: int | None = None
    published: datetime | None = None
    timed: bool = False

    @property
    def wire(self) -> int | None:
        """Return the agency whose copy it is, by its outlet or its credit."""
        return self.outlet if self.agency else self.credit


@dataclass(frozen=True, slots=True)
class Direction:
    """Which side gave the words ("a" or "b", None where unknown), and the source a chain should name.

    `credited`: the side that took them says so itself, or both do.
    """

    giver: str | None
    source: int | None = None
    credited: bool = False


def direction(a: Printed, b: Printed) -> Direction:
    """Tell who had the story from whom: by agency and credit first, then by time, else unknown.

    An agency gives, and so does who credits one where the other does not: the words are that agency's.
    Two that credit different agencies tell nothing about each other.
    """
    if a.wire is not None and b.wire is not None:
        return _both_wire(a, b)
    if a.wire is not None or b.wire is not None:
        giver, source = ("a", a.wire) if a.wire is not None else ("b", b.wire)
        return Direction(giver, source)
    earlier = _earlier(a, b)
    return Direction(earlier, {"a": a.outlet, "b": b.outlet}.get(earlier or ""))


def _both_wire(a: Printed, b: Printed) -> Direction:
    if a.wire == b.wire:
        first = "a" if a.agency else "b" if b.agency else _earlier(a, b)
        return Direction(first, a.wire if first else None, credited=True)
    if a.agency and b.agency:
        earlier = _earlier(a, b)
        return Direction(earlier, {"a": a.outlet, "b": b.outlet}.get(earlier or ""))
    return Direction(None)


def _earlier(a: Printed, b: Printed) -> str | None:
    """Return the side that was out first, None where times are unknown, equal, or one is only a day."""
    if a.published is None or b.published is None:
        return None
    timed = a.timed and b.timed
    first, second = (a.published, b.published) if timed else (a.published.date(), b.published.date())
    if first == second:
        return None
    return "a" if first < second else "b"
