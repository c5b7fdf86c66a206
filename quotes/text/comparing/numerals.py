"""Numerals: a number written in words or figures as one value."""

import re
from collections.abc import Sequence
from decimal import Decimal

_UNIT_WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
"""
_UNITS = {word: value for value, word in enumerate(_UNIT_WORDS.split())}
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * (i + 2) for i, word in enumerate(_TEN_WORDS.split())}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ENDINGS = ("st", "nd", "rd")
_ORDINALS = {
    word: f"{i + 1}{_ENDINGS[i] if i < len(_ENDINGS) else 'th'}"
    for i, word in enumerate(_ORDINAL_WORDS.split())
}
_FIGURE = re.compile(r"(\d+(?:\.\d+)?)(k|m|mn|bn|tn)?")
_MAX_DIGITS = 30


def ordinal(word: str) -> str | None:
    """Return "1st" for "first" up to "12th", None for any other word."""
    return _ORDINALS.get(word)


def number(words: Sequence[str], at: int) -> tuple[str, int] | None:
    """Return the value written from `words[at]` on, in figures, and how many words write it.

    "twenty five thousand" is ("25000", 3), "1.5 million" ("1500000", 2), "5bn" ("5000000000", 1).
    None where no number starts.
    """
    small = _below_thousand(words, at)
    if small is None:
        return None
    value, used = small
    total, in_words = Decimal(0), not words[at][0].isdigit()
    while True:
        scale = _SCALES.get(words[at + used]) if at + used < len(words) else None
        if scale is None:
            return _figures(total + value), used
        total, value, used = total + value * scale, Decimal(0), used + 1
        rest = _below_thousand(words, at + used) if in_words and _goes_on(words, at + used) else None
        if rest is not None:
            value, used = rest[0], used + rest[1]


def _goes_on(words: Sequence[str], at: int) -> bool:
    """Tell whether a number word follows a scale; figures after one start a new number."""
    return at < len(words) and (words[at] in _UNITS or words[at] in _TENS)


def _below_thousand(words: Sequence[str], at: int) -> tuple[Decimal, int] | None:
    if at >= len(words):
        return None
    figure = _FIGURE.fullmatch(words[at])
    if figure and len(words[at]) <= _MAX_DIGITS:
        return Decimal(figure[1]) * _SUFFIXES.get(figure[2] or "", 1), 1
    value, used = _below_hundred(words, at)
    if used and at + used < len(words) and words[at + used] == "hundred":
        rest = at + used + 1
        gap = 1 if rest < len(words) and words[rest] == "and" else 0
        more, extra = _below_hundred(words, rest + gap)
        return Decimal(value * 100 + more), used + 1 + (gap + extra if extra else 0)
    return (Decimal(value), used) if used else None


def _below_hundred(words: Sequence[str], at: int) -> tuple[int, int]:
    word = words[at] if at < len(words) else ""
    if word in _TENS:
        unit = _UNITS.get(words[at + 1], 0) if at + 1 < len(words) else 0
        return (_TENS[word] + unit, 2) if 0 < unit < 10 else (_TENS[word], 1)
    return (_UNITS[word], 1) if word in _UNITS else (0, 0)


def _figures(value: Decimal) -> str:
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
