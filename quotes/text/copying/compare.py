"""How much of two stories is the same: shares both ways, and the passages that show it."""

from collections.abc import Collection
from dataclasses import dataclass

from quotes.text.copying.alignment import Aligned, align
from quotes.text.copying.story import Story
from quotes.text.copying.weights import LEAST_COMMON, LEAST_SHARE
from quotes.text.spans import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two stored texts; a few between them may be an editor's."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two stories have in common.

    `share_a` is the share of a's own words, quotations and background left out, that b prints in the
    same passages; `share_b` the other way round; `common` counts those words. `passages` are all shared
    ones, quotations too, in the order of a.
    """

    share_a: float
    share_b: float
    common: int
    passages: tuple[Passage, ...]

    @property
    def is_copy(self) -> bool:
        """Tell whether one story is copied from the other, or both from a third."""
        return self.common >= LEAST_COMMON and max(self.share_a, self.share_b) >= LEAST_SHARE

    def turned(self) -> "Likeness":
        """Return the same with a and b the other way round, the passages in the order of the new a."""
        passages = sorted((Passage(one.b, one.a) for one in self.passages), key=lambda one: one.a)
        return Likeness(self.share_b, self.share_a, self.common, tuple(passages))


def compare(a: Story, b: Story, *, background: Collection[int] = ()) -> Likeness:
    """Compare two stories; `background` are the words of a that older stories print too.

    What both print of the background counts for neither: not as common, nor among the words there are.
    """
    found = align(a.words, b.words)
    aside = frozenset(background)
    met = {(i + step, j + step) for passage in found for i, j, size in passage.runs for step in range(size)}
    old = {pair for pair in met if pair[0] in aside}
    here = {i for i, _ in met - old if a.own[i]}
    there = {j for _, j in met - old if b.own[j]}
    return Likeness(
        share_a=_share(len(here), sum(a.own) - sum(a.own[i] for i, _ in old)),
        share_b=_share(len(there), sum(b.own) - sum(b.own[j] for j in {j for _, j in old})),
        common=min(len(here), len(there)),
        passages=tuple(_passage(a, b, passage) for passage in found),
    )


def _share(common: int, words: int) -> float:
    return round(min(1.0, common / words), 4) if words > 0 else 0.0


def _passage(a: Story, b: Story, aligned: Aligned) -> Passage:
    return Passage(_span(a, aligned.a), _span(b, aligned.b))


def _span(story: Story, words: tuple[int, int]) -> Span:
    return Span(story.spans[words[0]][0], story.spans[words[1] - 1][1])
