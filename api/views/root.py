"""The root, and the answer to addresses that are none."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from api.suggesting import did_you_mean, listed
from api.views.resources import Strict

RESOURCES = (
    "changes",
    "articles",
    "quotes",
    "appearances",
    "sources",
    "speakers",
    "outlets",
    "matches",
    "copies",
    "kept-apart",
    "acts",
    "jobs",
    "schema",
    "docs",
)


class Root(Strict):
    """What there is: the address of every list, of the OpenAPI document and of the docs page."""

    @extend_schema(
        responses={
            200: {
                "type": "object",
                "required": list(RESOURCES),
                "properties": {name: {"type": "string", "format": "uri"} for name in RESOURCES},
            }
        }
    )
    def get(self, request: Request) -> Response:
        """List the resources by name."""
        return Response({name: reverse(name, request=request) for name in RESOURCES})


@extend_schema(exclude=True)
class Nowhere(Strict):
    """Every other address below the API's: 404, with the resource that was probably meant."""

    permission_classes = ()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Say so before anything else is checked."""
        first = request.path.removeprefix("/api/v1/").split("/")[0]
        raise NotFound(
            f"The API has no address {request.path[:200]}.{did_you_mean(first, RESOURCES)}"
            f" There are: {listed(RESOURCES)}."
        )
