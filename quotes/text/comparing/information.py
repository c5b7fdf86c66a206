"""How much a phrase tells: the less likely its words, the less likely two people chose them by chance.

Method: sum of -ln p(word), in nats, with p counted over English-language news and the speech
quoted in it (word_frequencies.txt: the 2,500 most frequent words).
"""

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from math import log

_COUNTED_OVER = 10_000_000
RARE_WORD = 12.0
"""Nats of a word outside the table: the mean over all such words of the texts counted."""
FIGURE = 8.0
"""Nats of a number in figures."""


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    listed = files("quotes.text.comparing").joinpath("word_frequencies.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in listed.splitlines() if not line.startswith("#"))
    return {word: -log(int(count) / _COUNTED_OVER) for word, count in rows}


def information(words: Iterable[str]) -> float:
    """Return the information of `words` (texts of tokens) together, in nats; 0.0 for none."""
    table = _table()
    return sum(table.get(word) or _unlisted(word) for word in words)


def _unlisted(word: str) -> float:
    return FIGURE if word[:1].isdigit() else RARE_WORD
