"""Ways: the rows of a quote's printings as the graph takes them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from quotes.graph.origins import Copied, Way
from quotes.models import Appearance, Copy, Quote, Source
from quotes.services.copying.tracing import Traced, denied, trace
from quotes.services.provenance.hearing import first_hand

Rows = Mapping[int, Appearance]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of printings: which the outlet heard, those copied, sources denied by article, names."""

    first_hand: Collection[int]
    copied: Mapping[int, Traced]
    denied: Mapping[int, frozenset[int]]
    named: Mapping[int, str]


def printings(quotes: Collection[Quote]) -> tuple[Mapping[int | None, Rows], Known]:
    """Return the standing printings of the quotes, by quote and id, and what is known of them.

    In as many statements for many quotes as for one.
    """
    printed = Appearance.objects.standing().filter(quote__in=quotes)
    rows = list(printed.select_related("article__outlet", "revision").prefetch_related("hops"))
    copied = trace(appearances=rows)
    sources = _sources(rows) | {one.source.pk for one in copied.values()}
    named = dict(Source.objects.filter(pk__in=sources).values_list("pk", "name"))
    of: dict[int | None, dict[int, Appearance]] = defaultdict(dict)
    for row in rows:
        of[row.quote_id][row.pk] = row
    return of, Known(first_hand(rows), copied, denied(articles={row.article_id for row in rows}), named)


def ways(rows: Rows, known: Known) -> list[Way]:
    """Return the ways that the words came to one quote's printings."""
    printing = {row.article_id: row.pk for row in rows.values()}
    return [_way(row, known, printing) for row in rows.values()]


def _way(row: Appearance, known: Known, printing: Mapping[int, int]) -> Way:
    return Way(
        printing=row.pk,
        outlet=row.article.outlet_id,
        chain=tuple(hop.source_id for hop in sorted(row.hops.all(), key=lambda hop: hop.position)),
        heard=row.pk in known.first_hand,
        published=row.article.published_as or None,
        copied=_copied(known.copied[row.pk], printing) if row.pk in known.copied else None,
        confirmed=row.state == Appearance.State.CONFIRMED,
        denied=known.denied.get(row.article_id, frozenset()),
    )


def _copied(one: Traced, printing: Mapping[int, int]) -> Copied:
    """Return whom the printing was copied from, and the giver's own printing of the quote."""
    accepted = one.copy.state == Copy.State.ACCEPTED
    return Copied(one.source.pk, printing.get(one.giver.pk), accepted)


def _sources(rows: Sequence[Appearance]) -> set[int]:
    hops = {hop.source_id for row in rows for hop in row.hops.all() if hop.source_id is not None}
    return hops | {row.article.outlet_id for row in rows}
