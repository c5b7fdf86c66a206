"""The filters that lists are put together from; each carries its own description for the docs."""

from collections.abc import Callable, Iterable
from typing import Any

import django_filters  # type: ignore[import-untyped]
from django.db.models import Model, QuerySet

from api.filters.fields import (
    ChoicesField,
    MomentField,
    RowField,
    SearchField,
    SourceField,
    YesNoField,
    described,
)
from api.filters.searching import holding

MOMENT = "a year, month, day or time (ISO 8601, UTC where no zone is given)"
Condition = Callable[[QuerySet[Any], str, Any], QuerySet[Any]]


class OneOf(django_filters.BaseInFilter):  # type: ignore[misc]
    """Some of a closed list, separated by commas."""

    def __init__(self, field_name: str, allowed: Iterable[str], **kwargs: Any) -> None:
        super().__init__(field_name=field_name, lookup_expr="in", **kwargs)
        self.field_class = ChoicesField
        self.extra = {"required": False, "allowed": list(allowed)}


class BySource(django_filters.Filter):  # type: ignore[misc]
    """A source by id or any of its names."""

    field_class = SourceField


class ByRow(django_filters.Filter):  # type: ignore[misc]
    """A row by its id."""

    field_class = RowField


class ByMoment(django_filters.Filter):  # type: ignore[misc]
    """A moment in ISO 8601, as precise as known."""

    field_class = MomentField


class YesNo(django_filters.Filter):  # type: ignore[misc]
    """True or false."""

    field_class = YesNoField


class ByWords(django_filters.Filter):  # type: ignore[misc]
    """Words in a text column."""

    field_class = SearchField

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        return qs.filter(holding(self.field_name, value)) if value else qs


def source(column: str, description: str) -> Any:
    """Return the filter for a column of sources."""
    return described(
        BySource(field_name=column, lookup_expr="in"), f"{description}: its id or any name of it."
    )


def source_by(condition: Condition, description: str) -> Any:
    """Return the filter for sources that a condition of its own finds."""
    return described(BySource(method=condition), f"{description}: its id or any name of it.")


def row(column: str, model: type[Model], description: str) -> Any:
    """Return the filter for a column that refers to a row, by the row's id."""
    return described(ByRow(field_name=column, model=model), description, format="uuid")


def row_by(condition: Condition, model: type[Model], description: str) -> Any:
    """Return the filter for a row that a condition of its own finds others by."""
    return described(ByRow(method=condition, model=model), description, format="uuid")


def since(column: str, description: str) -> Any:
    """Return the filter for a moment and everything after it."""
    text = f"{description}: {MOMENT}, itself included."
    return described(ByMoment(field_name=column, lookup_expr="gte"), text)


def until(column: str, description: str) -> Any:
    """Return the filter for a moment and everything before it; a day or month counts to its end."""
    text = f"{description}: {MOMENT}, all of it included."
    return described(ByMoment(field_name=column, lookup_expr="lt", end=True), text)


def one_of(column: str, allowed: Iterable[str], description: str) -> Any:
    """Return the filter for a closed list of values."""
    allowed = list(allowed)
    return described(OneOf(column, allowed), f"{description}; several with commas.", enum=allowed)


def some_of(condition: Condition, allowed: Iterable[str], description: str) -> Any:
    """Return the filter for a closed list of values that a condition of its own finds rows by."""
    allowed = list(allowed)
    return described(
        OneOf("pk", allowed, method=condition), f"{description}; several with commas.", enum=allowed
    )


def yes_or_no(condition: Condition, description: str) -> Any:
    """Return the filter for a condition that holds or does not."""
    return described(YesNo(method=condition), description, type="boolean")


def words(column: str, description: str) -> Any:
    """Return the filter for words in a text column."""
    text = f"{description}: all words, in any inflection; “a phrase” in quotation marks; -word leaves out."
    return described(ByWords(field_name=column), text)
