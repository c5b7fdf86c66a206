"""Copies: which articles print another's text, and whether it is so."""

from api.filters.copies import CopyFilters
from api.serializers.copies import CopyDetail
from api.views.pairs import OnPairs
from quotes.models import Copy


class Copies(OnPairs):
    """Pairs of articles that print one story in the same words, and who had it from whom."""

    queryset = Copy.objects.select_related(
        "a__outlet", "b__outlet", "revision_a", "revision_b", "source", "decided_by"
    ).defer("revision_a__text", "revision_b__text", "revision_a__furniture", "revision_b__furniture")
    serializer_class = CopyDetail
    filterset_class = CopyFilters
    route = "copy"
    gone = "Nothing is known of the two articles any more."
