"""Copies as JSON: two articles, the words in common, who had them from whom."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.appearances import ArticleName
from api.serializers.fields import SPAN, ApiUrl, Editor, TextOrNull
from api.serializers.sources import SourceName
from quotes.models import Copy

_SIDES = {"type": ["string", "null"], "enum": [*Copy.Side.values, None]}


class CopySideA(serializers.Serializer[Copy]):
    """The one article."""

    article = ArticleName(source="a")
    revision = serializers.IntegerField(source="revision_a.number")
    share = serializers.FloatField(
        source="share_a", help_text="The share of its own words that the other prints."
    )


class CopySideB(serializers.Serializer[Copy]):
    """The other article."""

    article = ArticleName(source="b")
    revision = serializers.IntegerField(source="revision_b.number")
    share = serializers.FloatField(
        source="share_b", help_text="The share of its own words that the other prints."
    )


@extend_schema_field(
    {**_SIDES, "description": "The side that had the words first; null where nothing tells."}
)
class Giver(serializers.Field):  # type: ignore[type-arg]
    """The side that gave the words."""

    def to_representation(self, value: str) -> str | None:
        return value or None


@extend_schema_field(
    {
        "type": "array",
        "description": "The words in common, as spans of the two texts.",
        "items": {"type": "object", "required": ["a", "b"], "properties": {"a": SPAN, "b": SPAN}},
    }
)
class Passages(serializers.Field):  # type: ignore[type-arg]
    """The words in common."""

    def to_representation(self, value: Any) -> list[dict[str, Any]]:
        return [
            {side: {"start": span[0], "end": span[1]} for side, span in passage.items()} for passage in value
        ]


class CopyDetail(serializers.Serializer[Copy]):
    """Two articles that print one story in the same words; accepted, the taker's chains name `source`."""

    id = serializers.UUIDField(source="public_id")
    api_url = ApiUrl("copy")
    a = CopySideA(source="*")
    b = CopySideB(source="*")
    giver = Giver(read_only=True)
    source = SourceName(allow_null=True, help_text="Whom the other side's chains should name.")  # type: ignore[assignment]  # our own name
    credited = serializers.BooleanField(help_text="Whether the other side names it itself.")
    passages = Passages(read_only=True)
    state = serializers.ChoiceField(choices=Copy.State.choices)
    decided_by = Editor()
    decided_at = serializers.DateTimeField(allow_null=True)
    reason = TextOrNull()
    created_at = serializers.DateTimeField()
