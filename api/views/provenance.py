"""Provenance: who had a quote's words at first hand, and who has them from whom."""

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from api.views.resources import Resource
from quotes.models import Quote


class QuoteProvenance(Resource):
    """The ways a quote's words came to the outlets that print them."""

    queryset = Quote.objects.all()
    route = "quote-provenance"
    action = "retrieve"

    def get(self, request: Request, **kwargs: Any) -> Response:
        """Return origins and edges; sources are named by id and name."""
        from quotes.services.provenance import provenance

        return Response(provenance(self.get_object()))
