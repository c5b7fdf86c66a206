"""Grouping: the groups of tied printings that belong to a range of appearances."""

from collections.abc import Collection, Iterable

from quotes.graph.joining import Joining
from quotes.models import Appearance, Article
from quotes.services.matching.partitioning import SAME
from quotes.services.matching.rebuilding.plans import Range
from quotes.services.matching.touched import Touched, touched


def standing_in(over: Range) -> list[int]:
    """Return the standing printings of a range of appearances, of articles that were matched."""
    matched = Appearance.objects.standing().quoted().filter(article__state=Article.State.MATCHED)
    own = matched.filter(pk__range=(over.first, over.last))
    return list(own.values_list("pk", flat=True))


def owned(around: Touched, over: Range) -> frozenset[int]:
    """Return the appearances of the groups whose least one is in the range."""
    groups = groups_of(around)
    return frozenset(id for group in groups if over.holds(min(group)) for id in group)


def groups_of(around: Touched) -> Iterable[tuple[int, ...]]:
    """Return the groups that ties and today's quotes make of the appearances."""
    joining = Joining(dict.fromkeys(around.appearances, 0), ())
    first: dict[int, int] = {}
    for id, row in around.appearances.items():
        if row.quote_id is not None:
            joining.join(first.setdefault(row.quote_id, id), id)
    for match in around.matches:
        if match.judgement in SAME:
            joining.join(match.a_id, match.b_id)
    return joining.groups()


def regrouped(*, over: Range) -> Collection[int]:
    """Return the appearances to assemble anew for a range: whole groups, each in one range only."""
    own = standing_in(over)
    return owned(touched(appearances=own, quotes=()), over) if own else ()
