"""What editors say of sources that are not one."""

from typing import Any

from drf_spectacular.utils import OpenApiResponse, extend_schema, extend_schema_view
from rest_framework.response import Response

from api.actions.action import Action, does
from api.actions.merging import SourcesGiven
from api.serializers.bodies import Reasoned
from api.serializers.kept_apart import KeptApartDetail, KeptApartNow
from api.views.kept_apart import KeptApartPairs
from api.views.sources import Sources
from quotes.models import KeptApart, Source
from quotes.services import sources


@does(SourcesGiven, KeptApartNow)
class KeepApart(Action, Sources):
    """They are not this source, nor one another: they are neither merged nor suggested to be one."""

    needs = "quotes.change_source"

    def act(self, row: Source, given: dict[str, Any]) -> Response:
        apart = sources.keep_apart(by=self.editor, sources=[row, *given["sources"]], reason=given["reason"])
        rows: Any = KeptApartPairs.queryset.filter(pk__in=[one.pk for one in apart]).order_by("pk")
        shown = KeptApartDetail(rows, many=True, context=self.get_serializer_context()).data
        return Response({"kept_apart": shown})


@extend_schema_view(
    post=extend_schema(request=Reasoned, responses={204: OpenApiResponse(None, "They may be one again.")})
)
class AllowAgain(Action, KeptApartPairs):
    """Take back that two sources are two."""

    needs = "quotes.change_source"

    def act(self, row: KeptApart, given: dict[str, Any]) -> Response:
        sources.allow_again(by=self.editor, apart=row, reason=given["reason"])
        return Response(status=204)
