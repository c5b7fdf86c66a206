"""Printed: the rows of the account, in an order that no id decides."""

from collections.abc import Collection

from django.db.models import Prefetch

from quotes.models import Appearance, Hop, Match, Quote
from quotes.text.segments import joined

Place = tuple[str, str, int, int, int]


def quotes_with_printings(*, at_least: int, at_most: int = 10**9) -> list[tuple[Quote, list[Appearance]]]:
    """Return the live quotes with that many printings, each with its printings in order of time."""
    hops = Prefetch("hops", Hop.objects.select_related("source").order_by("position"))
    rows = Appearance.objects.standing().select_related("article__outlet").prefetch_related(hops)
    counted = Quote.objects.live().filter(appearance_count__gte=at_least, appearance_count__lte=at_most)
    in_order = counted.order_by("first_published_at", "text", "pk").select_related("speaker")
    found = in_order.prefetch_related(Prefetch("appearances", rows))
    return [(quote, sorted(quote.appearances.all(), key=place)) for quote in found]


def place(row: Appearance) -> Place:
    """Return what orders printings: when, in which outlet, where in the article."""
    article = row.article
    return article.published_as or "~", article.outlet.name, row.start, row.end, row.joint


def words(row: Appearance) -> str:
    """Return the words printed, without the cue that may split them."""
    return joined(row.text, row.start, row.segments)


def canonical(quote: Quote, rows: Collection[Appearance]) -> Appearance:
    """Return the earliest printing of the quote's canonical wording."""
    return next((row for row in rows if words(row) == quote.text), next(iter(rows)))


def matches_of(row: Appearance) -> dict[int, Match]:
    """Return the matches in force of an appearance with the others of its quote, by the other's id."""
    together = Match.objects.current().filter(a__quote=row.quote_id, b__quote=row.quote_id)
    found = together.select_related("a", "b")
    pairs = {(match.a_id, match.b_id): match for match in found}
    return {b if a == row.pk else a: match for (a, b), match in pairs.items() if row.pk in (a, b)}
