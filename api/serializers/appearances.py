"""Appearances as JSON: the printed words, their chain, and what proves each hop."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.fields import ApiUrl, Editor, TextOrNull, TextSpan
from api.serializers.sources import OutletName, SourceName
from quotes.models import Appearance, Article, Hop, Quote


class ArticleName(serializers.Serializer[Article]):
    """The article of an appearance."""

    id = serializers.UUIDField(source="public_id")
    api_url = ApiUrl("article")
    title = TextOrNull()
    outlet = OutletName()
    published_at = TextOrNull(source="published_as", help_text="ISO 8601, as precise as printed.")
    url = TextOrNull()


class QuoteName(serializers.Serializer[Quote]):
    """The quote that an appearance prints."""

    id = serializers.UUIDField(source="public_id")
    api_url = ApiUrl("quote")
    text = serializers.CharField()


class HopOfChain(serializers.Serializer[Hop]):
    """One hop: who passed the words on, and the words of the article that prove it."""

    position = serializers.IntegerField()
    source = SourceName(allow_null=True)  # type: ignore[assignment]  # our own name
    name = serializers.CharField()
    basis = serializers.ChoiceField(choices=Hop.Basis.choices)
    evidence = TextSpan("evidence", "start", "end")
    candidates = serializers.ListField(child=serializers.CharField())
    confidence = serializers.FloatField()


def chain_of(appearance: Appearance) -> list[Hop]:
    """Return the hops in order, from the prefetched ones."""
    return sorted(appearance.hops.all(), key=lambda hop: hop.position)


@extend_schema_field(SourceName(allow_null=True))
class Speaker(serializers.Field):  # type: ignore[type-arg]
    """The source at the start of the chain; null where it is unresolved."""

    def __init__(self) -> None:
        self.named = SourceName()
        super().__init__(source="*", read_only=True)

    def to_representation(self, row: Appearance) -> dict[str, Any] | None:
        first = chain_of(row)[:1]
        return self.named.to_representation(first[0].source) if first and first[0].source else None


@extend_schema_field({"type": "array", "items": {"type": "string"}})
class Via(serializers.Field):  # type: ignore[type-arg]
    """The names after the speaker, in order: a source's own, else what is printed."""

    def __init__(self) -> None:
        super().__init__(source="*", read_only=True)

    def to_representation(self, row: Appearance) -> list[str]:
        relayers = chain_of(row)[1:]
        return [hop.source.name if hop.source else hop.name for hop in relayers]


class AppearanceDetail(serializers.Serializer[Appearance]):
    """One printing of a quote in an article."""

    id = serializers.UUIDField(source="public_id")
    api_url = ApiUrl("appearance")
    article = ArticleName()
    quote = QuoteName(allow_null=True)
    revision = serializers.IntegerField(source="revision.number")
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    segments = serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField(), min_length=2, max_length=2)
    )
    text = serializers.CharField()
    kind = serializers.ChoiceField(choices=Appearance.Kind.choices)
    speaker = Speaker()
    cue = TextSpan("cue", "cue_start", "cue_end")
    setting = TextOrNull()
    chain = HopOfChain(source="hops.all", many=True, help_text="The hops in order, the speaker first.")
    via = Via()
    confidence = serializers.FloatField()
    state = serializers.ChoiceField(choices=Appearance.State.choices)
    decided_by = Editor()
    decided_at = serializers.DateTimeField(allow_null=True)
