"""Attributing: whom the printings of quotes name as the speaker, and where they do not agree."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import Count

from quotes.models import Appearance, Hop, Quote, Source


def attribute(quotes: Sequence[Quote]) -> None:
    """Set `attributed_to` and `conflict` on each quote, in two queries whatever their number.

    `attributed_to` lists {"source", "appearances"}, the most named first. A conflict is two named speakers;
    an unnamed official beside a name contradicts nobody.
    """
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
        found = by_quote[quote.pk]
        people = [one for one in found if one["source"].kind != Source.Kind.UNNAMED]
        quote.attributed_to = found  # type: ignore[attr-defined]
        quote.conflict = len(people) > 1  # type: ignore[attr-defined]
