"""Provenance: who had a quote's words at first hand, and who has them from whom."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from api.serializers.provenance import PROVENANCE
from api.views.resources import Resource
from quotes.models import Quote
from quotes.services.provenance import provenance


class QuoteProvenance(Resource):
    """The ways a quote's words came to the outlets that print them."""

    queryset = Quote.objects.all()
    route = "quote-provenance"
    action = "retrieve"

    @extend_schema(operation_id="quotes_provenance_retrieve", responses={200: PROVENANCE})
    def get(self, request: Request, **kwargs: Any) -> Response:
        """Return outlets, origins and edges; sources by name."""
        return Response(provenance(self.get_object()))
