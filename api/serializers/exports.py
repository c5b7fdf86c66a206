"""Exports as JSON: what is asked for, and the head of what was written."""

from typing import Any

from rest_framework import serializers

from api.exporting import WAYS
from api.serializers.bodies import Body, Text
from quotes.services.exports import FORMS


class ExportBody(Body):
    """Which rows, in which form."""

    what = serializers.ChoiceField(choices=list(WAYS), help_text="The list.")
    format = serializers.ChoiceField(choices=list(FORMS), help_text="`annotations` is for appearances.")
    filters = serializers.DictField(
        child=Text(), required=False, default=dict, help_text="The list's filters, as in its address."
    )


class ExportHead(serializers.Serializer[Any]):
    """What an export holds; the file says the same at its head, but for CSV, which has no room for it."""

    id = serializers.UUIDField()
    api_url = serializers.URLField()
    what = serializers.ChoiceField(choices=list(WAYS))
    format = serializers.ChoiceField(choices=list(FORMS))
    filters = serializers.DictField(child=serializers.CharField())
    asked_at = serializers.DateTimeField()
    written_at = serializers.DateTimeField()
    version = serializers.CharField(help_text="Of Via.")
    count = serializers.IntegerField(help_text="How many rows.")
    expires_at = serializers.DateTimeField(help_text="Until when the file is kept.")
    file_url = serializers.URLField()
