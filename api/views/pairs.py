"""What the rows on pairs share: a newer one supersedes, and an older id leads on to it."""

from typing import Any

from django.db.models import QuerySet

from api.ordering import Key
from api.problems import Gone
from api.views.resources import ListedAndDetailed


class OnPairs(ListedAndDetailed):
    """Rows on a pair, of which one is in force; `gone` says what it means that none is."""

    orders = {"-received": [Key("pk", descending=True)], "received": [Key("pk")]}
    gone = ""

    def get_queryset(self) -> QuerySet[Any]:
        """Return all rows for an id; for lists those in force."""
        rows = super().get_queryset()
        return rows.filter(superseded_at__isnull=True) if self.action == "list" else rows

    def get_object(self) -> Any:
        """Return the row with the id in the address, or forward to the one in force on its pair."""
        row = super().get_object()
        now = row.in_force()
        if now is None:
            raise Gone(self.gone)
        if now.pk != row.pk:
            self.forward(now, "superseded by")
        return row
