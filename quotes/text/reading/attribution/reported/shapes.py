"""Shapes: what a token looks like to the statistics: frequent words are themselves, others their class."""

from collections.abc import Mapping, Sequence
from operator import attrgetter

from quotes.text.reading.marking.frames import Token

NUMBER, NAME, QUOTE, START, END = "0", "A", "“", "<s>", "</s>"
_LONG = 3
# Shapes remembered at most, so that a long-running process stays small.
_MOST = 50_000
_texts = attrgetter("text")


class Shapes(dict[str, str]):
    """The shapes of tokens by their text, made where they are first asked for.

    `known` are the words that count as themselves; `classes` gives other words the class that the
    training found for them (see training/classes.py). What neither knows goes by its last two letters.
    """

    def __init__(self, known: frozenset[str], classes: Mapping[str, str]) -> None:
        super().__init__()
        self.known = known
        self.classes = classes

    def of(self, tokens: Sequence[Token]) -> list[str]:
        """Return the shape of each token."""
        return list(map(self.__getitem__, map(_texts, tokens)))

    def __missing__(self, text: str) -> str:
        if len(self) > _MOST:
            self.clear()
        shape = self[text] = self._shape(text)
        return shape

    def _shape(self, text: str) -> str:
        if not text:
            return QUOTE
        key = text.casefold().replace("’", "'")
        if key in self.known or (len(text) == 1 and not text.isalnum()):
            return key
        if text[0].isdigit():
            return NUMBER
        if text[0].isupper():
            return NAME
        ending = f"~{key[-2:]}" if len(key) > _LONG else "~"
        return self.classes.get(key, ending)
