"""Synthetic quotes: words and phrases drawn as often as news draws them, made-up names; nobody said them."""

import random
from collections.abc import Iterator
from importlib.resources import files
from itertools import accumulate

from tests.benchmarks.synthetic import name

_RARE_WORDS = 60_000
_RARE_SHARE = 0.14
_PHRASES = 3_000
_PHRASE_SHARE = 0.05
_MEDIAN_LENGTH, _SPREAD = 2.64, 0.76  # of the logarithm: 14 words in the median, 18.7 in the mean, as in news
_SHORTEST, _LONGEST = 3, 90
_AT_ONCE = 200_000


class Speech:
    """Draws quotes; equal seeds draw equal ones.

    Rare words follow Zipf's law as the common ones do, and one unit in twenty is a phrase that comes up
    again, so that keys collide as they do in news.
    """

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        vocabulary = random.Random(1)  # the same for all seeds
        table = files("quotes.text.comparing").joinpath("word_frequencies.txt").read_text(encoding="utf-8")
        rows = [line.split() for line in table.splitlines() if line and not line.startswith("#")]
        common = {row[0]: float(row[1]) for row in rows if row[0].isalpha()}
        self.common = list(common)
        rare = {name(vocabulary): 1 / (rank + 20) for rank in range(_RARE_WORDS)}
        phrases = {
            " ".join(vocabulary.choices(self.common, list(common.values()), k=vocabulary.randint(3, 6))): 1
            / (rank + 10)
            for rank in range(_PHRASES)
        }
        shares = {_RARE_SHARE: rare, _PHRASE_SHARE: phrases, 1 - _RARE_SHARE - _PHRASE_SHARE: common}
        self._units = [unit.split() for part in shares.values() for unit in part]
        weights = (
            share * weight / sum(part.values()) for share, part in shares.items() for weight in part.values()
        )
        self._weights = list(accumulate(weights))
        self._drawn: list[str] = []
        self._at = 0

    def quotes(self) -> Iterator[list[str]]:
        """Yield the words of quotes, without end."""
        while True:
            yield self.words(self.length())

    def length(self) -> int:
        """Draw the length of a quote in words."""
        return max(_SHORTEST, min(_LONGEST, round(self._random.lognormvariate(_MEDIAN_LENGTH, _SPREAD))))

    def words(self, number: int) -> list[str]:
        """Draw so many words."""
        if self._at + number > len(self._drawn):
            units = self._random.choices(self._units, cum_weights=self._weights, k=_AT_ONCE)
            self._drawn = [word for unit in units for word in unit]
            self._at = 0
        start, self._at = self._at, self._at + number
        return self._drawn[start : self._at]
