"""Sources as JSON."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.fields import ApiUrl, ApiUrlOfList, TextOrNull
from quotes.models import Alias, Source


class SourceName(serializers.Serializer[Source]):
    """A source where it is named by others."""

    id = serializers.UUIDField(source="public_id")
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=Source.Kind.choices)


class OutletName(serializers.Serializer[Source]):
    """An outlet where it is named by others."""

    id = serializers.UUIDField(source="public_id")
    name = serializers.CharField()


class AliasOfSource(serializers.Serializer[Alias]):
    """Another name of a source, with the days it was in use."""

    name = serializers.CharField()
    since = serializers.DateField(allow_null=True)
    until = serializers.DateField(allow_null=True)


@extend_schema_field({"type": ["string", "null"], "format": "uuid"})
class ArticleThatKnowsIt(serializers.Field):  # type: ignore[type-arg]
    """The one article that knows an unnamed source."""

    def __init__(self) -> None:
        super().__init__(source="*", read_only=True)

    def to_representation(self, row: Any) -> str | None:
        return str(row.only_in.public_id) if row.only_in_id else None


class SourceDetail(serializers.Serializer[Source]):
    """A person, organisation, agency, outlet …: anyone who can say words or pass them on."""

    id = serializers.UUIDField(source="public_id")
    api_url = ApiUrl("source")
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=Source.Kind.choices)
    disambiguation = TextOrNull()
    aliases = AliasOfSource(many=True)
    homepage = TextOrNull()
    only_in = ArticleThatKnowsIt()
    said_url = ApiUrlOfList("quotes", "speaker")
    passed_on_url = ApiUrlOfList("quotes", "via")
    printed_url = ApiUrlOfList("articles", "outlet")
