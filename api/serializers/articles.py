"""Articles as JSON."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.appearances import AppearanceDetail
from api.serializers.fields import SPAN, ApiUrl, ApiUrlOfList, TextOrNull
from api.serializers.sources import OutletName
from quotes.models import Article, Revision


class ArticleSummary(serializers.Serializer[Article]):
    """One published text. `state` goes accepted → read → matched, or ends as failed with a `failure`."""

    id = serializers.UUIDField(source="public_id")
    api_url = ApiUrl("article")
    sender_id = TextOrNull(help_text="The id the sender gave it.")
    outlet = OutletName()
    url = TextOrNull(help_text="Where it was published.")
    title = TextOrNull()
    standfirst = TextOrNull()
    byline = serializers.ListField(child=serializers.CharField())
    published_at = TextOrNull(source="published_as", help_text="ISO 8601, as precise as printed.")
    dateline = TextOrNull()
    credit = TextOrNull(help_text="The agency whose copy it is.")
    picture_credit = TextOrNull()
    contributions = serializers.ListField(child=serializers.CharField())
    language = serializers.CharField()
    state = serializers.ChoiceField(choices=Article.State.choices)
    failure = TextOrNull(help_text="Why it failed, and what to do.")
    received_at = serializers.DateTimeField()
    appearances_url = ApiUrlOfList("appearances", "article")
    appearances = AppearanceDetail(
        source="shown_appearances", many=True, required=False, help_text="With `expand=appearances`."
    )


class _OfRevision(serializers.Field):  # type: ignore[type-arg]
    """A part of the article's newest revision."""

    def __init__(self) -> None:
        super().__init__(source="newest", read_only=True)


@extend_schema_field(SPAN)
class Body(_OfRevision):
    """The span of the text that is the article itself."""

    def to_representation(self, revision: Revision) -> dict[str, int]:
        return {"start": revision.body_start, "end": revision.body_end}


FURNITURE = {
    "type": "object",
    "required": ["kind", "start", "end"],
    "properties": {"kind": {"type": "string"}, **SPAN["properties"]},  # type: ignore[dict-item]
}


@extend_schema_field({"type": "array", "items": FURNITURE})
class PageFurniture(_OfRevision):
    """The spans that are page and not article: captions, related headlines."""

    def to_representation(self, revision: Revision) -> list[dict[str, Any]]:
        return list(revision.furniture)


class ArticleDetail(ArticleSummary):
    """An article with its text; every span is in code points of that text."""

    revision = serializers.IntegerField(source="newest.number")
    text = serializers.CharField(source="newest.text")
    body = Body()
    furniture = PageFurniture()


class SubmittedArticle(serializers.Serializer[Any]):
    """An article as a sender posts it: its outlet, and text or HTML; the rest is read from it if left out."""

    id = serializers.CharField(
        required=False, help_text="The sender's own id; posted again, it is the same article."
    )
    outlet = serializers.CharField(help_text="Who printed it, by name.")
    text = serializers.CharField(required=False, trim_whitespace=False)
    html = serializers.CharField(required=False, trim_whitespace=False)
    url = serializers.CharField(required=False, help_text="Its canonical URL.")
    title = serializers.CharField(required=False)
    published_at = serializers.CharField(required=False, help_text="ISO 8601, as precise as known.")
    byline = serializers.ListField(child=serializers.CharField(), required=False)
    language = serializers.CharField(
        required=False, help_text="BCP 47, one of the languages read; told by the text where left out."
    )
