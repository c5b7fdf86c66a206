"""Epithets: what stands beside a name, by which its bearer is called later ("the Utah Republican")."""

from collections import defaultdict
from collections.abc import Sequence

from quotes.text.reading.marking.frames import Sentence
from quotes.text.reading.names.party import Party
from quotes.text.reading.names.sources import Naming, Source

# How far before a name and behind it, in tokens, the words that introduce its bearer stand.
_BEFORE, _BEHIND = 4, 6
_OPENING = frozenset({",", "(", "of", "—", "–"})


class Epithets:
    """Knows, of every person of an article, the words that introduce him.

    They are read once, when first asked for.
    """

    def __init__(self, sentences: Sequence[Sentence], namings: Sequence[Sequence[Naming]]) -> None:
        self._sentences = sentences
        self._namings = namings
        self._beside: dict[Source, set[str]] | None = None

    def shared(self, party: Party, source: Source) -> int:
        """Return how many of the capitalised words of `party` stand beside a name of `source`."""
        own = {word.casefold() for word in party.phrase.split()[:-1] if word[:1].isupper()}
        return len(own & self._words()[source])

    def stands_beside(self, words: str, source: Source) -> bool:
        """Tell whether one of `words` stands beside a name of `source`."""
        return not self._words()[source].isdisjoint(words.casefold().split())

    def _words(self) -> dict[Source, set[str]]:
        if self._beside is None:
            self._beside = defaultdict(set)
            for sentence, namings in zip(self._sentences, self._namings, strict=True):
                for naming in namings:
                    if naming.source is not None and naming.source.is_person:
                        self._beside[naming.source].update(_beside(sentence, naming))
        return self._beside


def _beside(sentence: Sentence, naming: Naming) -> Sequence[str]:
    """Return the words before a name up to a mark, and those of what is said of its bearer behind it."""
    keys, tokens, name = sentence.keys, sentence.tokens, naming.name
    start = name.first
    while start > max(0, name.first - _BEFORE) and tokens[start - 1].is_word:
        start -= 1
    opened = name.last + 1 < len(keys) and keys[name.last + 1] in _OPENING
    end = name.last + 1 + _BEHIND if opened else name.last + 1
    return [*keys[start : name.first], *keys[name.last + 1 : end]]
