"""Sources, and two views of the same rows: those who spoke and those who print."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from api.filters.sources import SourceFilters
from api.ordering import Key, words
from api.serializers.sources import SourceDetail
from api.views.resources import ListedAndDetailed
from quotes.models import Appearance, Article, Hop, Source


class Sources(ListedAndDetailed):
    """Everyone and everything that can say words or pass them on."""

    queryset = Source.objects.select_related("only_in").prefetch_related("aliases")
    serializer_class = SourceDetail
    filterset_class = SourceFilters
    route = "source"
    orders = {
        "name": [Key("name", words), Key("pk")],
        "-name": [Key("name", words, descending=True), Key("pk", descending=True)],
        "received": [Key("pk")],
        "-received": [Key("pk", descending=True)],
    }

    def get_queryset(self) -> QuerySet[Any]:
        """Return all sources for an id; for lists those not merged, and known beyond one article."""
        rows = super().get_queryset()
        if self.action != "list":
            return rows
        rows = rows.filter(merged_into__isnull=True)
        return rows if "only_in" in self.request.query_params else rows.filter(only_in__isnull=True)


class Speakers(Sources):
    """The sources whose words were printed."""

    route = "speaker"

    def get_queryset(self) -> QuerySet[Any]:
        """Return the sources at the start of a standing chain, and merged ones, which forward."""
        first = Hop.objects.filter(source=OuterRef("pk"), position=0).exclude(
            appearance__state=Appearance.State.REJECTED
        )
        rows = super().get_queryset()
        return rows.filter(Exists(first)) if self.action == "list" else rows


class Outlets(Sources):
    """The sources that printed an article."""

    route = "outlet"

    def get_queryset(self) -> QuerySet[Any]:
        """Return the sources with an article, and merged ones, which forward."""
        rows = super().get_queryset()
        printed = Article.objects.filter(outlet=OuterRef("pk"))
        return rows.filter(Exists(printed)) if self.action == "list" else rows
