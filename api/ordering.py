"""Orders of lists that a cursor can resume: total, ending with the id, empty dates included."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q

LARGEST = 2**63 - 1


def whole(value: Any) -> int:
    """Return a row number from a cursor; raise ValueError for what is none."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LARGEST:
        raise ValueError("not a row number")
    return value


def instant(value: Any) -> datetime:
    """Return a time with its zone from a cursor; raise ValueError for what is none."""
    read = datetime.fromisoformat(value)
    if read.tzinfo is None:
        raise ValueError("not an instant")
    return read


def words(value: Any) -> str:
    """Return a text from a cursor; raise ValueError for what is none."""
    if not isinstance(value, str) or "\0" in value:
        raise ValueError("not a text")
    return value


@dataclass(frozen=True, slots=True)
class Key:
    """One column to order by. Empty values come last ascending and first descending, as in PostgreSQL."""

    path: str
    read: Callable[[Any], Any] = whole
    descending: bool = False
    nullable: bool = False

    def of(self, row: models.Model) -> Any:
        """Return the row's value."""
        value: Any = row
        for name in self.path.split("__"):
            value = getattr(value, name)
        return value

    def equal(self, value: Any) -> Q:
        """Return the condition that a row has just this value."""
        return Q(**{f"{self.path}__isnull": True}) if value is None else Q(**{self.path: value})

    def beyond(self, value: Any) -> Q:
        """Return the condition that a row comes after this value."""
        if value is None:
            return Q(**{f"{self.path}__isnull": False}) if self.descending else Q(pk__in=[])
        if self.descending:
            return Q(**{f"{self.path}__lt": value})
        later = Q(**{f"{self.path}__gt": value})
        return later | Q(**{f"{self.path}__isnull": True}) if self.nullable else later


Order = Sequence[Key]


def reverse(order: Order) -> list[Key]:
    """Return the same order from its end."""
    return [replace(key, descending=not key.descending) for key in order]


def columns(order: Order) -> list[str]:
    """Return the order as `order_by` takes it."""
    return [f"-{key.path}" if key.descending else key.path for key in order]


def after(order: Order, values: Sequence[Any]) -> Q:
    """Return the condition that a row comes after the one with these values."""
    found, so_far = Q(pk__in=[]), Q()
    for key, value in zip(order, values, strict=True):
        found |= so_far & key.beyond(value)
        so_far &= key.equal(value)
    return found


def _text(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def place(order: Order, row: models.Model) -> list[Any]:
    """Return where a row stands in an order, as JSON can hold it."""
    return [_text(key.of(row)) for key in order]


def parsed(order: Order, values: Any) -> list[Any]:
    """Return the values of a place read back; raise ValueError where they do not fit the order."""
    if not isinstance(values, list) or len(values) != len(order):
        raise ValueError("another number of keys")
    return [
        None if value is None and key.nullable else key.read(value)
        for key, value in zip(order, values, strict=True)
    ]
