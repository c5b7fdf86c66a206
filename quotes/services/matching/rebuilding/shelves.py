"""Shelves: the printings of wordings in order, and which of them meet."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from quotes.services.matching.candidates import MOST_PRINTINGS
from quotes.services.matching.comparisons import Ids
from quotes.services.matching.rebuilding.plans import Range
from quotes.services.statements import array, run

_PRINTED = """
    SELECT printed.wording_id, printed.id,
           CASE WHEN article.state = 'matched' THEN article.matched_with ELSE '' END
    FROM quotes_appearance printed JOIN quotes_article article ON article.id = printed.article_id
    WHERE {which} AND printed.state <> 'rejected' AND printed.kind <> 'indirect'
    ORDER BY printed.id
"""
_OF_RANGE = _PRINTED.format(which="printed.wording_id BETWEEN %s::int AND %s::int")
_OF_THESE = _PRINTED.format(which="printed.wording_id = ANY(%s::int[])")


@dataclass(slots=True)
class Shelf:
    """Standing printings by wording, in the order they came, and the rules that matched their articles."""

    by_wording: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    matched_with: dict[int, str] = field(default_factory=dict)

    def add(self, wording: int, printing: int, matched_with: str) -> None:
        """Put a printing on the shelf; they come in order."""
        self.by_wording[wording].append(printing)
        self.matched_with[printing] = matched_with

    def meet(self, one: int, other: int) -> Iterator[Ids]:
        """Yield the pairs between two wordings, or within one: each printing with the newest before it."""
        ours, theirs = self.by_wording[one], self.by_wording[other]
        yield from _before(ours, theirs)
        if one != other:
            yield from _before(theirs, ours)


def shelf_of(over: Range) -> Shelf:
    """Return the printings of a range of wordings."""
    shelf = Shelf()
    for row in run(_OF_RANGE, [over.first, over.last]):
        shelf.add(*row)
    return shelf


def extend(shelf: Shelf, wordings: Collection[int]) -> None:
    """Put the printings of more wordings on the shelf."""
    missing = set(wordings) - shelf.by_wording.keys()
    for row in run(_OF_THESE, [array(sorted(missing))]):
        shelf.add(*row)


def _before(later: list[int], earlier: list[int]) -> Iterator[Ids]:
    for printing in later:
        end = bisect_left(earlier, printing)
        for other in earlier[max(0, end - MOST_PRINTINGS) : end]:
            yield other, printing
