"""Matches: the judged pairs of printings."""

from django.db.models import QuerySet
from rest_framework import viewsets

from api.filters.matches import MatchFilters
from api.ordering import Key
from api.serializers.matches import MatchDetail
from api.views.resources import Listed
from quotes.models import Match


def shown() -> QuerySet[Match]:
    """Return the judgements in force with all that their JSON shows."""
    return Match.objects.current().select_related("a__article__outlet", "b__article__outlet", "decided_by")


class Matches(Listed, viewsets.GenericViewSet):  # type: ignore[type-arg]
    """Which printings are the same words, how they differ, and who judged so."""

    queryset = shown()
    serializer_class = MatchDetail
    filterset_class = MatchFilters
    orders = {"-received": [Key("pk", descending=True)], "received": [Key("pk")]}
