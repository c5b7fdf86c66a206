"""Attributing: whom the printings of quotes name as the speaker."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import Count

from quotes.models import Appearance, Hop, Quote, Source


def attribute(quotes: Sequence[Quote]) -> None:
    """Set `attributed_to` on each quote: {"source", "appearances"}, the most named first; in two queries."""
    named = (
        Hop.objects.filter(position=0, source__isnull=False, appearance__quote__in=quotes)
        .exclude(appearance__state=Appearance.State.REJECTED)
        .values("appearance__quote", "source")
        .annotate(appearances=Count("appearance"))
        .order_by("-appearances", "source")
    )
    rows = list(named)
    sources = Source.objects.in_bulk({row["source"] for row in rows})
    by_quote: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_quote[row["appearance__quote"]].append(
            {"source": sources[row["source"]], "appearances": row["appearances"]}
        )
    for quote in quotes:
        quote.attributed_to = by_quote[quote.pk]  # type: ignore[attr-defined]
