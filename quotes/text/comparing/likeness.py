"""Likeness: how much of two wordings says the same in other words, word for kindred word.

Method: each content word of either side meets the word of the other side that is nearest to it in
meaning (kinships.py); likeness is the share of both sides' information that is met. Order is left aside:
two renderings of one foreign sentence seldom keep it.
"""

from dataclasses import dataclass
from functools import lru_cache

from quotes.text.comparing.content import is_content
from quotes.text.comparing.information import rarity
from quotes.text.comparing.kinships import known, lemma, nearness
from quotes.text.comparing.lexicon import MONTHS, WEEKDAYS
from quotes.text.comparing.texts import Text, read

_LEAST_NEARNESS = 0.3
_SHARPNESS = 1.5  # near words count by more than remote ones
_CALENDAR = WEEKDAYS | MONTHS
_PHRASE_WORDS = 3
_ONE = "1"  # "one" is an article as often as a number


@dataclass(frozen=True, slots=True)
class Tie:
    """Token `a` of the one wording and token `b` of the other, and how near they are in meaning."""

    a: int
    b: int
    nearness: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two wordings are in meaning.

    `share` is the share of information met, 0 to 1, of both sides and of the shorter one evenly; `nats`
    what is met of the side that has less met; `ties` the words that met, in the order of the first wording.
    """

    share: float
    nats: float
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A content word: its token, its forms (lemma, word, phrases it opens) and its information."""

    at: int
    forms: tuple[str, ...]
    nats: float


def likeness(one: Text, other: Text) -> Likeness:
    """Compare two wordings by the meaning of their words."""
    ours, theirs = _units(one.normalised.original), _units(other.normalised.original)
    met, back = _met(ours, theirs), _met(theirs, ours)
    ours_nats, theirs_nats = sum(unit.nats for unit in ours), sum(unit.nats for unit in theirs)
    if not ours_nats or not theirs_nats:
        return Likeness(0.0, 0.0, ())
    gained, returned = _gained(ours, met), _gained(theirs, back)
    shorter = gained / ours_nats if ours_nats <= theirs_nats else returned / theirs_nats
    both = (gained + returned) / (ours_nats + theirs_nats)
    ties = [Tie(ours[i].at, theirs[j].at, near) for i, (j, near) in enumerate(met) if near]
    return Likeness((both + shorter) / 2, min(gained, returned), tuple(ties))


def _gained(units: tuple[_Unit, ...], met: list[tuple[int, float]]) -> float:
    return sum(unit.nats * float(near**_SHARPNESS) for unit, (_, near) in zip(units, met, strict=True))


def _met(units: tuple[_Unit, ...], others: tuple[_Unit, ...]) -> list[tuple[int, float]]:
    """Return for each unit the nearest of the others and how near it is, 0.0 where none is near enough."""
    found = []
    for unit in units:
        best = max(((_near(unit, other), -j) for j, other in enumerate(others)), default=(0.0, 0))
        found.append((-best[1], best[0]) if best[0] >= _LEAST_NEARNESS else (0, 0.0))
    return found


def _near(one: _Unit, other: _Unit) -> float:
    best = 0.0
    for form in one.forms:
        for against in other.forms:
            if form == against:
                return 1.0
            if form not in _CALENDAR or against not in _CALENDAR:
                best = max(best, nearness(form, against))
    return best


@lru_cache(maxsize=8192)
def _units(original: str) -> tuple[_Unit, ...]:
    text = read(original)
    units = []
    for at, token in enumerate(text.tokens):
        word = token.text
        if is_content(word) and word != _ONE and not token.inserted and (len(word) > 1 or token.numeric):
            forms = (
                (word,) if token.numeric else tuple(dict.fromkeys([lemma(word), word, *_phrases(text, at)]))
            )
            units.append(_Unit(at, forms, rarity(word)))
    return tuple(units)


def _phrases(text: Text, at: int) -> list[str]:
    """Return the phrases on record that the token opens ("put out", "bear in mind")."""
    words = text.words[at : at + _PHRASE_WORDS]
    phrases = (" ".join([lemma(words[0]), *words[1:end]]) for end in range(2, len(words) + 1))
    return [phrase for phrase in phrases if known(phrase)]
