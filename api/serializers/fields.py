"""The values that several resources are made of."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

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


class ApiUrl(serializers.Field):  # type: ignore[type-arg]
    """The row's own address in the API."""

    def __init__(self, route: str, **kwargs: Any) -> None:
        self.route = route
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, row: Any) -> str:
        return str(reverse(self.route, args=[row.public_id], request=self.context["request"]))


class ApiUrlOfList(serializers.Field):  # type: ignore[type-arg]
    """The address of a list about the row: `/appearances?quote=<id>`."""

    def __init__(self, route: str, parameter: str, **kwargs: Any) -> None:
        self.route, self.parameter = route, parameter
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, row: Any) -> str:
        address = reverse(self.route, request=self.context["request"])
        return f"{address}?{self.parameter}={row.public_id}"


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
