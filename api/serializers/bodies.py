"""What a body may hold: members of just these types, and none that nobody reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.filters.fields import as_uuid
from api.suggesting import did_you_mean, listed
from quotes.models import Source
from quotes.services.sources import candidates, find_or_create

LONGEST_REASON = 2000


class Text(serializers.CharField):
    """A JSON string; a number is none."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            raise serializers.ValidationError("this is not a text: write it in quotation marks.", "bad_type")
        return super().to_internal_value(data)


class Whole(serializers.IntegerField):
    """A JSON number without fraction; a text is none."""

    def to_internal_value(self, data: Any) -> int:
        if not isinstance(data, int) or isinstance(data, bool):
            raise serializers.ValidationError("this is not a whole number: write it in digits.", "bad_type")
        return super().to_internal_value(data)


class Body(serializers.Serializer[Any]):
    """A JSON object of known members."""

    def to_internal_value(self, data: Any) -> Any:
        known = list(self.fields)
        unknown = [name for name in data if name not in known] if isinstance(data, Mapping) else []
        if unknown:
            allowed = f"Allowed: {listed(known)}." if known else "It takes none."
            raise serializers.ValidationError(
                {name: f"nobody reads this.{did_you_mean(name, known)} {allowed}" for name in unknown},
                "unknown_member",
            )
        return super().to_internal_value(data)


class Reasoned(Body):
    """Why it is done; kept in the history."""

    reason = Text(
        required=False,
        default="",
        allow_blank=True,
        max_length=LONGEST_REASON,
        help_text="Kept in the history.",
    )


@extend_schema_field({"type": "string", "format": "uuid"})
class RowById(serializers.Field):  # type: ignore[type-arg]
    """A row by the id the API gives it."""

    def __init__(self, model: type[Model], **kwargs: Any) -> None:
        self.model = model
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Model:
        public_id = as_uuid(data) if isinstance(data, str) else None
        if public_id is None:
            raise serializers.ValidationError(
                "this is no id: ids are UUIDs, as the API gives them.", "bad_type"
            )
        row = self.model._default_manager.filter(public_id=public_id).first()
        if row is None:
            name = self.model._meta.verbose_name
            raise serializers.ValidationError(f"there is no {name} with the id {public_id}.", "unknown_id")
        return row

    def to_representation(self, value: Any) -> str:
        return str(value.public_id)


@dataclass(frozen=True)
class NewSource:
    """A source to be made unless one goes by the name."""

    name: str
    kind: str


class _NewSource(Body):
    name = Text(max_length=300)
    kind = serializers.ChoiceField(choices=Source.Kind.choices)


@extend_schema_field(
    {
        "oneOf": [
            {"type": "string", "description": "Its id, or any name that only it goes by."},
            {
                "type": "object",
                "description": "One to be made unless it is known.",
                "required": ["name", "kind"],
                "additionalProperties": False,
                "properties": {
                    "name": {"type": "string", "maxLength": 300},
                    "kind": {"type": "string", "enum": Source.Kind.values},
                },
            },
        ]
    }
)
class SourceGiven(serializers.Field):  # type: ignore[type-arg]
    """A source by id, by a name that only it goes by, or as one to be made."""

    def to_internal_value(self, data: Any) -> Source | NewSource:
        if isinstance(data, Mapping):
            made = _NewSource(data=data)
            made.is_valid(raise_exception=True)
            return NewSource(made.validated_data["name"], made.validated_data["kind"])
        if not isinstance(data, str):
            raise serializers.ValidationError(
                "this is no source: give its id, its name, or an object with name and kind.", "bad_type"
            )
        return _known(data)

    def to_representation(self, value: Any) -> str:
        return str(value.public_id)


def source_of(given: Source | NewSource) -> Source:
    """Return the source that was given, made where it is new. Raises Refused where its name is ambiguous."""
    return find_or_create(name=given.name, kind=given.kind) if isinstance(given, NewSource) else given


def _known(text: str) -> Source:
    public_id = as_uuid(text)
    found = list(Source.objects.filter(public_id=public_id)) if public_id else candidates(text)
    if not found:
        raise serializers.ValidationError(f"no source is known as “{text}”.", "unknown_source")
    if len(found) > 1:
        names = ", ".join(f"{source} ({source.public_id})" for source in found)
        raise serializers.ValidationError(
            f"“{text}” is the name of {len(found)} sources: {names}; give the id.", "ambiguous"
        )
    return found[0].survivor()


class SpanGiven(Body):
    """A stretch of the article's text, in Unicode code points."""

    start = Whole(min_value=0)
    end = Whole(min_value=1)
