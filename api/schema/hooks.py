"""Hooks of drf-spectacular: one address per operation, words, problems and examples for each."""

import json
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

from api.problems.kinds import KINDS, MEDIA_TYPE, document
from api.schema.operations import OPERATIONS

EXAMPLES = Path(__file__).parent.parent / "examples"
ALWAYS = (400, 401, 403, 406, 429, 500, 503)
MERGEABLE = ("quotes_retrieve", "quotes_provenance_retrieve", "sources_retrieve", "speakers_retrieve")
HEADERS = {
    "Location": {"description": "The article's address: its `state` is the status to follow."},
    "Link": {"description": "The next and previous page (RFC 8288)."},
}
Operation = dict[str, Any]


def without_slashes(endpoints: list[tuple[str, Any, str, Any]], **_: Any) -> list[tuple[str, Any, str, Any]]:
    """Leave out the addresses that only add a slash to another."""
    return [one for one in endpoints if not one[0].endswith("/") or one[0] == "/api/v1/"]


def completed(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Return the document with words, problems and examples at every operation."""
    components = result.setdefault("components", {})
    components.setdefault("schemas", {})["Problem"] = _problem()
    components["responses"] = {_name(status): _response(status) for status in _statuses()}
    for operation in _operations(result):
        _say(operation)
        _add_problems(operation)
        _add_headers(operation)
        _add_example(operation)
    return result


def example_of(operation_id: str) -> dict[str, Any] | None:
    """Return an operation's example: {"method", "path", "body", "status", "response"}; None without one."""
    path = EXAMPLES / f"{operation_id}.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else None


def _operations(result: dict[str, Any]) -> Iterator[Operation]:
    for item in result["paths"].values():
        for method, operation in item.items():
            if method in ("get", "post"):
                yield operation


def _say(operation: Operation) -> None:
    summary, description = OPERATIONS[operation["operationId"]]
    operation.update(summary=summary, description=description)
    operation["tags"] = operation["operationId"].split("_")[:1]
    if not _writes(operation):
        operation["security"] = [{}, {"token": []}, {"basicAuth": []}, {"cookieAuth": []}]


def _writes(operation: Operation) -> bool:
    return bool(operation["operationId"].endswith("_create"))


def _add_problems(operation: Operation) -> None:
    name = operation["operationId"]
    statuses = list(ALWAYS)
    if name.endswith("_retrieve") and name != "root_retrieve":
        statuses.append(404)
    if name in MERGEABLE or name == "outlets_retrieve":
        statuses.append(301)
    if _writes(operation):
        statuses += [409, 413, 415, 422]
    for status in sorted(statuses):
        operation["responses"][str(status)] = {"$ref": f"#/components/responses/{_name(status)}"}


def _add_headers(operation: Operation) -> None:
    name = "Location" if _writes(operation) else "Link"
    if _writes(operation) or operation["operationId"].endswith("_list"):
        for status in ("200", "201", "202"):
            if status in operation["responses"]:
                header = {**HEADERS[name], "schema": {"type": "string"}}
                operation["responses"][status]["headers"] = {name: header}


def _add_example(operation: Operation) -> None:
    example = example_of(operation["operationId"])
    if example is None:
        return
    shown = {"example": {"summary": f"{example['method']} {example['path']}", "value": example["response"]}}
    answer = operation["responses"][str(example["status"])]
    answer["content"]["application/json"]["examples"] = shown
    if "body" in example:
        body = operation["requestBody"]["content"]["application/json"]
        body["examples"] = {"example": {"value": example["body"]}}
    for parameter in operation.get("parameters", []):
        if parameter["in"] == "path":
            parameter["description"] = "The id, as lists give it."
            parameter["example"] = example["path"].split("?")[0].split("/")[4]


def _statuses() -> list[int]:
    return sorted({status for status, _, _ in KINDS.values()})


def _name(status: int) -> str:
    return "".join(word.capitalize() for word in HTTPStatus(status).phrase.split())


def _response(status: int) -> dict[str, Any]:
    codes = [code for code, (other, _, _) in KINDS.items() if other == status]
    titles = [f"{KINDS[code][1]} (`{code}`)" for code in codes]
    response: dict[str, Any] = {
        "description": " or ".join(titles),
        "content": {
            MEDIA_TYPE: {
                "schema": {"$ref": "#/components/schemas/Problem"},
                "examples": {code: {"value": _example(code)} for code in codes},
            }
        },
    }
    header = {301: "Location", 401: "WWW-Authenticate", 429: "Retry-After", 503: "Retry-After"}.get(status)
    if header:
        response["headers"] = {header: {"schema": {"type": "string"}}}
    return response


def _example(code: str) -> dict[str, Any]:
    remedy = KINDS[code][2]
    return {**document(code, remedy, request=None), "request_id": "5aa55436085f4a5981dfe341988166bf"}


def _problem() -> dict[str, Any]:
    text = {"type": "string"}
    fault = {
        "type": "object",
        "required": ["pointer", "code", "detail"],
        "properties": {
            "pointer": {
                **text,
                "description": "`?name` of a query parameter, or a JSON pointer (RFC 6901) into the body.",
            },
            "code": text,
            "detail": text,
        },
    }
    return {
        "type": "object",
        "description": "What went wrong (RFC 9457), and what to do about it.",
        "required": ["type", "title", "status", "detail", "code", "errors", "request_id"],
        "properties": {
            "type": {**text, "format": "uri-reference"},
            "title": text,
            "status": {"type": "integer"},
            "detail": text,
            "code": {**text, "enum": list(KINDS)},
            "errors": {"type": "array", "items": fault},
            "request_id": {
                "type": ["string", "null"],
                "description": "Quote it when you report the problem.",
            },
            "survivor": {
                **text,
                "format": "uuid",
                "description": "With `merged`: the id to use from now on.",
            },
        },
    }
