"""Papers: the memo or recording a medium got hold of, through which later sentences hear its words.

"A memo was obtained by X. “…,” he wrote in the memo." "The paper X published a report. Its author warns in
it that …" "Audio archived by X captured the call. “…,” the pilot says on the recording."
"""

from collections.abc import Sequence
from itertools import pairwise

from quotes.text.reading.attribution.carry import as_context
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.types import Hop, SourceKind

# So many sentences behind it a paper is still the one spoken of.
_REACH = 3
_LABEL = 10


class Papers:
    """Remembers the paper spoken of last, and the hops of its words."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.hops: tuple[Hop, ...] = ()
        self.number = -_REACH - 1
        self.announced = False

    def note(self, keys: Sequence[str], hops: tuple[Hop, ...], number: int) -> None:
        """Remember the paper that sentence `number` says a medium has, or that it is about to print."""
        documents = [hop.kind is SourceKind.DOCUMENT for hop in hops]
        printed = any(documents) and keys[-1] == ":"
        held = not all(documents) and not any(
            listed.isdisjoint(keys) for listed in (self.words.papers, self.words.carrying)
        )
        if hops and (printed or held):
            self.hops, self.number, self.announced = as_context(hops), number, printed

    def through(self, keys: Sequence[str], number: int) -> tuple[Hop, ...]:
        """Return the hops of words that sentence `number` says stand "in it", "in the memo", or labels."""
        if not 0 < number - self.number <= _REACH:
            return ()
        labelled = self.announced and ":" in keys[:_LABEL] and number == self.number + 1
        if not labelled and not self._is_spoken_of(keys):
            return ()
        self.number = number
        return self.hops

    def _is_spoken_of(self, keys: Sequence[str]) -> bool:
        """Tell "in it", "in the memo", "on the recording"."""
        for place, (key, following) in enumerate(pairwise(keys)):
            if place == 0 and key in self.words.same and following in self.words.papers:
                return True  # "The memo called it …"
            if key not in ("in", "on"):
                continue
            if following == "it" or (
                following in self.words.same and not self.words.papers.isdisjoint(keys[place + 2 : place + 4])
            ):
                return True
        return False
