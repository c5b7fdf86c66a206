"""Arrivals: how, from whom and how late each outlet came to have the words."""

from collections.abc import Iterable
from typing import Any

from django.utils.duration import duration_iso_string

from quotes.graph.routes import Routes
from quotes.models import Appearance, Article
from quotes.services.provenance.ways import Known, Rows

_HEARD, _RELAYED, _UNKNOWN = "heard", "relayed", "unknown"


def arrivals(rows: Rows, known: Known, found: Routes) -> list[dict[str, Any]]:
    """Return [{"outlet", "article", "published_at", "after", "how", "route", "through"}, …], the first first.

    One for each outlet: its earliest printing. `after` is the time since the very first, an ISO 8601
    duration as precise as both are dated, None where one is not. `how` is "heard" for its own reporter,
    "relayed", or "unknown"; `route` the sources that passed the words on, from the first one to hear them;
    `through` those of them without whom the outlet could not have them, by all that is known.
    """
    in_time = _in_time(rows.values())
    earliest: dict[int, Appearance] = {}
    for row in in_time:
        earliest.setdefault(row.article.outlet_id, row)
    return [_arrival(row, in_time[0].article, known, found) for row in earliest.values()]


def _in_time(rows: Iterable[Appearance]) -> list[Appearance]:
    return sorted(rows, key=lambda row: (row.article.published_as or "~", row.pk))


def _arrival(row: Appearance, first: Article, known: Known, found: Routes) -> dict[str, Any]:
    article, named = row.article, known.named
    route = found.routes.get(row.pk)
    return {
        "outlet": article.outlet.name,
        "article": str(article.public_id),
        "published_at": article.published_as or None,
        "after": _after(first, article),
        "how": _UNKNOWN if route is None else _RELAYED if len(route) > 1 else _HEARD,
        "route": [named[source] for source in (route or ())[:-1]],
        "through": [named[source] for source in found.through.get(article.outlet_id, ())],
    }


def _after(first: Article, article: Article) -> str | None:
    """Return the time between two articles as precisely as both are dated."""
    if first.published_at is None or article.published_at is None:
        return None
    if "T" in first.published_as and "T" in article.published_as:
        return duration_iso_string(article.published_at - first.published_at)
    return f"P{(article.published_at.date() - first.published_at.date()).days}D"
