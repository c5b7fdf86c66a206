"""The values that several resources are made of."""

from functools import cache
from typing import Any

from django.urls import NoReverseMatch, reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

PLACE = "-id-"
SPAN = {
    "type": "object",
    "required": ["start", "end"],
    "properties": {"start": {"type": "integer"}, "end": {"type": "integer"}},
}
TEXT_SPAN = {
    "type": "object",
    "required": ["text", "start", "end"],
    "properties": {"text": {"type": "string"}, **SPAN["properties"]},  # type: ignore[dict-item]
}


def or_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Return an OpenAPI 3.1 schema that also takes null."""
    return {**schema, "type": [schema["type"], "null"]}


@cache
def address_of(route: str) -> str:
    """Return a route's path, with PLACE where the id stands: thousands are written on one page."""
    try:
        return reverse(route)
    except NoReverseMatch:
        return reverse(route, args=[PLACE])


def origin(context: Any) -> str:
    """Return `https://host` of the request that is answered."""
    if "origin" not in context:
        context["origin"] = context["request"].build_absolute_uri("/")[:-1]
    return str(context["origin"])


class ApiUrl(serializers.Field):  # type: ignore[type-arg]
    """The row's own address in the API."""

    def __init__(self, route: str, **kwargs: Any) -> None:
        self.route = route
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, row: Any) -> str:
        return origin(self.context) + address_of(self.route).replace(PLACE, str(row.public_id))


class ApiUrlOfList(serializers.Field):  # type: ignore[type-arg]
    """The address of a list about the row: `/appearances?quote=<id>`."""

    def __init__(self, route: str, parameter: str, **kwargs: Any) -> None:
        self.route, self.parameter = route, parameter
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, row: Any) -> str:
        return f"{origin(self.context)}{address_of(self.route)}?{self.parameter}={row.public_id}"


for _url in (ApiUrl, ApiUrlOfList):
    extend_schema_field({"type": "string", "format": "uri"})(_url)


@extend_schema_field({"type": ["string", "null"]})
class TextOrNull(serializers.Field):  # type: ignore[type-arg]
    """A text that says null where nothing is known."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, value: Any) -> str | None:
        return str(value) or None


@extend_schema_field(or_null(TEXT_SPAN))
class TextSpan(serializers.Field):  # type: ignore[type-arg]
    """Words with the span that holds them; null where there are none."""

    def __init__(self, words: str, start: str, end: str, **kwargs: Any) -> None:
        self.columns = words, start, end
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, row: Any) -> dict[str, Any] | None:
        words, start, end = (getattr(row, column) for column in self.columns)
        return None if start is None else {"text": words, "start": start, "end": end}


@extend_schema_field(
    {"type": ["string", "null"], "description": "The editor; null where the machine suggests."}
)
class Editor(serializers.Field):  # type: ignore[type-arg]
    """Who decided: an editor's full name, or a number that tells editors apart and is no log-in."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, row: Any) -> str | None:
        if row.decided_by_id is None:
            return None
        return row.decided_by.get_full_name() or f"editor {row.decided_by_id}"
