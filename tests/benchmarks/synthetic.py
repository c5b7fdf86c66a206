"""Synthetic quotes: words drawn as news draws them, and made-up names; nobody said them."""

import random
from collections.abc import Iterator
from importlib.resources import files
from itertools import accumulate

SYLLABLES = [
    "ka",
    "lor",
    "ven",
    "mi",
    "tas",
    "ul",
    "bre",
    "don",
    "shi",
    "ar",
    "nel",
    "po",
    "gru",
    "eth",
    "wy",
]


class Speech:
    """Draws quotes; equal seeds draw equal ones."""

    def __init__(self, seed: int) -> None:
        table = files("quotes.text.comparing").joinpath("word_frequencies.txt").read_text(encoding="utf-8")
        rows = [line.split() for line in table.splitlines() if line and not line.startswith("#")]
        self._words = [row[0] for row in rows]
        self._weights = list(accumulate(int(row[1]) for row in rows))
        self._random = random.Random(seed)

    def quotes(self, number: int) -> Iterator[str]:
        """Yield quotes of five to thirty-five words, about one word in eight a rare one."""
        for _ in range(number):
            length = self._random.randint(5, 35)
            drawn = self._random.choices(self._words, cum_weights=self._weights, k=length)
            yield " ".join(self._name() if self._random.random() < 0.12 else word for word in drawn)

    def altered(self, quote: str) -> str:
        """Return a printing of `quote` as another outlet has it: a fragment, or with a word changed."""
        words = quote.split()
        if len(words) > 8 and self._random.random() < 0.5:
            start = self._random.randint(0, len(words) - 8)
            return " ".join(words[start : start + 8])
        words[self._random.randrange(len(words))] = self._name()
        return " ".join(words)

    def _name(self) -> str:
        return "".join(self._random.choices(SYLLABLES, k=3)).title()
