"""Appearances: the printings, each with its chain."""

from django.db.models import QuerySet

from api.filters.appearances import AppearanceFilters
from api.ordering import Key, instant
from api.serializers.appearances import AppearanceDetail
from api.views.resources import ListedAndDetailed
from quotes.models import Appearance

_PUBLISHED = "article__published_at"
# Within an article, in the order of its text.
IN_PRINT = [
    Key(_PUBLISHED, instant, descending=True, nullable=True),
    Key("article_id", descending=True),
    Key("start"),
    Key("pk"),
]
PRINTED_FIRST = [Key(_PUBLISHED, instant, nullable=True), Key("article_id"), Key("start"), Key("pk")]


def shown() -> QuerySet[Appearance]:
    """Return the appearances with all that their JSON shows, in a fixed number of queries."""
    return Appearance.objects.with_chain().select_related("decided_by")


class Appearances(ListedAndDetailed):
    """The printings of quotes, where they stand and whom they came through."""

    queryset = shown()
    serializer_class = AppearanceDetail
    filterset_class = AppearanceFilters
    route = "appearance"
    orders = {
        "-published": IN_PRINT,
        "published": PRINTED_FIRST,
        "received": [Key("pk")],
        "-received": [Key("pk", descending=True)],
    }
