"""Matches: the judged pairs of printings."""

from typing import Any

from django.db.models import QuerySet

from api.filters.matches import MatchFilters
from api.ordering import Key
from api.problems import Gone
from api.serializers.matches import MatchDetail
from api.views.resources import ListedAndDetailed
from quotes.models import Match


def shown() -> QuerySet[Match]:
    """Return the judgements in force with all that their JSON shows."""
    return with_sides().filter(superseded_at__isnull=True)


def with_sides() -> QuerySet[Match]:
    """Return all judgements, superseded ones too, with all that their JSON shows."""
    return Match.objects.select_related("a__article__outlet", "b__article__outlet", "decided_by")


class Matches(ListedAndDetailed):
    """Which printings are the same words, how they differ, and who judged so."""

    queryset = with_sides()
    serializer_class = MatchDetail
    filterset_class = MatchFilters
    route = "match"
    orders = {"-received": [Key("pk", descending=True)], "received": [Key("pk")]}

    def get_queryset(self) -> QuerySet[Any]:
        """Return all judgements for an id; for lists those in force."""
        rows = super().get_queryset()
        return rows.filter(superseded_at__isnull=True) if self.action == "list" else rows

    def get_object(self) -> Match:
        """Return the judgement with the id in the address, or forward to the one in force on its pair."""
        row: Match = super().get_object()
        now = row.in_force()
        if now is None:
            raise Gone("This judgement was taken back, and nothing is in force on the two printings now.")
        if now.pk != row.pk:
            self.forward(now, "superseded by")
        return row
