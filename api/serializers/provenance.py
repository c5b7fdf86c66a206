"""Provenance as JSON: what the service tells, described, and attached to quotes in lists."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

_NAME = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_NAMES = {"type": "array", "items": _NAME}


def _object(**members: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(members), "properties": members}


_FIRST = _object(
    article={"type": "string", "format": "uuid"},
    outlet=_NAME,
    published_at={"type": ["string", "null"], "description": "ISO 8601, as precise as printed."},
)
_ARRIVAL = _object(
    **_FIRST["properties"],
    after={
        "type": ["string", "null"],
        "description": "Time since the first printing: an ISO 8601 duration, as precise as both are dated.",
    },
    how={
        "type": "string",
        "enum": ["heard", "relayed", "unknown"],
        "description": "`heard`: by its own reporter; `unknown`: it does not show from where.",
    },
    route={**_NAMES, "description": "Who passed the words on to it, from the first one to hear them."},
    through={**_NAMES, "description": "Those of them without whom it could not have the words."},
)
_ORIGINS = {
    "type": "array",
    "description": "Sources that had the words at first hand, and the outlets that have them from there.",
    "items": _object(source=_NAME, outlets=_NAMES),
}
_UNKNOWN = {**_COUNT, "description": "How many outlets do not show where they have the words from."}
_ID = {"type": "string", "format": "uuid"}
_COPY = _object(
    copy=_ID,
    article={**_ID, "description": "The article that prints the other's words."},
    outlet=_NAME,
    of={**_ID, "description": "The article they are copied from."},
    source={**_NAME, "description": "Whom the copy should name: the agency, or the other outlet."},
    share={"type": "number", "description": "The share of the article's own words that stand in the other."},
    credited={"type": "boolean", "description": "Whether the article names the source itself."},
    state={"type": "string", "enum": ["suggested", "accepted"]},
)
_DROPPED = _object(
    article=_ID,
    outlet=_NAME,
    source={**_NAME, "description": "Whom it does not name, though it seems to have the words from there."},
    why={
        "type": "string",
        "enum": ["copied", "only_origin"],
        "description": "`copied`: the article prints the text of one that has them from there;"
        " `only_origin`: all printings that show an origin show this one.",
    },
    copy={**_ID, "type": ["string", "null"], "description": "The copy, to accept or reject."},
)
PROVENANCE = _object(
    outlets={**_COUNT, "description": "How many outlets print the words."},
    origins=_ORIGINS,
    unknown=_UNKNOWN,
    independent={
        **_COUNT,
        "description": "How many known routes share no source: so many would have to be wrong for all to be.",
    },
    bottlenecks={**_NAMES, "description": "The sources that every known route passes, from the speaker on."},
    first={**_FIRST, "type": ["object", "null"], "description": "The earliest printing known."},
    arrivals={
        "type": "array",
        "description": "How each outlet came to have the words, the first first.",
        "items": _ARRIVAL,
    },
    edges={
        "type": "array",
        "description": "The steps the words took, and in how many printings.",
        "items": _object(**{"from": _NAME, "to": _NAME, "printings": _COUNT}),
    },
    suggested={
        **_object(origins=_ORIGINS, unknown=_UNKNOWN),
        "description": "The same with suggested copies, not decided on yet, and with what was dropped.",
    },
    dropped={
        "type": "array",
        "description": "Printings that seem to leave out whom they have the words from: suggestions.",
        "items": _DROPPED,
    },
    copies={
        "type": "array",
        "description": "Printings in articles that print another article's words; accepted ones count above.",
        "items": _COPY,
    },
)


@extend_schema_field({**PROVENANCE, "type": ["object", "null"]})
class Traced(serializers.Field):  # type: ignore[type-arg]
    """A quote's provenance, attached to it beforehand; null for a quote printed too often for a list."""

    def to_representation(self, value: Any) -> Any:
        return value
