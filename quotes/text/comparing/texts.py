"""A printing made ready for comparing: its words, its tokens and what they tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from quotes.text.comparing.content import is_content, stem
from quotes.text.comparing.information import information
from quotes.text.comparing.normalising import Normalised, normalise
from quotes.text.comparing.tokens import Token, tokens


@dataclass(frozen=True, slots=True)
class Text:
    """The tokens of one original; `nats` is the information of those an editor did not insert."""

    normalised: Normalised
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    nats: float
    stems: frozenset[str]

    def __hash__(self) -> int:
        """Return a hash of the original alone: all the rest follows from it."""
        return hash(self.normalised)

    def nats_of(self, over: tuple[int, int]) -> float:
        """Return the information of the tokens from `over[0]` to before `over[1]`, insertions left out."""
        return information(_said(self.tokens[over[0] : over[1]]))

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
        words = self.normalised.words
        return (self.tokens[at].first if at < len(self.tokens) else len(words)) in self.normalised.cuts

    def inserted(self, over: tuple[int, int]) -> bool:
        """Tell whether every token of a range was put in by an editor; True for no token."""
        return all(token.inserted for token in self.tokens[over[0] : over[1]])


def _said(tokens: Sequence[Token]) -> list[str]:
    return [token.text for token in tokens if not token.inserted]


@lru_cache(maxsize=8192)
def read(text: str) -> Text:
    """Prepare `text` for comparing."""
    normalised = normalise(text)
    found = tokens(normalised)
    words = tuple(token.text for token in found)
    said = _said(found)
    stems = frozenset(stem(word) for word in said if is_content(word))
    return Text(normalised, found, words, information(said), stems)
