"""`fields` in the OpenAPI document: the parameter, and answers that promise no more than the id."""

from typing import Any

_REF = "#/components/schemas/"


def add_fields(result: dict[str, Any]) -> None:
    """Document `fields` at every list and detail of rows, with the names it takes.

    With it any member but `id` may be missing, so those answers are `Partial…` forms that require no other.
    """
    schemas = result["components"]["schemas"]
    for item in result["paths"].values():
        operation = item.get("get", {})
        if place := _place(operation, schemas):
            name = place["$ref"].removeprefix(_REF)
            whole = schemas[name]
            if not name.startswith("Partial"):  # as it does where another address lists the same rows
                schemas[f"Partial{name}"] = {**whole, "required": ["id"]}
                place["$ref"] = f"{_REF}Partial{name}"
            operation.setdefault("parameters", []).append(_parameter(list(whole["properties"])))


def _place(operation: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any] | None:
    """Return the reference to the form of a row with an `api_url` in an operation's answer; None without."""
    content = operation.get("responses", {}).get("200", {}).get("content", {})
    place: dict[str, Any] = content.get("application/json", {}).get("schema", {})
    listed = schemas.get(place.get("$ref", "").removeprefix(_REF), {}).get("properties", {})
    if "results" in listed:
        place = listed["results"]["items"]
    row = schemas.get(place.get("$ref", "").removeprefix(_REF), {}).get("properties", {})
    return place if {"id", "api_url"} <= row.keys() else None


def _parameter(names: list[str]) -> dict[str, Any]:
    return {
        "name": "fields",
        "in": "query",
        "description": "The members to answer with, instead of all; several with commas. `id` always comes.",
        "schema": {"type": "array", "items": {"type": "string", "enum": names}},
        "explode": False,
        "style": "form",
    }
