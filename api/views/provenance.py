"""Provenance: who had a quote's words at first hand, and who has them from whom."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from api.views.resources import Resource
from quotes.models import Quote
from quotes.services.provenance import provenance

_NAME = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_NAMES = {"type": "array", "items": _NAME}


def _object(**members: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(members), "properties": members}


_FIRST = _object(
    article={"type": "string", "format": "uuid"},
    outlet=_NAME,
    published_at={"type": ["string", "null"], "description": "ISO 8601, as precise as printed."},
)
_ORIGINS = {
    "type": "array",
    "description": "Sources that had the words at first hand, and the outlets that have them from there.",
    "items": _object(source=_NAME, outlets=_NAMES),
}
_UNKNOWN = {**_COUNT, "description": "How many outlets do not show where they have the words from."}
_ID = {"type": "string", "format": "uuid"}
_COPY = _object(
    copy=_ID,
    article={**_ID, "description": "The article that prints the other's words."},
    outlet=_NAME,
    of={**_ID, "description": "The article they are copied from."},
    source={**_NAME, "description": "Whom the copy should name: the agency, or the other outlet."},
    share={"type": "number", "description": "The share of the article's own words that stand in the other."},
    credited={"type": "boolean", "description": "Whether the article names the source itself."},
    state={"type": "string", "enum": ["suggested", "accepted"]},
)
PROVENANCE = _object(
    outlets={**_COUNT, "description": "How many outlets print the words."},
    origins=_ORIGINS,
    unknown=_UNKNOWN,
    first={**_FIRST, "type": ["object", "null"], "description": "The earliest printing known."},
    edges={
        "type": "array",
        "description": "The steps the words took, and in how many printings.",
        "items": _object(**{"from": _NAME, "to": _NAME, "printings": _COUNT}),
    },
    suggested={
        **_object(origins=_ORIGINS, unknown=_UNKNOWN),
        "description": "The same with copies that the machine suggests and nobody has decided on yet.",
    },
    copies={
        "type": "array",
        "description": "Printings in articles that print another article's words; accepted ones count above.",
        "items": _COPY,
    },
)


class QuoteProvenance(Resource):
    """The ways a quote's words came to the outlets that print them."""

    queryset = Quote.objects.all()
    route = "quote-provenance"
    action = "retrieve"

    @extend_schema(operation_id="quotes_provenance_retrieve", responses={200: PROVENANCE})
    def get(self, request: Request, **kwargs: Any) -> Response:
        """Return outlets, origins and edges; sources by name."""
        return Response(provenance(self.get_object()))
