"""Amounts: the numbers of a text with what they count, so that "24 months" and "two years" are one."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any

from quotes.text.comparing.content import is_content
from quotes.text.comparing.phrases import Marker, table
from quotes.text.comparing.texts import Text
from quotes.text.comparing.types import ChangeKind

_LONGEST = 30
_MOST_IN = 100  # "one in four"; "3 in 2019" is no share


def amounts(text: Text) -> Iterator[Marker]:
    """Yield a marker for each amount; its sense is "value unit", or "value" where no unit is known."""
    at, starts = 0, _starts()
    while at < len(text.words):
        if text.words[at] not in starts and not text.words[at][0].isdigit():
            at += 1
            continue
        read = _amount(text, at)
        if read is None:
            at += 1
            continue
        sense, end = read
        yield Marker(ChangeKind.NUMBER, frozenset([sense]), (at, end))
        at = end


@lru_cache(maxsize=1)
def _starts() -> frozenset[str]:
    """Return the words an amount may begin with, figures apart."""
    words = _words()
    return frozenset([*words["times"], *words["round"], *words["counts"], *words["parts"], "a", "half"])


def same_amount(one: Marker, other: Marker) -> bool:
    """Tell whether two amounts are one; a unit only one of them has tells nothing."""
    here, there = (next(iter(marker.senses)).split(" ") for marker in (one, other))
    return here[0] == there[0] and (len(here) == 1 or len(there) == 1 or here[1] == there[1])


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Any]:
    return table()["amounts"]  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def _units() -> dict[str, tuple[Fraction, str]]:
    """Return how many of which unit each unit is, for its plural too."""
    found = {}
    for unit, measure in _words()["units"].items():
        many, base = measure.split()
        found[unit] = found[f"{unit}s"] = (Fraction(many), base)
    return found | {"feet": found["foot"], "inches": found["inch"], "centuries": found["century"]}


def _amount(text: Text, at: int) -> tuple[str, int] | None:
    """Read the amount that starts at token `at`: its sense, and where it ends."""
    words = text.words
    word = words[at]
    if word in _words()["times"]:
        return _words()["times"][word], at + 1
    if word in _words()["round"]:
        return word, at + 1
    return (
        _counted(text, at) or _share(text, at) or _part(text, at) or _figure(text, at) or _ordinal(word, at)
    )


def _counted(text: Text, at: int) -> tuple[str, int] | None:
    """Read "a dozen", "two dozen", "half a dozen", "half a million", "a couple of"."""
    words, counts = text.words, _words()["counts"]
    value, here = _before(text, at)
    if here >= len(words) or (here == at and words[here] not in counts):
        return None
    many = counts.get(words[here]) or _words()["scales"].get(words[here])
    if many is None:
        return None
    return _united(text, value * many, here + 1 + (words[here + 1 : here + 2] == ("of",)))


def _before(text: Text, at: int) -> tuple[Fraction, int]:
    """Read what may stand before a counting word, and where that word would be."""
    if text.words[at : at + 2] == ("half", "a"):
        return Fraction(1, 2), at + 2
    if text.words[at] == "a":
        return Fraction(1), at + 1
    return (_value(text.words[at]), at + 1) if text.tokens[at].numeric else (Fraction(1), at)


def _part(text: Text, at: int) -> tuple[str, int] | None:
    """Read "half", "a third", "two thirds"."""
    words = text.words
    over = _value(words[at]) if text.tokens[at].numeric else Fraction(1)
    here = at + (text.tokens[at].numeric or words[at] == "a")
    parts = _words()["parts"].get(words[here]) if here < len(words) else None
    after = words[here + 1 : here + 2]
    if parts is None or (here == at and words[at] != "half") or (words[here] == "half" and after == ("a",)):
        return None
    ranked = words[here][0].isdigit() and any(map(_counted_thing, after))  # "a third man"
    return None if ranked else (f"{over / parts} share", here + 1)


def _counted_thing(word: str) -> bool:
    return is_content(word) and word not in table()["dates"]["pointing"]


def _share(text: Text, at: int) -> tuple[str, int] | None:
    """Read "50 percent", "5 percentage points", "one in four", "two out of three"."""
    if not text.tokens[at].numeric:
        return None
    words, value, here = text.words, _value(text.words[at]), at + 1
    if words[here : here + 2] in {("percentage", "point"), ("percentage", "points"), ("percent", "points")}:
        return f"{value} points", here + 2
    if words[here : here + 1] == ("percent",):
        return f"{value / 100} share", here + 1
    end = here + 2 if words[here : here + 2] == ("out", "of") else here + (words[here : here + 1] == ("in",))
    if end == here or end >= len(words) or not text.tokens[end].numeric:
        return None
    whole = _value(words[end])
    return (f"{value / whole} share", end + 1) if 0 < value < whole <= _MOST_IN else None


def _figure(text: Text, at: int) -> tuple[str, int] | None:
    return _united(text, _value(text.words[at]), at + 1) if text.tokens[at].numeric else None


def _ordinal(word: str, at: int) -> tuple[str, int] | None:
    """Read "3rd", as every ordinal is settled."""
    if word[0].isdigit() and word[-2:] in {"st", "nd", "rd", "th"} and word[:-2].isdigit():
        return word, at + 1
    return None


def _united(text: Text, value: Fraction, here: int) -> tuple[str, int]:
    unit = _units().get(text.words[here]) if here < len(text.words) else None
    return (f"{value}", here) if unit is None else (f"{value * unit[0]} {unit[1]}", here + 1)


def _value(figures: str) -> Fraction:
    """Return the value of a number in figures; -1 where they are none of ours."""
    plain = figures.replace(".", "", 1)
    return Fraction(figures[:_LONGEST]) if plain.isascii() and plain.isdigit() else Fraction(-1)
