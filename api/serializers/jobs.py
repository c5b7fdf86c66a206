"""Jobs as JSON."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.fields import ApiUrl, TextOrNull
from quotes.models import Job
from quotes.services import exports


class JobError(serializers.Serializer[Job]):
    """What went wrong at one line of what was handed in."""

    line = serializers.IntegerField(allow_null=True)
    message = serializers.CharField()


@extend_schema_field(
    {"type": ["string", "null"], "format": "uri", "description": "The file of a finished export."}
)
class ResultUrl(ApiUrl):
    """Where what a job made can be fetched; null where there is nothing, or not any more."""

    def to_representation(self, row: Job) -> Any:
        until = exports.expires(row)
        return super().to_representation(row) if until and until > timezone.now() else None


class JobDetail(serializers.Serializer[Job]):
    """Work somebody waits for. `state` goes waiting → running → done, failed or cancelled."""

    id = serializers.UUIDField(source="public_id")
    api_url = ApiUrl("job")
    kind = serializers.ChoiceField(choices=Job.Kind.choices)
    state = serializers.ChoiceField(choices=Job.State.choices)
    done = serializers.IntegerField()
    total = serializers.IntegerField(allow_null=True, help_text="Null until it is known.")
    counts = serializers.DictField(child=serializers.IntegerField(), help_text="By outcome.")
    errors = JobError(many=True, help_text="The first hundred.")  # type: ignore[assignment]  # our own name
    failure = TextOrNull(help_text="Why it failed, and what to do.")
    result_url = ResultUrl("export-file")
    created_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
