"""Jobs as JSON."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.bodies import Body
from api.serializers.fields import ApiUrl, TextOrNull
from quotes.models import Job
from quotes.services import exports, jobs

KINDS = [(kind.value, kind.label) for kind in (Job.Kind.REBUILD, Job.Kind.TRIAL)]
CHANGES = ["joined", "parted"]
_IDS = {"type": "array", "items": {"type": "string", "format": "uuid"}}
_AGAINST = {
    "type": ["object", "null"],
    "description": "The editor's decision that it would be against: it stays, and the change is not made.",
    "required": ["judgement", "at", "reason"],
    "properties": {
        "judgement": {"type": "string"},
        "at": {"type": ["string", "null"], "format": "date-time"},
        "reason": {"type": "string"},
    },
}
_CHANGE = {
    "change": {"type": "string", "enum": CHANGES},
    "quotes": _IDS,
    "appearances": {**_IDS, "description": "A printing of each side."},
    "words": {"type": "array", "items": {"type": "string"}, "description": "What these two print."},
    "against": _AGAINST,
}
FOUND = {
    "type": "object",
    "required": ["found", "results"],
    "properties": {
        "found": {"type": "integer", "minimum": 0, "description": "How many changes there are so far."},
        "results": {
            "type": "array",
            "description": "The first thousand of them.",
            "items": {"type": "object", "required": list(_CHANGE), "properties": _CHANGE},
        },
    },
}


def told(change: dict[str, Any]) -> dict[str, Any]:
    """Return a change that a dry run found as JSON: whose decision it is against is nobody's log-in."""
    against = change["against"]
    return {**change, "against": against and {name: against[name] for name in _AGAINST["required"]}}


class JobAsked(Body):
    """A rebuild, or the dry run of one."""

    kind = serializers.ChoiceField(choices=KINDS, help_text="`trial` changes nothing: it tells what would.")
    anew = serializers.BooleanField(default=False, help_text="Compare even what today's rules have judged.")
    thresholds = serializers.DictField(
        child=serializers.FloatField(),
        required=False,
        default=dict,
        help_text="Weights to try in a dry run instead of today's, by name.",
    )


@extend_schema_field({"type": "string", "description": "Where it stands, and what it came to, in words."})
class Sentence(serializers.Field):  # type: ignore[type-arg]
    """Where a job stands in words."""

    def __init__(self) -> None:
        super().__init__(source="*", read_only=True)

    def to_representation(self, row: Job) -> str:
        return jobs.sentence(row)


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
    sentence = Sentence()
    failure = TextOrNull(help_text="Why it failed, and what to do.")
    result_url = ResultUrl("export-file")
    created_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
