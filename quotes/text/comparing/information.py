"""How much a phrase tells: the less likely its words, the less likely two people chose them by chance.

Method: sum of -ln p(word), in nats, with p counted over English-language news and the speech
quoted in it (word_frequencies.txt, the 2,500 most frequent words). The words of a phrase nobody
owns (set_phrases.txt) come together so often that all of it counts no more than one rare word.
"""

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from math import log

from quotes.text.comparing.normalising import normalise
from quotes.text.comparing.tokens import tokens

_COUNTED_OVER = 10_000_000
RARE_WORD = 12.0
"""Nats of a word outside the table: the mean over all such words of the texts counted."""
FIGURE = 8.0
"""Nats of a number in figures."""
SET_PHRASE = 12.0
"""Nats of a set phrase, at most."""

Phrases = dict[tuple[str, str], tuple[tuple[str, ...], ...]]


def information(words: Sequence[str]) -> float:
    """Return the information of a run of words (texts of tokens), in nats; 0.0 for none."""
    total, at = 0.0, 0
    phrases = _phrases()
    while at < len(words):
        starting = phrases.get((words[at], words[at + 1])) if at + 1 < len(words) else None
        length = _phrase_length(words, at, starting) if starting else 1
        total += (
            min(SET_PHRASE, sum(map(rarity, words[at : at + length]))) if length > 1 else rarity(words[at])
        )
        at += length
    return total


def rarity(word: str) -> float:
    """Return the information of one word, in nats."""
    return _table().get(word) or (FIGURE if word[:1].isdigit() else RARE_WORD)


def _phrase_length(words: Sequence[str], at: int, starting: tuple[tuple[str, ...], ...]) -> int:
    """Return how many words the longest set phrase at `at` has, 1 where none starts."""
    for phrase in starting:
        if tuple(words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 1


def _lines(name: str) -> list[str]:
    listed = files("quotes.text.comparing").joinpath(name).read_text(encoding="utf-8")
    return [line for line in listed.splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    rows = (line.split() for line in _lines("word_frequencies.txt"))
    return {word: -log(int(count) / _COUNTED_OVER) for word, count in rows}


@lru_cache(maxsize=1)
def _phrases() -> Phrases:
    """Return the set phrases by their first two words, the longest first."""
    found: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for line in _lines("set_phrases.txt"):
        phrase = tuple(token.text for token in tokens(normalise(line)))
        if len(phrase) > 1:
            found.setdefault((phrase[0], phrase[1]), set()).add(phrase)
    return {start: tuple(sorted(group, key=len, reverse=True)) for start, group in found.items()}
