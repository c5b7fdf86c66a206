"""What the words and phrases of a text say that an edit must not change: the markers of its meaning.

The phrases are data, `meaning.toml`; numbers and dates are read by rule (amounts, days).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from quotes.text.comparing.normalising import normalise
from quotes.text.comparing.tokens import tokens
from quotes.text.comparing.types import ChangeKind

PATH = Path(__file__).with_name("meaning.toml")
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marker:
    """What the tokens `over[0]` to before `over[1]` say: one of the `senses` of a kind; `facts` of a date."""

    kind: ChangeKind
    senses: frozenset[str]
    over: tuple[int, int]
    facts: tuple[tuple[str, int], ...] = ()


@lru_cache(maxsize=1)
def table() -> Mapping[str, Any]:
    """Return `meaning.toml`."""
    return tomllib.loads(PATH.read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def listed(name: str) -> frozenset[str]:
    """Return one of the [lists] of `meaning.toml`."""
    return frozenset(table()["lists"][name])


@lru_cache(maxsize=64)
def pairs(name: str) -> frozenset[frozenset[str]]:
    """Return one of the [lists] of pairs of words."""
    return frozenset(frozenset(pair.split()) for pair in table()["lists"][name])


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[Phrase, ChangeKind, str]]]:
    """Return the phrases by their first word, the longest first."""
    found: dict[str, list[tuple[Phrase, ChangeKind, str]]] = {}
    for kind in ChangeKind:
        for sense, phrases in table().get(kind.value, {}).items():
            for phrase in phrases:
                words = tuple(token.text for token in tokens(normalise(phrase)))
                found.setdefault(words[0], []).append((words, kind, sense))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def phrase_markers(words: Phrase) -> list[Marker]:
    """Return the markers of the phrases in `words` (token texts), none within another of its kind."""
    known, found = _phrases(), []
    upto = dict.fromkeys(ChangeKind, 0)
    for at, word in enumerate(words):
        for phrase, kind, sense in known.get(word, ()):
            end = at + len(phrase)
            if upto[kind] <= at and words[at:end] == phrase:
                upto[kind] = end
                if not sense.startswith("-"):
                    found.append(Marker(kind, frozenset(sense.split("/")), (at, end)))
    return found
