"""One test per kind of meaning change: which words of a hunk make it, if any do."""

from collections.abc import Callable
from functools import partial

from quotes.text.comparing import lexicon
from quotes.text.comparing.content import is_content
from quotes.text.comparing.hunks import Hunk, Side
from quotes.text.comparing.types import ChangeKind

Picked = tuple[list[int], list[int]]
"""Indices of the telling words, in the printing's side and in the fuller side of a hunk."""


def _indices(side: Side, wanted: frozenset[str]) -> list[int]:
    return [i for i, word in enumerate(side.words) if word in wanted]


def _values(side: Side, indices: list[int]) -> set[str]:
    return {side.words[i] for i in indices}


def _listed(hunk: Hunk, wanted: frozenset[str]) -> Picked | None:
    """Pick listed words where the two sides have different ones."""
    picked = _indices(hunk.printing, wanted), _indices(hunk.fuller, wanted)
    return picked if _values(hunk.printing, picked[0]) != _values(hunk.fuller, picked[1]) else None


def _negation(hunk: Hunk) -> Picked | None:
    here, there = (_indices(side, lexicon.NEGATORS) for side in hunk.sides)
    if len(here) % 2 != len(there) % 2:
        return here, there
    for i, word in enumerate(hunk.printing.words):
        for j, other in enumerate(hunk.fuller.words):
            if _opposed(word, other) or _opposed(other, word):
                return [i], [j]
    return None


def _opposed(plain: str, negated: str) -> bool:
    """Tell whether one is the other with a negating prefix ("likely", "unlikely")."""
    return len(plain) > 2 and any(negated == f"{prefix}{plain}" for prefix in lexicon.NEGATING_PREFIXES)


def _date_words(side: Side) -> list[int]:
    """Return the indices of the words that make a date or a relative day."""
    found = _indices(side, lexicon.WEEKDAYS | lexicon.RELATIVE_DAYS)
    words = side.words
    for i, word in enumerate(words):
        month = word in lexicon.MONTHS and (word not in {"may", "march"} or side.capital(i))
        year = side.numeric(i) and side.printed(i) == word and "1500" <= word <= "2199"
        if month or year or (side.numeric(i) and side.beside(i) & lexicon.MONTHS):
            found.append(i)
        if word in lexicon.AROUND_SPANS and side.beside(i) & (lexicon.SPANS_OF_TIME | lexicon.WEEKDAYS):
            found.append(i)
        if word in lexicon.SPANS_OF_TIME and side.beside(i) & lexicon.AROUND_SPANS:
            found.append(i)
    return sorted(set(found))


def _date(hunk: Hunk) -> Picked | None:
    picked = _date_words(hunk.printing), _date_words(hunk.fuller)
    differs = _values(hunk.printing, picked[0]) != _values(hunk.fuller, picked[1])
    return picked if hunk.replaced and differs else None


def _number(hunk: Hunk) -> Picked | None:
    here, there = (
        [i for i in range(len(side.words)) if side.numeric(i) and i not in _date_words(side)]
        for side in hunk.sides
    )
    if not hunk.replaced or not (here and there):
        return None
    return (here, there) if _values(hunk.printing, here) != _values(hunk.fuller, there) else None


def _names(side: Side) -> list[int]:
    dates = _date_words(side)
    return [
        i
        for i, word in enumerate(side.words)
        if side.capital(i) and i not in dates and is_content(word) and not side.numeric(i)
    ]


def _name(hunk: Hunk) -> Picked | None:
    here, there = _names(hunk.printing), _names(hunk.fuller)
    ours, theirs = _values(hunk.printing, here), _values(hunk.fuller, there)
    if not ours or not theirs or ours & theirs or _initials(hunk, here, there):
        return None
    return here, there


def _initials(hunk: Hunk, here: list[int], there: list[int]) -> bool:
    """Tell whether one side's name is the other's initials ("UN", "United Nations")."""
    ours = [hunk.printing.words[i] for i in here]
    theirs = [hunk.fuller.words[i] for i in there]
    return "".join(ours) == "".join(w[0] for w in theirs) or "".join(theirs) == "".join(w[0] for w in ours)


def _quantity(hunk: Hunk) -> Picked | None:
    found = _listed(hunk, lexicon.QUANTIFIERS)
    if found is None and hunk.replaced:
        found = _listed(hunk, lexicon.COMPARED) or _listed(hunk, lexicon.UNITS)
        if found is not None and not all(found):
            return None
    return found


def _modality(hunk: Hunk) -> Picked | None:
    """Pick modal words of different strength; "will" beside no modal at all is a matter of tense."""
    modal = frozenset(lexicon.MODALITY)
    picked = tuple(
        [i for i in _indices(side, modal) if not (side.words[i] == "may" and side.capital(i))]
        for side in hunk.sides
    )
    ours, theirs = (
        {lexicon.MODALITY[word] for word in _values(side, indices)}
        for side, indices in zip(hunk.sides, picked, strict=True)
    )
    if ours == theirs or (ours | theirs == {"will"}):
        return None
    return picked[0], picked[1]


def _tense(hunk: Hunk) -> Picked | None:
    for i, word in enumerate(hunk.printing.words):
        for j, other in enumerate(hunk.fuller.words):
            here, there = lexicon.tense(word), lexicon.tense(other)
            if here and there and here[0] == there[0] and here[1] != there[1]:
                return [i], [j]
    will = frozenset({"will"})
    ours, theirs = _indices(hunk.printing, will), _indices(hunk.fuller, will)
    one_sided = bool(ours) != bool(theirs) and _modality(hunk) is None
    return (ours, theirs) if one_sided else None


TESTS: dict[ChangeKind, Callable[[Hunk], Picked | None]] = {
    ChangeKind.NEGATION: _negation,
    ChangeKind.NUMBER: _number,
    ChangeKind.DATE: _date,
    ChangeKind.NAME: _name,
    ChangeKind.QUANTITY: _quantity,
    ChangeKind.MODALITY: _modality,
    ChangeKind.CONDITION: partial(_listed, wanted=lexicon.CONDITIONS),
    ChangeKind.TENSE: _tense,
}
