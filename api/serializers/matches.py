"""Matches as JSON: which words differ, and what that does to the meaning."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.fields import TEXT_SPAN, ApiUrl, Editor, or_null
from api.serializers.sources import OutletName
from quotes.models import Appearance, Match
from quotes.text.comparing.types import ChangeKind

OPERATIONS = ["replaced", "dropped", "added"]
DIFFERENCES = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["operation", "a", "b"],
        "properties": {
            "operation": {"type": "string", "enum": OPERATIONS},
            "a": TEXT_SPAN,
            "b": TEXT_SPAN,
        },
    },
}
CHANGES = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["kind", "a", "b", "sentence"],
        "properties": {
            "kind": {"type": "string", "enum": [kind.value for kind in ChangeKind]},
            "a": or_null(TEXT_SPAN),
            "b": or_null(TEXT_SPAN),
            "sentence": {"type": "string"},
        },
    },
}


def _side(span: list[int] | None, text: str) -> dict[str, Any] | None:
    if span is None:
        return None
    start, end = span
    return {"text": text[start:end], "start": start, "end": end}


@extend_schema_field(DIFFERENCES)
class Differences(serializers.Field):  # type: ignore[type-arg]
    """The stretches that differ, as spans of the two texts and as words."""

    def to_representation(self, row: Match) -> list[dict[str, Any]]:
        return [
            {
                "operation": one["operation"],
                "a": _side(one["a"], row.a.text),
                "b": _side(one["b"], row.b.text),
            }
            for one in row.differences
            if one["operation"] != "equal"
        ]


@extend_schema_field(CHANGES)
class Changes(serializers.Field):  # type: ignore[type-arg]
    """The changes of meaning, each with a sentence that states it."""

    def to_representation(self, row: Match) -> list[dict[str, Any]]:
        return [
            {
                "kind": one["kind"],
                "a": _side(one["a"], row.a.text),
                "b": _side(one["b"], row.b.text),
                "sentence": one["sentence"],
            }
            for one in row.changes
        ]


class Printing(serializers.Serializer[Appearance]):
    """One side of a match."""

    id = serializers.UUIDField(source="public_id")
    api_url = ApiUrl("appearance")
    text = serializers.CharField()
    outlet = OutletName(source="article.outlet")


class MatchDetail(serializers.Serializer[Match]):
    """A judged pair of printings. `relation` is that of the other side to the `fuller` one."""

    id = serializers.UUIDField(source="public_id")
    api_url = ApiUrl("match")
    a = Printing()
    b = Printing()
    fuller = serializers.ChoiceField(choices=Match.Side.choices)
    relation = serializers.ChoiceField(choices=Match.Relation.choices)
    judgement = serializers.ChoiceField(choices=Match.Judgement.choices)
    score = serializers.FloatField()
    differences = Differences(source="*", read_only=True)
    changes = Changes(source="*", read_only=True)
    decided_by = Editor()
    decided_at = serializers.DateTimeField(allow_null=True)
    created_at = serializers.DateTimeField()
