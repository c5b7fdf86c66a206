"""Snapshots: rows as data, times in ISO form to the microsecond, and back."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Model

from quotes.models import Appearance, Hop

Columns = dict[str, Any]

DECISION = ("decided_by_id", "decided_at", "reason")
STATE = ("state", *DECISION)
PRINTED = ("start", "end", "segments", "text", "kind", "setting", "confidence", *STATE)
HOP = (
    "id",
    "position",
    "source_id",
    "name",
    "basis",
    "start",
    "end",
    "evidence",
    "candidates",
    "confidence",
    "copy_id",
    *DECISION,
)


def taken(row: Model, names: Iterable[str]) -> Columns:
    """Return columns of a row as data."""
    return {name: _plain(getattr(row, name)) for name in names}


def read(columns: Mapping[str, Any]) -> Columns:
    """Return the columns that `taken` made data of."""
    at = columns.get("decided_at")
    return {**columns, **({"decided_at": datetime.fromisoformat(at)} if at else {})}


def chain(appearance: Appearance) -> list[Columns]:
    """Return the hops of an appearance as data, in their order."""
    return [taken(hop, HOP) for hop in Hop.objects.filter(appearance=appearance).order_by("position")]


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
