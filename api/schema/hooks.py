"""Hooks of drf-spectacular: one address per operation, words, problems and examples for each."""

import json
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any, cast

from api.problems.kinds import KINDS, MEDIA_TYPE, document
from api.schema.choosing import add_fields
from api.schema.operations import OPERATIONS
from api.schema.writing import WRITING

EXAMPLES = Path(__file__).parent.parent / "examples"
ALWAYS = (400, 401, 403, 406, 429, 500, 503)
_TEXT = {"type": "string"}
_MERGED = ("quotes", "sources", "speakers", "outlets", "matches", "copies", "kept-apart")
_PRIVATE = ("jobs_list", "jobs_retrieve", "jobs_changes", "exports_retrieve", "exports_file")
_UNCONDITIONAL = (
    "articles_create",
    "articles_bulk",
    "exports_create",
    "jobs_create",
)  # writes that change nothing an editor has seen
_CREATING = ("articles_create", "exports_create", "jobs_create")
_POSTS_THAT_READ = ("quotes_lookup",)
_OF_FILES = ("exports_retrieve", "exports_file")
_UNTAGGED = ("articles_bulk", "exports_file", *_POSTS_THAT_READ)
HEADERS = {
    "Location": {"description": "The address of the article or job: its `state` is the status to follow."},
    "Link": {"description": "The next and previous page (RFC 8288)."},
    "ETag": {"description": "Its version, for `If-None-Match` and `If-Match`."},
    "RateLimit-Policy": {"description": "The quota: `q` calls in `w` seconds."},
    "RateLimit": {"description": "What is left of it: `r` calls for `t` seconds."},
}
HEADERS_OF_PROBLEMS = {
    301: ["Location"],
    401: ["WWW-Authenticate"],
    405: ["Allow"],
    412: ["ETag"],
    429: ["Retry-After", "RateLimit-Policy", "RateLimit"],
    503: ["Retry-After"],
}
REQUEST_HEADERS = {
    name: {"name": name, "in": "header", "required": required, "description": description, "schema": _TEXT}
    for name, required, description in (
        (
            "If-None-Match",
            False,
            "The `ETag` you have: 304 where nothing changed; `*`: only where there is none.",
        ),
        ("If-Match", False, "The `ETag` of what you saw: 412 where it was changed since, 428 without."),
        ("Idempotency-Key", False, "Any text of yours: sent again with it, the request is not done twice."),
    )
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
    add_fields(result)
    for operation in _operations(result):
        _name_action(operation)
        _say(operation)
        _add_conditions(operation)
        _add_problems(operation)
        _add_headers(operation)
        _add_example(operation)
    return result


def example_of(operation_id: str) -> dict[str, Any] | None:
    """Return an operation's example: {"method", "path", "body", "status", "response"}; None without one."""
    path = EXAMPLES / f"{operation_id}.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else None


def _operations(result: dict[str, Any]) -> Iterator[Operation]:
    for path, item in result["paths"].items():
        for method, operation in item.items():
            if method in ("get", "post"):
                operation["tags"] = [path.split("/")[3] or "root"]
                yield operation


def _name_action(operation: Operation) -> None:
    """Call an action by its name: `appearances_confirm`, not `appearances_confirm_create`."""
    name = operation["operationId"]
    if name not in _CREATING:
        operation["operationId"] = name.removesuffix("_create")


def _add_conditions(operation: Operation) -> None:
    """Name the request's headers that make it safe to send again, and in sight of the current state."""
    name, headers = operation["operationId"], []
    if name in _POSTS_THAT_READ:
        headers = ["Idempotency-Key"]
    elif name not in WRITING:
        headers = [] if name in _UNTAGGED else ["If-None-Match"]
    else:
        headers = ["Idempotency-Key"] if name in _UNCONDITIONAL else ["Idempotency-Key", "If-Match"]
    headers += ["If-None-Match"] if name == "matches_judge" else []
    operation.setdefault("parameters", []).extend(REQUEST_HEADERS[header] for header in headers)


def _say(operation: Operation) -> None:
    summary, description = OPERATIONS[operation["operationId"]]
    operation.update(summary=summary, description=description)
    if not _writes(operation) and operation["operationId"] not in _PRIVATE:
        operation["security"] = [{}, {"token": []}, {"basicAuth": []}, {"cookieAuth": []}]


def _writes(operation: Operation) -> bool:
    return operation["operationId"] in WRITING


def _add_problems(operation: Operation) -> None:
    name = operation["operationId"]
    statuses = list(ALWAYS)
    if any(parameter["in"] == "path" for parameter in operation["parameters"]):
        statuses += [404, 410]
        if operation["tags"][0] in _MERGED:
            statuses.append(301)
    if _writes(operation):
        statuses += [409, 413, 415, 422]
        statuses += [] if name in _UNCONDITIONAL else [410, 412, 428]
    elif name in _POSTS_THAT_READ:
        statuses += [409, 413, 415, 422]
    elif name not in _UNTAGGED:
        operation["responses"]["304"] = {"description": "Nothing changed: keep what you have."}
    statuses += [409] if name in _OF_FILES else []
    for status in sorted(set(statuses)):
        operation["responses"][str(status)] = {"$ref": f"#/components/responses/{_name(status)}"}


def _add_headers(operation: Operation) -> None:
    name = operation["operationId"]
    names = ["RateLimit-Policy", "RateLimit"]
    names += ["Location"] if name in _CREATING else ["ETag"] if name not in _UNTAGGED else []
    names += ["Link"] if name.endswith("_list") else []
    headers = {one: {**HEADERS[one], "schema": _TEXT} for one in names}
    for status in ("200", "201", "202", "204"):
        if status in operation["responses"]:
            operation["responses"][status]["headers"] = headers


def _add_example(operation: Operation) -> None:
    example = example_of(operation["operationId"])
    if example is None:
        return
    shown = {"example": {"summary": f"{example['method']} {example['path']}", "value": example["response"]}}
    answer = operation["responses"][str(example["status"])]
    if "content" in answer:
        _first(answer["content"])["examples"] = shown
    if "body" in example and "requestBody" in operation:
        _first(operation["requestBody"]["content"])["examples"] = {"example": {"value": example["body"]}}
    for parameter in operation.get("parameters", []):
        if parameter["in"] == "path":
            parts = example["path"].split("?")[0].split("/")
            place = parameter["name"] == "position"
            parameter["description"] = (
                "Counted from 0, the speaker." if place else "The id, as lists give it."
            )
            parameter["example"] = int(parts[6]) if place else parts[4]


def _first(content: dict[str, Any]) -> dict[str, Any]:
    """Return what is said of the media type that examples are of."""
    return cast("dict[str, Any]", next(iter(content.values())))


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
    if headers := HEADERS_OF_PROBLEMS.get(status):
        response["headers"] = {header: {"schema": _TEXT} for header in headers}
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
                "description": "`?name` of a query parameter, a JSON pointer (RFC 6901) into the body, or the"
                " name of a header.",
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
            "current": {"description": "With `precondition_failed`: how it stands now."},
            "survivor": {
                **text,
                "format": "uuid",
                "description": "With `merged`: the id to use from now on.",
            },
        },
    }
