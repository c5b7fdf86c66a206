"""Exporting: the rows of a list, all of them, as the API shows them.

The workers reach `records` by the setting EXPORT_RECORDS: services import nothing from here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Greatest, Least, Substr
from rest_framework.serializers import Serializer

from api.attributing import attribute
from api.filters.appearances import AppearanceFilters, QuoteFilters
from api.filters.articles import ArticleFilters
from api.filters.sources import SourceFilters
from api.problems import Fault, RefusedBody
from api.serializers.appearances import AppearanceDetail
from api.serializers.articles import ArticleSummary
from api.serializers.quotes import QuoteDetail
from api.serializers.sources import SourceDetail
from api.suggesting import did_you_mean, listed
from api.views.appearances import Appearances
from api.views.articles import Articles
from api.views.quotes import Quotes
from api.views.sources import Sources
from quotes.services.matching.rebuilding.plans import Range

AT_ONCE = 200  # rows in memory
AROUND = 32  # characters before and after a quotation, by which it is found again in an altered text
Rows = QuerySet[Any]


@dataclass(frozen=True, slots=True)
class Way:
    """How the rows of one list are found and shown; `complete` adds to a batch what the form shows."""

    rows: Callable[[Mapping[str, str]], Rows]
    filters: Any
    form: type[Serializer[Any]]
    complete: Callable[[Sequence[Any]], None] = lambda _: None


def _live_sources(filters: Mapping[str, str]) -> Rows:
    rows = Sources.queryset.filter(merged_into__isnull=True)
    return rows if "only_in" in filters else rows.filter(only_in__isnull=True)


WAYS = {
    "quotes": Way(
        lambda _: Quotes.queryset.filter(merged_into__isnull=True), QuoteFilters, QuoteDetail, attribute
    ),
    "appearances": Way(lambda _: Appearances.queryset.all(), AppearanceFilters, AppearanceDetail),
    "articles": Way(lambda _: Articles.queryset.all(), ArticleFilters, ArticleSummary),
    "sources": Way(_live_sources, SourceFilters, SourceDetail),
}


def check(*, what: str, filters: Mapping[str, str]) -> None:
    """Raise RefusedBody, with a fault for each, where the list has no such filters or cannot use a value."""
    known = sorted(WAYS[what].filters.base_filters)
    faults = [
        Fault(
            f"/filters/{name}",
            "unknown_parameter",
            f"{what.capitalize()} have no filter “{name}”.{did_you_mean(name, known)}"
            f" Allowed here: {listed(known)}.",
        )
        for name in filters
        if name not in known
    ]
    faults += _unusable(WAYS[what].filters(filters, queryset=WAYS[what].rows(filters))) if not faults else []
    if faults:
        raise RefusedBody(" ".join(fault.detail for fault in faults), faults=faults)


def records(
    *, what: str, form: str, filters: Mapping[str, str], origin: str, over: Range
) -> Iterator[dict[str, Any]]:
    """Yield what a list shows of its rows with ids in a range, in the order of the ids, in flat memory.

    `form` "annotations" adds `prefix` and `suffix`, the words around each printing. `filters` are checked
    anew: what they name may be gone since; raises RefusedBody then.
    """
    check(what=what, filters=filters)
    way = WAYS[what]
    rows = way.rows(filters).filter(pk__range=(over.first, over.last))
    rows = way.filters(filters, queryset=rows).qs.order_by("pk")
    around = form == "annotations"
    found = (_with_words_around(rows) if around else rows).iterator(chunk_size=AT_ONCE)
    while batch := list(islice(found, AT_ONCE)):
        way.complete(batch)
        shown = way.form(batch, many=True, context={"origin": origin}).data
        for row, record in zip(batch, shown, strict=True):
            yield {**record, "prefix": row.prefix, "suffix": row.suffix} if around else record


def _with_words_around(rows: Rows) -> Rows:
    before = Substr("revision__text", Greatest(F("start") - AROUND, 0) + 1, Least(F("start"), AROUND))
    around: Rows = rows.annotate(prefix=before, suffix=Substr("revision__text", F("end") + 1, AROUND))
    return around


def _unusable(filterset: Any) -> list[Fault]:
    return [
        Fault(f"/filters/{name}", error.code or "invalid_value", f"“{name}”: {message}")
        for name, errors in filterset.errors.as_data().items()
        for error in errors
        for message in error.messages
    ]
