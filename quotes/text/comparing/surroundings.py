"""Surroundings: names and figures told around a quote, by which two reports are known for one story.

Formulas come again: condolences, oaths, a firm's word on its results. The words of two such printings say
nothing of their occasion; the stories around them do.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from quotes.text.comparing.information import RARE_WORD, rarity
from quotes.text.comparing.lexicon import MONTHS, WEEKDAYS
from quotes.text.comparing.speakers import is_role
from quotes.text.naming import name_key

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’-][^\W_]+)*|\d+(?:[.,:]\d+)*")
_BEFORE_CAPITALS = frozenset(
    ".!?:;…|/•*“”\"'‘’"
)  # or nothing: a line or a sentence begins, where any word has one
_OWNED = re.compile(r"['’]s$")
_YEARS = range(1900, 2100)
_LEAST_LETTERS = 3
_LEAST_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Specifics:
    """Names and figures, by their keys; `maybe` are rare words with a capital where all words have one."""

    sure: frozenset[str]
    maybe: frozenset[str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The reporters' words around two printings, and names that prove nothing: speakers', papers'."""

    a: str
    b: str
    names: tuple[str | None, ...] = ()

    @property
    def but(self) -> frozenset[str]:
        """The keys of all words of the names."""
        words = (name_key(_OWNED.sub("", name)).split() for name in self.names if name)
        return frozenset(word for name in words for word in name)

    def shared(self) -> int | None:
        """Return how many names and figures both reporters tell; None where either tells none."""
        here, there, but = specifics(self.a), specifics(self.b), self.but
        if not all((one.sure | one.maybe) - but for one in (here, there)):
            return None
        both = here.sure & there.sure | here.sure & there.maybe | here.maybe & there.sure
        return len(both - but)


@lru_cache(maxsize=4096)
def specifics(text: str) -> Specifics:
    """Find the names and figures in some words; days, months, years, hours and offices are none."""
    sure: set[str] = set()
    maybe: set[str] = set()
    for line in text.split("\n"):
        for found in _WORD.finditer(line):
            word = _OWNED.sub("", found.group())
            if word[0].isdigit():
                if _counts(word):
                    sure.add(word)
            elif word[0].isupper() and _tells(word):
                before = line[: found.start()].rstrip()
                begins = not before or before[-1] in _BEFORE_CAPITALS
                (maybe if begins or word.isupper() else sure).add(name_key(word))
    return Specifics(frozenset(sure), frozenset(word for word in maybe - sure if rarity(word) >= RARE_WORD))


def _tells(word: str) -> bool:
    key = name_key(word)
    return len(key) >= _LEAST_LETTERS and key not in MONTHS and key not in WEEKDAYS and not is_role(key)


def _counts(figure: str) -> bool:
    if ":" in figure or len(figure) < _LEAST_DIGITS:
        return False
    return not (figure.isdigit() and int(figure) in _YEARS)
