"""Passages of one article: those that do not share their words are two quotes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol

from quotes.graph.joining import Joining


class Tie(Protocol):
    """A tie between a fragment and the printing that holds it, by the words they share."""

    @property
    def part(self) -> int: ...
    @property
    def whole(self) -> int: ...


class Passages:
    """Which printings stand in one article, and which are tied by the words they share.

    `article_of` gives the article of each printing, by any number; what is not in it clashes with nothing.
    `by_words` holds the groups that shared words and people's decisions have made so far.
    """

    def __init__(self, article_of: Mapping[int, int], by_words: Joining) -> None:
        self._article_of = article_of
        self._worded = {node: by_words.root(node) for node in article_of}

    def clash(self, one: Iterable[int], other: Iterable[int], ties: Iterable[Tie] = ()) -> bool:
        """Tell whether one group of two would hold two passages of one article that no words tie.

        `ties` are the ties of shared words between the two groups.
        """
        if not self._article_of:
            return False
        tied = {(self._worded.get(tie.part), self._worded.get(tie.whole)) for tie in ties}
        here: dict[int, set[int]] = defaultdict(set)
        for node in one:
            if node in self._article_of:
                here[self._article_of[node]].add(self._worded[node])
        return any(
            (words, self._worded[node]) not in tied
            for node in other
            if node in self._article_of
            for words in here.get(self._article_of[node], ())
        )
