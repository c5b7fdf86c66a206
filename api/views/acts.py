"""Acts: merges and splits that people made, for whoever wants to take one back."""

from django.db.models import QuerySet

from api.ordering import Key
from api.serializers.acts import ActDetail
from api.views.resources import ListedAndDetailed
from quotes.models import Act


def shown() -> QuerySet[Act]:
    """Return the acts with all that their JSON shows."""
    return Act.objects.select_related("decided_by").prefetch_related("undone")


class Acts(ListedAndDetailed):
    """The merges and splits of quotes, the merges of sources, and what was undone of them."""

    queryset = shown()
    serializer_class = ActDetail
    route = "act"
    orders = {"-received": [Key("pk", descending=True)], "received": [Key("pk")]}
