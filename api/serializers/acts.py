"""Acts as JSON: merges and splits, and how to take them back."""

from typing import Any

from rest_framework import serializers

from api.serializers.fields import ApiUrl, Editor, TextOrNull
from api.serializers.quotes import QuoteDetail
from api.serializers.sources import SourceDetail
from quotes.models import Act


class ActDetail(serializers.Serializer[Act]):
    """What an editor did to several rows at once; `POST …/undo` takes it back, once."""

    id = serializers.UUIDField(source="public_id")
    api_url = ApiUrl("act")
    kind = serializers.ChoiceField(choices=Act.Kind.choices)
    undone = serializers.BooleanField(source="is_undone", help_text="Whether it was taken back.")
    decided_by = Editor()
    decided_at = serializers.DateTimeField(allow_null=True)
    reason = TextOrNull()


class QuoteMerged(serializers.Serializer[Any]):
    """The quote that goes on, and the act by which to undo the merge."""

    quote = QuoteDetail()
    act = ActDetail()


class QuoteSplit(serializers.Serializer[Any]):
    """The quotes of the parts, in their order, and the act by which to undo the split."""

    quotes = QuoteDetail(many=True)
    act = ActDetail()


class SourceMerged(serializers.Serializer[Any]):
    """The source that goes on, and the act by which to undo the merge."""

    source = SourceDetail()  # type: ignore[assignment]  # our own name
    act = ActDetail()
