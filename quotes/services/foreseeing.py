"""Foreseeing: what merging quotes would change, told before anything is."""

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.models import Appearance, Quote
from quotes.services.judgements.agreeing import in_the_way
from quotes.services.phrasing import cut, said_by, said_when


@dataclass(frozen=True, slots=True)
class Consequences:
    """The quote that would go on, how many rows would move to it, and whose ids would lead there.

    `articles` print the appearances that move; `obstacles` are sentences that say why it would be refused.
    """

    quote: Quote
    appearances: int
    articles: int
    forwards: list[Quote]
    obstacles: list[str]


def merging(*, quotes: Sequence[Quote]) -> Consequences:
    """Return what `quotes.merge` would do as things stand; nothing is written or locked."""
    first, *others = sorted(quotes, key=lambda quote: quote.pk)
    standing = Appearance.objects.standing().quoted()
    moving = standing.filter(quote__in=others)
    members = standing.filter(quote__in=quotes).order_by("pk").values_list("pk", "quote_id")
    printed = {quote for _, quote in members}
    gone = [quote for quote in quotes if quote.merged_into_id is not None]
    unprinted = [quote for quote in quotes if quote.pk not in printed and quote not in gone]
    return Consequences(
        quote=first,
        appearances=moving.count(),
        articles=moving.values("article").distinct().count(),
        forwards=others,
        obstacles=[
            *(f"{cut(quote.text)} was merged into another already; leave it out." for quote in gone),
            *(f"{cut(quote.text)} is printed nowhere any more; leave it out." for quote in unprinted),
            *_judged([pk for pk, _ in members]),
        ],
    )


def _judged(members: Sequence[int]) -> list[str]:
    """Return a sentence for each judgement that some of the printings are different."""
    return [
        f"{cut(match.a.words)} and {cut(match.b.words)} are different, said {said_by(match)}"
        f"{said_when(match)}; take that back first."
        for match in (in_the_way(members) if members else ())
    ]
