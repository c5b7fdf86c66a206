"""Foreseeing: what merging sources would change, told before anything is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from quotes.models import Appearance, Article, Quote, Review, Source
from quotes.services.errors import Refused
from quotes.services.phrasing import cut, said_by, said_when
from quotes.services.sources.apart import kept_apart
from quotes.services.sources.merging import check_mergeable


@dataclass(frozen=True, slots=True)
class Consequences:
    """How many rows would name the survivor instead, and what would become of names and ids.

    `appearances` are those whose chains name one of the sources, `quotes` those it speaks, `articles` and
    `reviews` those it publishes. `aliases` are the names the survivor gets, `forwards` the sources whose ids
    lead to it, `obstacles` sentences that say why the merge would be refused.
    """

    appearances: int
    quotes: int
    articles: int
    reviews: int
    aliases: list[str]
    forwards: list[Source]
    obstacles: list[str]


def consequences(*, into: Source, sources: Sequence[Source]) -> Consequences:
    """Return what `merge` would do; nothing is written or locked, so it may be another thing by then."""
    losers = [source for source in sources if source != into]
    return Consequences(
        appearances=Appearance.objects.filter(hops__source__in=losers).distinct().count(),
        quotes=Quote.objects.filter(speaker__in=losers, merged_into__isnull=True).count(),
        articles=Article.objects.filter(outlet__in=losers).count(),
        reviews=Review.objects.filter(publisher__in=losers).count(),
        aliases=_aliases(into, losers),
        forwards=losers,
        obstacles=_obstacles(into, sources),
    )


def _aliases(into: Source, losers: Sequence[Source]) -> list[str]:
    """Return the names that would be new to the survivor, each once."""
    known = {into.name_key, *into.aliases.values_list("name_key", flat=True)}
    names: dict[str, str] = {}
    for source in losers:
        if source.only_in_id is None:
            names.setdefault(source.name_key, source.name)
        for alias in source.aliases.all():
            names.setdefault(alias.name_key, alias.name)
    return [name for key, name in names.items() if key not in known]


def _obstacles(into: Source, sources: Sequence[Source]) -> list[str]:
    merged = [
        f"{cut(str(source))} was merged into {cut(str(source.survivor()))} already; leave it out."
        for source in (into, *sources)
        if source.merged_into_id is not None
    ]
    apart = [
        f"{cut(str(one.a))} and {cut(str(one.b))} are kept apart by {said_by(one)}{said_when(one)};"
        " leave one out."
        for one in kept_apart([into, *sources]).values()
    ]
    return [*merged, *apart, *([] if apart else _refused(into, sources)), *_same_ids(into, sources)]


def _refused(into: Source, sources: Sequence[Source]) -> list[str]:
    try:
        check_mergeable(into, sources)
    except Refused as refused:
        return [refused.message]
    return []


def _same_ids(into: Source, sources: Sequence[Source]) -> list[str]:
    """Return a sentence where two of them printed an article under one id of the sender's."""
    printed = Article.objects.filter(outlet__in=[into, *sources]).exclude(sender_id="")
    twice = printed.values("sender_id").annotate(outlets=Count("outlet", distinct=True)).filter(outlets__gt=1)
    found = twice.order_by("sender_id").values_list("sender_id", flat=True).first()
    return [f"Two of them have an article with the sender's id {cut(found)}; change one."] if found else []
