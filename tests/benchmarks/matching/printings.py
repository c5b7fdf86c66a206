"""Printings of synthetic quotes: who prints what of whom, with the quote each one prints known."""

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.benchmarks.matching.speech import Speech

_SPREAD = 1.6  # Pareto: two in three quotes are printed once, the mean is two
_MOST_PRINTINGS = 290
_KINDS = {"exact": 0.4, "typography": 0.1, "fragment": 0.2, "truncation": 0.1, "edit": 0.2}
_SHUFFLED = 20_000
_LEAST_FRAGMENT, _LONGEST_FRAGMENT = 4, 12
_LONE = 0.1


class Print(NamedTuple):
    """One printing: its text, the quote it prints, its speaker, and how often that quote is printed.

    `whole` is the quote's text where no printing has it: a lone fragment is all there is.
    """

    text: str
    origin: int
    speaker: int
    printed: int
    kind: str
    whole: str = ""


class Press:
    """Prints quotes; equal seeds print the same."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._speech = Speech(seed)
        self._alter: dict[str, Callable[[list[str]], str]] = {
            "exact": " ".join,
            "typography": typography,
            "fragment": self.fragment,
            "truncation": self.truncation,
            "edit": self.edit,
        }

    def prints(self, number: int) -> Iterator[Print]:
        """Yield so many printings; those of one quote lie within twenty thousand of one another."""
        waiting: list[Print] = []
        left = number
        for origin, words in enumerate(self._speech.quotes()):
            waiting += self._all_of(origin, words)
            if len(waiting) >= min(_SHUFFLED, left):
                self._random.shuffle(waiting)
                yield from waiting[:left]
                left -= min(len(waiting), left)
                waiting = []
            if not left:
                return

    def fresh(self, number: int) -> Iterator[Print]:
        """Yield so many quotes that nobody printed before, each once."""
        for origin, words in zip(range(number), self._speech.quotes(), strict=False):
            yield Print(" ".join(words), -origin, int(self._random.paretovariate(0.8)) % 50_000, 1, "exact")

    def _all_of(self, origin: int, words: list[str]) -> Iterator[Print]:
        printed = min(_MOST_PRINTINGS, int(self._random.paretovariate(_SPREAD)))
        speaker = int(self._random.paretovariate(0.8)) % 50_000
        kinds = self._random.choices(list(_KINDS), list(_KINDS.values()), k=printed - 1)
        if printed == 1 and len(words) > 2 * _LONGEST_FRAGMENT and self._random.random() < _LONE:
            yield Print(self.fragment(words), origin, speaker, 1, "lone fragment", " ".join(words))
            return
        for kind in ("exact", *kinds):
            yield Print(self._alter[kind](words), origin, speaker, printed, kind)

    def fragment(self, words: list[str]) -> str:
        """Print a run of four to twelve of the words."""
        length = min(len(words), self._random.randint(_LEAST_FRAGMENT, _LONGEST_FRAGMENT))
        start = self._random.randint(0, len(words) - length)
        return " ".join(words[start : start + length])

    def truncation(self, words: list[str]) -> str:
        """Break off in the second half, and admit it."""
        return " ".join(words[: max(3, int(len(words) * self._random.uniform(0.5, 0.9)))]) + " …"

    def edit(self, words: list[str]) -> str:
        """Change one word in ten."""
        return " ".join(self._changed(words, 0.1))

    def words_changed(self, words: list[str]) -> str:
        """Change one word in six."""
        return " ".join(self._changed(words, 1 / 6))

    def reworded(self, words: list[str]) -> str:
        """Change two words in five of those everybody uses and one in seven of the others, and add some."""
        common = set(self._speech.common[:150])
        new: list[str] = []
        for word in words:
            changes = self._random.random() < (0.4 if word in common else 0.15)
            new += self._speech.words(self._random.choice([0, 1, 1, 2])) if changes else [word]
        return " ".join(new or words)

    def brackets(self, words: list[str]) -> str:
        """Put a word of the editor's in brackets."""
        place = self._random.randrange(len(words))
        return " ".join([*words[:place], f"[{self._speech.words(1)[0]}]", *words[place:]])

    def reordering(self, words: list[str]) -> str:
        """Print the second half first."""
        return " ".join([*words[len(words) // 2 :], *words[: len(words) // 2]])

    def _changed(self, words: list[str], share: float) -> list[str]:
        places = self._random.sample(range(len(words)), max(1, round(len(words) * share)))
        new = list(words)
        for place in places:
            new[place] = self._speech.words(1)[0]
        return new


def typography(words: list[str]) -> str:
    """Print the words in capitals between other marks."""
    return f"“{' '.join(words).upper()}!”"
