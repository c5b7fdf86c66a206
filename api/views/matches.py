"""Matches: the judged pairs of printings."""

from django.db.models import QuerySet

from api.filters.matches import MatchFilters
from api.serializers.matches import MatchDetail
from api.views.pairs import OnPairs
from quotes.models import Match


def shown() -> QuerySet[Match]:
    """Return the judgements in force with all that their JSON shows."""
    return with_sides().filter(superseded_at__isnull=True)


def with_sides() -> QuerySet[Match]:
    """Return all judgements, superseded ones too, with all that their JSON shows."""
    return Match.objects.select_related("a__article__outlet", "b__article__outlet", "decided_by")


class Matches(OnPairs):
    """Which printings are the same words, how they differ, and who judged so."""

    queryset = with_sides()
    serializer_class = MatchDetail
    filterset_class = MatchFilters
    route = "match"
    gone = "This judgement was taken back, and nothing is in force on the two printings now."
