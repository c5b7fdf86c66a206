"""Bad input of every kind, at every address that the OpenAPI document names: 4xx, and where it is wrong.

The bodies are the document's own examples with one thing spoiled, a member at a time as its schema says.
"""

import gzip
import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from api.parsers import DEEPEST
from api.schema.hooks import example_of
from api.views.docs import openapi_document
from quotes.models import Token
from tests.api.schema import calls
from tests.api.world import World
from tests.factories import TokenFactory, UserFactory

pytestmark = pytest.mark.django_db
JSON = "application/json"
BULK = "articles_bulk"
# name: the body as it is sent, its pointer, the status
NO_JSON: dict[str, bytes] = {
    "a blank": b" ",
    "broken off": b"{",
    "single quotes": b"{'a': 1}",
    "two texts": b"{}{}",
    "UTF-16": "{}".encode("utf-16"),
    "Latin-1": '{"a": "é"}'.encode("latin-1"),
    "half a character": b'{"a": "\xe2\x80"}',
    "a raw surrogate": b'{"a": "\xed\xa0\x80"}',
    "packed": gzip.compress(b"{}"),
    "a number of 5,000 digits": b'{"a": ' + b"9" * 5000 + b"}",
    "100,000 levels": b"[" * 100_000,
    "a raw NUL": b'{"a": "\0"}',
}
NO_OBJECT = {"a list": b"[]", "a number": b"7", "null": b"null", "a text": b'"a"', "true": b"true"}
DEEP = "[" * DEEPEST + "]" * DEEPEST
# name: what stands in the place of a member's value, as JSON
UNSTORABLE = {"NUL": r'"a\u0000b"', "a lone surrogate": r'"a\ud800b"', "no number": "-Infinity"}
SAMPLES = {
    "string": ("a text", '"a"'),
    "integer": ("a number", "7"),
    "number": ("a fraction", "1.5"),
    "boolean": ("true", "true"),
    "array": ("a list of objects", '[{"a": 1}]'),
    "object": ("an object", '{"no such member": 1}'),
    "null": ("null", "null"),
}
OTHER_MEDIA_TYPES = [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "a",
    "*/*",
]
Bad = tuple[str, bytes, str]


def writes() -> Iterator[tuple[str, dict[str, Any]]]:
    """Return each operation that takes a body, with the schema of that."""
    document = openapi_document()
    for item in document["paths"].values():
        for operation in item.values():
            if "requestBody" in operation:
                content = next(iter(operation["requestBody"]["content"].values()))
                yield operation["operationId"], resolved(content["schema"], document)


def resolved(schema: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").removeprefix("#/components/schemas/")
    return document["components"]["schemas"][name] if name else schema


SCHEMAS = {name: schema for name, schema in writes() if name != BULK}


def spoiled(name: str) -> Iterator[Bad]:
    """Return what is wrong, the body, and the pointer to the place, for each way of spoiling a body."""
    body = example_of(name)["body"]
    for what, raw in (NO_JSON | NO_OBJECT).items():
        yield what, raw, ""
    yield "an unknown member", written(body, "no_such_member", "1"), "/no_such_member"
    yield "a name with NUL", written(body, r"a\u0000", "1"), ""
    yield "a name with a surrogate", written(body, r"\udfff", "1"), ""
    yield "too deep", written(body, "a", DEEP), "/a" + "/0" * (DEEPEST - 1)
    for member, schema in SCHEMAS[name]["properties"].items():
        yield f"{member} twice", written(body, f'{member}": 1, "{member}', "1"), f"/{member}"
        for what, value in UNSTORABLE.items():
            yield f"{member}: {what}", written(body, member, value), f"/{member}"
        for what, value in unfit(name, member, schema):
            yield f"{member}: {what}", written(body, member, value), f"/{member}"


def unfit(name: str, member: str, schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Return the values that a member's schema does not allow: of other types, too long, too large."""
    takes = schema.get("type", "anything")
    takes = {takes} if isinstance(takes, str) else set(takes)
    lenient = name == "articles_create"  # an id may be a number, a byline one name, null is absent
    for sort, (what, value) in SAMPLES.items():
        told = lenient and (sort == "null" or (member, sort) in (("id", "integer"), ("byline", "string")))
        if "anything" not in takes and sort not in takes and not told:
            yield what, value
    if "maxLength" in schema:
        yield "too long", json.dumps("a" * (schema["maxLength"] + 1))
    if "integer" in takes:
        yield "a huge number", "9" * 40
        yield "a huge negative number", "-" + "9" * 40


def written(body: dict[str, Any], member: str, value: str) -> bytes:
    """Return a body as JSON with one member's value put in by hand."""
    others = {name: inner for name, inner in body.items() if name != member}
    return f'{{"{member}": {value}, {json.dumps(others)[1:]}'.replace(", }", "}").encode()


class Sender:
    """An administrator's hand: sends a body to an operation's example address."""

    def __init__(self, name: str) -> None:
        World()
        admin = UserFactory(groups=["admin"])
        calls.prepare(name, admin)
        token = TokenFactory(user=admin, scopes=Token.Scope.values)
        self.headers = {"authorization": f"Bearer via_{token.name}", "if-match": "*"}
        self.path = example_of(name)["path"]
        self.client = Client()

    def send(self, body: bytes, media_type: str = JSON) -> Any:
        return self.client.post(self.path, body, content_type=media_type, headers=self.headers)


def points_to(place: str, told: dict[str, Any]) -> bool:
    """Tell whether an answer refuses the body and names the place, or one in it."""
    pointers = [error["pointer"] for error in told.get("errors", ())]
    named = any(one == place or one.startswith(f"{place}/") for one in pointers)
    return told["status"] in (400, 413, 422) and named


def refused_media_types(sender: Sender) -> list[str]:
    return [one for one in OTHER_MEDIA_TYPES if sender.send(b"{}", one).status_code == 415]


@pytest.mark.parametrize("name", SCHEMAS)
def test_points_to_what_is_bad_in_a_body(name, settings):
    sender = Sender(name)

    told = {what: (place, sender.send(body).json()) for what, body, place in spoiled(name)}
    settings.API_MAX_BODY_BYTES = 50
    too_large = sender.send(b'{"a": "' + b"a" * 50 + b'"}').json()

    assert {what: answer for what, (place, answer) in told.items() if not points_to(place, answer)} == {}
    assert too_large["code"] == "too_large"
    assert refused_media_types(sender) == OTHER_MEDIA_TYPES


def test_points_to_what_is_bad_in_each_of_many_lines():
    sender = Sender(BULK)
    lines = [one for one in spoiled("articles_create") if one[1].strip() and b"\n" not in one[1]]

    answer = sender.send(b"\n".join(body for _, body, _ in lines), calls.JSON_LINES)

    told = [json.loads(line) for line in answer.getvalue().splitlines()][:-1]
    pairs = zip(lines, told, strict=True)
    assert [(what, result) for (what, _, place), result in pairs if not points_to(place, result)] == []
    assert refused_media_types(sender) == OTHER_MEDIA_TYPES
