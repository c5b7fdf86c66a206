"""Sources kept apart, as JSON."""

from typing import Any

from rest_framework import serializers

from api.serializers.fields import ApiUrl, Editor, TextOrNull
from api.serializers.sources import SourceName
from quotes.models import KeptApart


class KeptApartDetail(serializers.Serializer[KeptApart]):
    """Two sources of which a person said that they are not one."""

    id = serializers.UUIDField(source="public_id")
    api_url = ApiUrl("kept-apart-pair")
    a = SourceName()
    b = SourceName()
    decided_by = Editor()
    decided_at = serializers.DateTimeField()
    reason = TextOrNull()


class KeptApartNow(serializers.Serializer[Any]):
    """The decisions on all pairs of the sources, those from before too."""

    kept_apart = KeptApartDetail(many=True)
