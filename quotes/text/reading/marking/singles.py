"""Singles: which single marks of a paragraph open a quotation, and where those close.

A single mark is an apostrophe more often than not, so one opens only where its close is known before.
"""

from bisect import bisect_right
from collections.abc import Sequence

from quotes.text.reading.marking.places import Mark, after_feet, after_number
from quotes.text.reading.marking.styles import Family, Marks, Shape

# Looked up once: a member of an enumeration costs more than the comparison it serves.
_SINGLE, _DOUBLE = Family.SINGLE, Family.DOUBLE
FINISHED = frozenset('.,;!?…—–。！？，”")]')
_MAY_FOLLOW = frozenset('“"„«([{…$£€¥¿¡')
_NUMBER = 4
_LONGEST_WORD = 12


class Singles:
    """The single marks of one paragraph, sorted by what they may be and by how many double marks are open."""

    def __init__(
        self, text: str, marks: Sequence[Mark], shapes: Marks, elisions: frozenset[str], *, straight: bool
    ) -> None:
        self.text = text
        self.shapes = shapes
        self.elisions = elisions
        self.straight = straight
        some = any(mark.family is _SINGLE for mark in marks)
        self.levels = _levels(text, marks, shapes) if some else {}
        self.openings: dict[int, list[int]] = {}
        self.sure: dict[int, list[int]] = {}
        self.firm: dict[int, list[int]] = {}
        self.weak: dict[int, list[int]] = {}
        self.doubles = [mark for mark in marks if mark.family is _DOUBLE]
        self.double_starts = [mark.start for mark in self.doubles]
        for mark in marks:
            if mark.family is _SINGLE:
                self._sort(mark, self.levels[mark.start])

    def _sort(self, mark: Mark, level: int) -> None:
        if self.may_open(mark) and not self._is_elided(mark):
            self.openings.setdefault(level, []).append(mark.start)
        elif mark.closes and mark.tends <= 0 and mark.text != "`":
            if self.text[mark.start - 1] in FINISHED:
                rank = self.sure
            elif self._is_possessive(mark):
                rank = self.weak
            else:
                rank = self.firm
            rank.setdefault(level, []).append(mark.start)

    def is_sure(self, mark: Mark) -> bool:
        """Tell a closing mark by the finished words before it."""
        return mark.tends < 0 and self.text[mark.start - 1] in FINISHED

    def may_open(self, mark: Mark) -> bool:
        """Tell a mark that may open a quotation, by what stands around it."""
        if mark.tends <= 0 and not (mark.opens and self.shapes.shape(mark.text) is Shape.OPENS):
            return False
        first = self.text[mark.end]
        return first.isalnum() or first in _MAY_FOLLOW or self.text.startswith("...", mark.end)

    def closing(self, mark: Mark) -> int | None:
        """Return where the mark is closed, None where it opens nothing."""
        if not self.may_open(mark):
            return None
        elided, turned = self._is_elided(mark), self.shapes.shape(mark.text) is Shape.CLOSES
        if elided and turned:
            return None
        sure = elided or turned or (mark.text == "'" and not self.straight)
        return self.close_after(mark.start, self.levels[mark.start], only_sure=sure)

    def close_after(self, at: int, level: int, *, only_sure: bool) -> int | None:
        """Return where a quotation opened at `at` closes: the first close before the next opening.

        A plural's apostrophe ("the workers’ rights") closes only where nothing better does.
        """
        limit = _next(self.openings.get(level, ()), at)
        sure, firm, weak = (
            _before(_next(ranks.get(level, ()), at + 1), limit) for ranks in (self.sure, self.firm, self.weak)
        )
        if only_sure:
            return sure if sure is not None and (firm is None or sure < firm) else None
        known = [place for place in (sure, firm) if place is not None]
        if known:
            return min(known)
        other = _before(self._double_close(at), limit)
        if other is not None:
            return other
        return weak if weak is not None and not self._double_between(at, weak) else None

    def _double_close(self, at: int) -> int | None:
        """Return the double mark that closes what a single one opened: the next one, if it opens nothing."""
        place = bisect_right(self.double_starts, at)
        if place == len(self.doubles):
            return None
        mark = self.doubles[place]
        return mark.start if self.is_sure(mark) else None

    def _double_between(self, start: int, end: int) -> bool:
        place = bisect_right(self.double_starts, start)
        return place < len(self.double_starts) and self.double_starts[place] < end

    def _is_elided(self, mark: Mark) -> bool:
        """Tell an apostrophe for what was left off: ’tis, ’n’, ’90s."""
        end = start = mark.end
        while end < len(self.text) and end - start < _LONGEST_WORD and self.text[end].isalnum():
            end += 1
        word = self.text[start:end].casefold()
        if word[:1].isdigit():
            return word.rstrip("s").isdigit() and len(word) < _NUMBER
        return word in self.elisions

    def _is_possessive(self, mark: Mark) -> bool:
        """Tell "the workers’ rights", "goin’ home", "fish ’n’ chips", "5' long"."""
        before, after = self.text[mark.start - 1], self.text[mark.end : mark.end + 2]
        if before == "n" and self.text[mark.start - 2 : mark.start - 1] in ("'", "’", "‘"):
            return True
        if before.isdigit():
            return True
        drops = before == "s" or self.text[mark.start - 2 : mark.start] == "in"
        return drops and after[:1] == " " and after[1:].isalnum()


def _levels(text: str, marks: Sequence[Mark], shapes: Marks) -> dict[int, int]:
    """Return for each single mark how many other quotations are open there."""
    levels: dict[int, int] = {}
    level = 0
    for mark in marks:
        if mark.family is _SINGLE:
            levels[mark.start] = level
        elif after_number(text, mark) and (not level or after_feet(text, mark)):
            continue
        elif mark.tends > 0 or (mark.tends == 0 and shapes.opens(mark.text, is_open=level > 0)):
            level += 1
        elif level:
            level -= 1
    return levels


def _next(places: Sequence[int], at: int) -> int | None:
    place = bisect_right(places, at)
    return places[place] if place < len(places) else None


def _before(place: int | None, limit: int | None) -> int | None:
    return None if place is None or (limit is not None and place > limit) else place
