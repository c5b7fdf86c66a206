"""Expanding: the printings and matches of a page of rows, in a fixed number of queries and bounded."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import F, Prefetch, Q, Window, prefetch_related_objects
from django.db.models.functions import RowNumber

from api.ordering import columns
from api.views import appearances, matches
from quotes.models import Appearance, Article, Match, Quote
from quotes.services.provenance import provenances


def attach_appearances(rows: Sequence[Quote] | Sequence[Article], *, most: int) -> None:
    """Set `shown_appearances` on each row: its standing printings in the order of print, at most `most`."""
    printings = appearances.shown().exclude(state=Appearance.State.REJECTED)
    first = printings.order_by(*columns(appearances.PRINTED_FIRST))[:most]
    prefetch_related_objects(rows, Prefetch("appearances", queryset=first, to_attr="shown_appearances"))


def attach_matches(quotes: Sequence[Quote], *, most: int) -> None:
    """Set `shown_matches` on each quote: the judged pairs of its standing printings, at most `most`."""
    rejected = Appearance.State.REJECTED
    ranked = (
        Match.objects.current()
        .filter(a__quote__in=quotes, b__quote=F("a__quote"))
        .exclude(Q(a__state=rejected) | Q(b__state=rejected))
        .annotate(place=Window(RowNumber(), partition_by="a__quote", order_by=["a", "b"]))
        .filter(place__lte=most)
        .values("pk")
    )
    by_quote: dict[int, list[Match]] = defaultdict(list)
    for match in matches.shown().filter(pk__in=ranked).order_by("a", "b"):
        by_quote[match.a.quote_id or 0].append(match)
    for quote in quotes:
        quote.shown_matches = by_quote[quote.pk]  # type: ignore[attr-defined]


def attach_provenance(quotes: Sequence[Quote], *, most: int) -> None:
    """Set `shown_provenance` on each quote; None where it has more than `most` printings to trace."""
    traced = provenances([quote for quote in quotes if quote.appearance_count <= most])
    for quote in quotes:
        quote.shown_provenance = traced.get(quote.pk)  # type: ignore[attr-defined]
