"""Kept apart: the sources of which people said that they are two."""

from api.filters.kept_apart import KeptApartFilters
from api.serializers.kept_apart import KeptApartDetail
from api.views.pairs import OnPairs
from quotes.models import KeptApart


class KeptApartPairs(OnPairs):
    """Pairs of sources that are neither merged nor suggested to be one."""

    queryset = KeptApart.objects.select_related("a", "b", "decided_by")
    serializer_class = KeptApartDetail
    filterset_class = KeptApartFilters
    route = "kept-apart-pair"
    gone = "This was taken back: the two sources may be merged again."
