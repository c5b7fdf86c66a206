"""Quotes: what was said, by whom, how often printed, how it came to us."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from api.attributing import attribute
from api.filters.appearances import QuoteFilters
from api.ordering import Key, instant
from api.serializers.quotes import QuoteDetail
from api.views.expanding import attach_appearances, attach_matches, attach_provenance
from api.views.resources import ListedAndDetailed, expands
from quotes.models import Quote

MOST_IN_LISTS = 20
MOST_IN_DETAIL = 200
IN_DETAIL = ("appearances", "matches")
_FIRST = "first_published_at"


class Quotes(ListedAndDetailed):
    """What was said: every quote once, whoever printed it."""

    queryset = Quote.objects.select_related("speaker").with_conflict()
    serializer_class = QuoteDetail
    filterset_class = QuoteFilters
    route = "quote"
    expandable = ("appearances", "matches", "provenance")
    orders = {
        "-published": [Key(_FIRST, instant, descending=True, nullable=True), Key("pk", descending=True)],
        "published": [Key(_FIRST, instant, nullable=True), Key("pk")],
        "received": [Key("pk")],
        "-received": [Key("pk", descending=True)],
    }

    def get_queryset(self) -> QuerySet[Any]:
        """Return all quotes for an id; for lists those that were not merged into another."""
        rows = super().get_queryset()
        return rows.filter(merged_into__isnull=True) if self.action == "list" else rows

    @expands(*expandable)
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """List quotes, with what `expand` adds."""
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(self._shown(page or [], self.expanded, most=MOST_IN_LISTS))

    @expands(*expandable)
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Show one quote with its printings and how they differ."""
        asked = self.expanded
        return Response(self._shown([self.get_object()], [*IN_DETAIL, *asked], most=MOST_IN_DETAIL)[0])

    def represent(self, row: Quote) -> Any:
        """Return the quote's JSON with its printings and matches."""
        return self._shown([row], IN_DETAIL, most=MOST_IN_DETAIL)[0]

    def _shown(self, rows: Sequence[Quote], expand: Sequence[str], *, most: int) -> Sequence[Any]:
        attribute(rows)
        if "appearances" in expand:
            attach_appearances(rows, most=most)
        if "matches" in expand:
            attach_matches(rows, most=most)
        if "provenance" in expand:
            attach_provenance(rows, most=most)
        return self.get_serializer(rows, many=True).data  # type: ignore[no-any-return]
