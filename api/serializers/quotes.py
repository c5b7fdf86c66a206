"""Quotes as JSON."""

from typing import Any

from rest_framework import serializers

from api.serializers.appearances import AppearanceDetail
from api.serializers.fields import ApiUrl, ApiUrlOfList
from api.serializers.matches import MatchDetail
from api.serializers.provenance import Traced
from api.serializers.sources import SourceName
from quotes.models import Quote


class Counts(serializers.Serializer[Quote]):
    """How widely a quote was printed."""

    appearances = serializers.IntegerField(source="appearance_count")
    outlets = serializers.IntegerField(source="outlet_count")


class Attribution(serializers.Serializer[Any]):
    """A source that printings name as the speaker, and how many do."""

    source = SourceName()  # type: ignore[assignment]  # our own name
    appearances = serializers.IntegerField()


class QuoteDetail(serializers.Serializer[Quote]):
    """What was said: one passage, by one speaker, on one occasion."""

    id = serializers.UUIDField(source="public_id")
    api_url = ApiUrl("quote")
    text = serializers.CharField(help_text="The fullest wording printed.")
    speaker = SourceName(allow_null=True, help_text="Null where the printings do not agree.")
    first_published_at = serializers.DateTimeField(allow_null=True)
    counts = Counts(source="*")
    conflict = serializers.BooleanField(help_text="Whether printings name several speakers.")
    attributed_to = Attribution(
        many=True, help_text="The speakers that printings name, the most named first."
    )
    appearances_url = ApiUrlOfList("appearances", "quote")
    matches_url = ApiUrlOfList("matches", "quote")
    provenance_url = ApiUrl("quote-provenance")
    appearances = AppearanceDetail(
        source="shown_appearances",
        many=True,
        required=False,
        help_text="With `expand=appearances`, and in detail.",
    )
    matches = MatchDetail(
        source="shown_matches", many=True, required=False, help_text="With `expand=matches`, and in detail."
    )
    provenance = Traced(
        source="shown_provenance",
        required=False,
        help_text="With `expand=provenance`; null for a quote printed too often to trace beside others:"
        " `provenance_url` traces it.",
    )
