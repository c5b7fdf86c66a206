"""Hooks of schemathesis: calls as every role, in sight of the current state, about rows there are.

Loaded by the program (SCHEMATHESIS_HOOKS), outside of Django. VIA_DRIVING is a folder: its `known.json` says
{"tokens": {role: secret}, "ids": {resource: [id, …]}}; `statuses.json` is written, how often which.
"""

import atexit
import json
import os
from collections import Counter
from itertools import count
from pathlib import Path
from typing import Any

import schemathesis

HERE = Path(os.environ["VIA_DRIVING"])
KNOWN = json.loads((HERE / "known.json").read_text("utf-8"))
# Editors may do most, so that most calls reach what they are about.
AS = ("editor", "admin", "editor", "contributor", "editor", "reader", "editor", None)
# What stands in bodies, by the member that holds it: ids of a resource, or names.
IN_BODIES = {
    **dict.fromkeys(("a", "b", "groups"), "appearances"),
    **dict.fromkeys(("sources", "source", "speaker"), "sources"),
    "quotes": "quotes",
}
ARTICLE = json.dumps({"outlet": "Northern Post", "text": "“The ferries run,” Ada Okoro said."})
statuses: Counter[str] = Counter()
_thought_of = count()
_called = count()


@schemathesis.hook
def map_case(context: Any, case: Any) -> Any:
    """Name rows there are, in three of four calls that are meant to fit."""
    number = next(_thought_of)
    if number % 4 and case.meta and case.meta.generation.mode.value == "positive":
        if case.path_parameters and "id" in case.path_parameters:
            resource = case.operation.path.split("/")[3]
            case.path_parameters["id"] = _known(resource, number) or case.path_parameters["id"]
        if isinstance(case.body, dict):
            case.body = {name: _meant(name, value, number) for name, value in case.body.items()}
    return case


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: dict[str, Any]) -> None:
    """Log in as the next role; say of most writes that the current state was seen."""
    number = next(_called)
    if role := AS[number % len(AS)]:
        case.headers["Authorization"] = f"Bearer {KNOWN['tokens'][role]}"
    if case.method.upper() == "POST" and number % 5:
        case.headers["If-Match"] = "*"


@schemathesis.hook
def after_call(context: Any, case: Any, response: Any) -> None:
    """Count the answer."""
    statuses[f"{case.method} {case.operation.path} {response.status_code}"] += 1


@schemathesis.serializer("application/jsonl")
def send_lines(context: Any, value: Any) -> bytes:
    """Send a text as it is, among an article and what is none; nothing for what is no text."""
    lines = f"{ARTICLE}\n{value}\n{json.dumps([value])}\n"
    return lines.encode("utf-8", "surrogatepass") if isinstance(value, str) else b""


@schemathesis.deserializer("application/jsonl", "text/csv")
def read_lines(context: Any, response: Any) -> str:
    """Return the lines of an answer as the one text that the document says it is."""
    return str(response.text)


@atexit.register
def tell() -> None:
    """Write down how often which status was answered where."""
    (HERE / "statuses.json").write_text(json.dumps(statuses), "utf-8")


def _known(resource: str, number: int) -> str | None:
    ids = KNOWN["ids"].get(resource)
    return ids[number % len(ids)] if ids else None


def _meant(name: str, value: Any, number: int) -> Any:
    """Return what was thought of for a member, with ids of rows in the place of its texts."""
    if isinstance(value, list):
        return [_meant(name, inner, number + place) for place, inner in enumerate(value)]
    if isinstance(value, str) and name in IN_BODIES:
        return _known(IN_BODIES[name], number)
    return value
