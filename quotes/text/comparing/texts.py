"""A printing made ready for comparing: its words, its tokens and what they tell."""

from collections.abc import Sequence
from functools import cached_property, lru_cache

from quotes.text.comparing.content import is_content, stem
from quotes.text.comparing.information import information
from quotes.text.comparing.normalising import Normalised, normalise
from quotes.text.comparing.plain import plain_words
from quotes.text.comparing.tokens import Token, tokens


class Text:
    """The tokens of one original, `words` their texts; two of equal originals are equal.

    Most pairs are told apart by their words alone, so places and the rest are read when they are asked for.
    A plain text (see `plain_words`) has no cuts, and nothing in it was inserted.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        plain = plain_words(original)
        self._plain = plain is not None
        self.words = tuple(plain.tokens if plain else (token.text for token in self.tokens))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self.original == other.original

    def __hash__(self) -> int:
        """Return a hash of the original alone: all the rest follows from it."""
        return hash(self.original)

    @cached_property
    def normalised(self) -> Normalised:
        """The words in normal form, with their places."""
        return normalise(self.original)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens, with the words they stand for."""
        return tokens(self.normalised)

    @cached_property
    def nats(self) -> float:
        """The information of the tokens that an editor did not insert."""
        return self.nats_of((0, len(self.words)))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the content words that an editor did not insert."""
        said = self.words if self._plain else _said(self.tokens)
        return frozenset(stem(word) for word in said if is_content(word))

    def nats_of(self, over: tuple[int, int]) -> float:
        """Return the information of the tokens from `over[0]` to before `over[1]`, insertions left out."""
        start, end = over
        return information(self.words[start:end] if self._plain else _said(self.tokens[start:end]))

    def printed(self, at: int) -> str:
        """Return the word that token `at` stands for, as printed."""
        return self.normalised.words[self.tokens[at].first].span.of(self.normalised.original)

    def parts_sentences(self, at: int) -> bool:
        """Tell whether token `at` starts a sentence or the text ends before it."""
        if at <= 0 or at >= len(self.tokens):
            return True
        return self.normalised.words[self.tokens[at - 1].last - 1].closes

    def cut_before(self, at: int) -> bool:
        """Tell whether an ellipsis stands right before token `at` (at the end: after the last)."""
        if self._plain:
            return False
        words = self.normalised.words
        return (self.tokens[at].first if at < len(self.tokens) else len(words)) in self.normalised.cuts

    def inserted(self, over: tuple[int, int]) -> bool:
        """Tell whether every token of a range was put in by an editor; True for no token."""
        if self._plain:
            return over[0] >= over[1]
        return all(token.inserted for token in self.tokens[over[0] : over[1]])


def _said(tokens: Sequence[Token]) -> list[str]:
    return [token.text for token in tokens if not token.inserted]


@lru_cache(maxsize=8192)
def read(text: str) -> Text:
    """Prepare `text` for comparing."""
    return Text(text)
