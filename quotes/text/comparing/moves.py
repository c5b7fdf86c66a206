"""Markers that only moved: what one hunk has too much of, another one lacks."""

from collections.abc import Sequence
from dataclasses import replace

from quotes.text.comparing.changes import Found, alike
from quotes.text.comparing.kinship import Pair
from quotes.text.comparing.phrases import Marker, listed
from quotes.text.comparing.types import ChangeKind

_NEAR_NEGATION = 6
_MOVABLE = frozenset(
    {
        ChangeKind.NEGATION,
        ChangeKind.QUANTITY,
        ChangeKind.MODALITY,
        ChangeKind.CONDITION,
        ChangeKind.NAME,
        ChangeKind.TENSE,
    }
)


def without_moves(pair: Pair, found: Sequence[Found]) -> list[Found]:
    """Return `found` without the markers one hunk lost and another gained."""
    left = list(found)
    for i, one in enumerate(left):
        for j in range(i + 1, len(left)):
            one, other = left[i], left[j]
            if one.kind is other.kind and one.kind in _MOVABLE:
                left[i], left[j] = _met(pair, one, other)
    return [one for one in left if one.here or one.there]


def _met(pair: Pair, one: Found, other: Found) -> tuple[Found, Found]:
    """Strike out what the first lost and the second gained, and the other way round."""
    if one.kind is ChangeKind.NEGATION:
        lost = bool(one.here) != bool(one.there) and bool(other.here) != bool(other.there)
        if lost and bool(one.here) == bool(other.there) and _one_negation(pair, one, other):
            return replace(one, here=(), there=()), replace(other, here=(), there=())
        return one, other
    if one.kind is ChangeKind.NAME and not _turned_round(pair):
        return one, other
    here, gained = _struck(one.here, other.there)
    there, came = _struck(one.there, other.here)
    return replace(one, here=here, there=there), replace(other, here=came, there=gained)


def _one_negation(pair: Pair, one: Found, other: Found) -> bool:
    """Tell whether a negation moved within its clause.

    "Not … any" is "no", and "I don't think he will" is "I think he won't".
    """
    a, b = one.hunk.printing.over[1], other.hunk.printing.over[0]
    if b - a > _NEAR_NEGATION:
        return False
    between = pair.printing.words[a:b]
    words = {_words(found) for found in (one, other)}
    return words != {("not",)} or bool(listed("raising").intersection(between)) or b == a


def _words(found: Found) -> tuple[str, ...]:
    side, picked = (found.hunk.printing, found.here) if found.here else (found.hunk.fuller, found.there)
    return tuple(word for marker in picked for word in side.text.words[slice(*marker.over)])


def _turned_round(pair: Pair) -> bool:
    """Tell whether one side alone says by whom something was done, as the passive does."""
    return ("by" in pair.printing.words) != ("by" in pair.fuller.words)


def _struck(
    left: tuple[Marker, ...], right: tuple[Marker, ...]
) -> tuple[tuple[Marker, ...], tuple[Marker, ...]]:
    return (
        tuple(m for m in left if not any(alike(m, n) for n in right)),
        tuple(n for n in right if not any(alike(m, n) for m in left)),
    )
