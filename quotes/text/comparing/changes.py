"""Which markers of meaning one side of a hunk has and the other lacks, kind by kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from quotes.text.comparing.amounts import same_amount
from quotes.text.comparing.content import is_content
from quotes.text.comparing.days import same_day
from quotes.text.comparing.hunks import Hunk, Side
from quotes.text.comparing.kinships import lemma, opposed
from quotes.text.comparing.lexicon import NEGATING_PREFIXES
from quotes.text.comparing.markers import markers
from quotes.text.comparing.phrases import Marker, listed, pairs
from quotes.text.comparing.types import ChangeKind

_MOST_OPPOSED = 8  # words of a hunk; in longer ones any two opposites meet by chance
Printed = tuple[date | None, date | None]
"""The days on which printing and fuller wording were printed."""


@dataclass(frozen=True, slots=True)
class Found:
    """What differs in a hunk in one kind: the telling tokens of the printing and of the fuller wording."""

    kind: ChangeKind
    hunk: Hunk
    here: tuple[Marker, ...]
    there: tuple[Marker, ...]


def told(hunk: Hunk, printed: Printed) -> list[Found]:
    """Return each kind of marker that differs between the sides of a hunk grown to whole markers."""
    kinds = {m.kind for side in hunk.sides for m in _within(side)}
    if hunk.replaced:
        kinds.add(ChangeKind.NEGATION)  # two words may be opposites without any marker
    return [found for kind in _TESTS if kind in kinds and (found := _TESTS[kind](hunk, printed)) is not None]


def of(side: Side, kind: ChangeKind) -> list[Marker]:
    """Return the markers of a kind within a side."""
    return [m for m in _within(side) if m.kind is kind]


def _within(side: Side) -> list[Marker]:
    start, end = side.over
    return [m for m in markers(side.text) if start <= m.over[0] and m.over[1] <= end]


def _both(hunk: Hunk, kind: ChangeKind) -> tuple[list[Marker], list[Marker]]:
    return of(hunk.printing, kind), of(hunk.fuller, kind)


def _left(
    here: Sequence[Marker], there: Sequence[Marker], same: Callable[[Marker, Marker], bool]
) -> tuple[tuple[Marker, ...], tuple[Marker, ...]]:
    """Return the markers of each side that are the same as none of the other."""
    return (
        tuple(one for one in here if not any(same(one, other) for other in there)),
        tuple(other for other in there if not any(same(one, other) for one in here)),
    )


def alike(one: Marker, other: Marker) -> bool:
    """Tell whether two markers may say the same."""
    return bool(one.senses & other.senses)


def _negation(hunk: Hunk, _printed: Printed) -> Found | None:
    here, there = _both(hunk, ChangeKind.NEGATION)
    turned = _turned(hunk)
    if (len(here) + len(there) + bool(turned)) % 2 == 0:
        return None
    if turned and not here and not there:
        here, there = [_at(hunk.printing, turned[0])], [_at(hunk.fuller, turned[1])]
    return Found(ChangeKind.NEGATION, hunk, tuple(here), tuple(there))


def _at(side: Side, i: int) -> Marker:
    return Marker(ChangeKind.NEGATION, frozenset(["opposite"]), (side.over[0] + i, side.over[0] + i + 1))


def _turned(hunk: Hunk) -> tuple[int, int] | None:
    """Return the indices of the first two words that say the opposite of each other, one on each side."""
    ours, theirs = hunk.printing.words, hunk.fuller.words
    if not ours or not theirs or max(len(ours), len(theirs)) > _MOST_OPPOSED:
        return None
    for (i, word), (j, other) in product(enumerate(ours), enumerate(theirs)):
        if word not in theirs and other not in ours and opposites(word, other) and _plain(hunk.printing, i):
            return i, j
    return None


def _plain(side: Side, i: int) -> bool:
    """Tell whether a word is neither a name nor part of a quantity, which have kinds of their own."""
    at = side.over[0] + i
    return not side.capital(i) and not any(
        m.kind is ChangeKind.QUANTITY and m.over[0] <= at < m.over[1] for m in markers(side.text)
    )


def opposites(word: str, other: str) -> bool:
    """Tell whether two token texts say the opposite ("likely", "unlikely"; "raise", "lowered")."""
    if _negates(word, other) or _negates(other, word):
        return True
    if not (is_content(word) and is_content(other) and word.isalpha() and other.isalpha()):
        return False
    for pair in ({word, other}, {lemma(word), lemma(other)}):
        if pair in pairs("not_opposed"):
            return False
        if pair in pairs("opposites"):
            return True
    return opposed(lemma(word), lemma(other)) or opposed(word, other)


def _negates(plain: str, negated: str) -> bool:
    return len(plain) > 2 and any(negated == f"{prefix}{plain}" for prefix in NEGATING_PREFIXES)


def _number(hunk: Hunk, _printed: Printed) -> Found | None:
    return _replaced(hunk, *_both(hunk, ChangeKind.NUMBER), same_amount)


def _date(hunk: Hunk, printed: Printed) -> Found | None:
    """Find dates that cannot be one; parts of a day and of a year are held against each other alone."""
    here, there = _both(hunk, ChangeKind.DATE)
    return _dated(hunk, here, there, printed) or _parts_of_time(hunk, here, there)


def _dated(hunk: Hunk, here: list[Marker], there: list[Marker], printed: Printed) -> Found | None:
    def same(one: Marker, other: Marker) -> bool:
        return same_day(one, other, printed)

    return _replaced(hunk, [m for m in here if m.facts], [m for m in there if m.facts], same)


def _parts_of_time(hunk: Hunk, here: list[Marker], there: list[Marker]) -> Found | None:
    return _replaced(hunk, [m for m in here if not m.facts], [m for m in there if not m.facts], alike)


def _replaced(
    hunk: Hunk, here: list[Marker], there: list[Marker], same: Callable[[Marker, Marker], bool]
) -> Found | None:
    """Find what differs where both sides have a marker; what one side alone has is no change."""
    ours, theirs = _left(here, there, same)
    if not (here and there and (ours or theirs)):
        return None
    return Found(here[0].kind, hunk, ours or tuple(here), theirs or tuple(there))


def _quantity(hunk: Hunk, _printed: Printed) -> Found | None:
    """Find quantities that differ; numbers have a kind of their own, and "no … any" counts none."""
    numbers = _both(hunk, ChangeKind.NUMBER)
    here, there = _both(hunk, ChangeKind.QUANTITY)
    if all(numbers):
        here, there = _apart(here, numbers[0]), _apart(there, numbers[1])
    ours, theirs = _left(here, there, alike)
    if not ((ours and theirs) or any(_both(hunk, ChangeKind.NEGATION))):
        ours, theirs = (tuple(m for m in side if not m.senses <= listed("faint")) for side in (ours, theirs))
    return _found(ChangeKind.QUANTITY, hunk, (ours, theirs))


def _apart(found: list[Marker], numbers: list[Marker]) -> list[Marker]:
    """Return the markers that are no part of a number."""
    taken = {at for number in numbers for at in range(*number.over)}
    return [marker for marker in found if taken.isdisjoint(range(*marker.over))]


def _found(kind: ChangeKind, hunk: Hunk, left: tuple[tuple[Marker, ...], tuple[Marker, ...]]) -> Found | None:
    return Found(kind, hunk, *left) if any(left) else None


def _modality(hunk: Hunk, _printed: Printed) -> Found | None:
    """Find modal words of other strength; "will" or "think" beside no modal at all is none."""
    return _weighed(ChangeKind.MODALITY, hunk, listed("hedges"))


def _condition(hunk: Hunk, _printed: Printed) -> Found | None:
    return _weighed(ChangeKind.CONDITION, hunk, listed("binding"))


def _weighed(kind: ChangeKind, hunk: Hunk, alone: frozenset[str]) -> Found | None:
    """Find markers left on both sides, or such as count `alone` on one."""
    ours, theirs = _left(*_both(hunk, kind), alike)
    if not (ours and theirs):
        ours, theirs = (tuple(m for m in side if m.senses <= alone) for side in (ours, theirs))
    return _found(kind, hunk, (ours, theirs))


_TESTS: dict[ChangeKind, Callable[[Hunk, Printed], Found | None]] = {
    ChangeKind.NEGATION: _negation,
    ChangeKind.NUMBER: _number,
    ChangeKind.DATE: _date,
    ChangeKind.QUANTITY: _quantity,
    ChangeKind.MODALITY: _modality,
    ChangeKind.CONDITION: _condition,
}
