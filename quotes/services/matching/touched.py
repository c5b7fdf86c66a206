"""Touched: the appearances whose quotes a change may move, and what ties them together."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Q

from quotes.models import Appearance, Match, Quote

_SAME = (Match.Judgement.SAME, Match.Judgement.ALTERED)


@dataclass(frozen=True, slots=True)
class Touched:
    """Standing appearances, by id, and the matches in force between them.

    `quotes` are all that any touched appearance is in so far, a rejected one too.
    """

    appearances: dict[int, Appearance]
    matches: list[Match]
    quotes: frozenset[int]


def touched(*, appearances: Collection[int], quotes: Collection[int]) -> Touched:
    """Return all appearances that the given ones, or those in the given quotes, are tied to.

    Tied are the appearances of one quote and those of a match judged the same, over any number of steps:
    what is outside cannot be moved by what is inside.
    """
    mates = Appearance.objects.filter(quote__in=quotes).values_list("pk", flat=True)
    reached: set[int] = set()
    edge = set(appearances).union(mates)
    while edge:
        reached |= edge
        edge = _next_to(edge) - reached
    rows = Appearance.objects.filter(pk__in=reached).select_related("article", "wording").order_by("pk")
    found = {row.pk: row for row in rows}
    standing = {pk: row for pk, row in found.items() if row.state != Appearance.State.REJECTED}
    held = {row.quote_id for row in rows if row.quote_id is not None}
    return Touched(standing, list(_between(standing)), frozenset(held.union(quotes)))


def past_quotes(*, quote_of: Mapping[int, int]) -> dict[int, int]:
    """Return for each appearance the quote it left last that was then merged into its present one, if any."""
    events = apps.get_model("quotes", "AppearanceEvent").objects
    left = events.filter(pgh_obj__in=list(quote_of), quote__merged_into__isnull=False).order_by("pgh_id")
    past = list(left.values_list("pgh_obj_id", "quote_id"))
    survivors = _survivors({quote for _, quote in past})
    return {pk: quote for pk, quote in past if survivors[quote] == quote_of[pk]}


def _survivors(quotes: Collection[int]) -> dict[int, int]:
    """Return for each quote the one its id leads to."""
    into: dict[int, int] = {}
    asking = set(quotes)
    while asking:
        merged = Quote.objects.filter(pk__in=asking, merged_into__isnull=False)
        steps = dict(merged.values_list("pk", "merged_into_id"))
        into |= {quote: target for quote, target in steps.items() if target is not None}
        asking = set(into.values()) - into.keys() if steps else set()
    survivors: dict[int, int] = {}
    for quote in quotes:
        at = quote
        while at in into:
            at = into[at]
        survivors[quote] = at
    return survivors


def quotes_left(*, articles: Collection[int]) -> set[int]:
    """Return the live quotes that lost a printing when a later reading took it out of one of the articles."""
    events = apps.get_model("quotes", "AppearanceEvent").objects
    gone = events.filter(article__in=articles, pgh_label="delete", quote__isnull=False)
    return set(Quote.objects.live().filter(pk__in=gone.values("quote_id")).values_list("pk", flat=True))


def _next_to(edge: set[int]) -> set[int]:
    same = Match.objects.current().filter(judgement__in=_SAME)
    tied = same.filter(Q(a__in=edge) | Q(b__in=edge)).values_list("a_id", "b_id")
    quotes = Appearance.objects.filter(pk__in=edge, quote__isnull=False).values("quote_id")
    mates = Appearance.objects.filter(quote__in=quotes).values_list("pk", flat=True)
    return {appearance for pair in tied for appearance in pair}.union(mates)


def _between(found: Collection[int]) -> Iterable[Match]:
    return Match.objects.current().filter(a__in=found, b__in=found).order_by("a_id", "b_id")
