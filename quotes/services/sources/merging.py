"""Merging sources: the ids of the merged lead to the survivor, and every row moved is remembered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, connection, transaction
from django.db.models import Q

from quotes.models import Act, Alias, Article, Hop, Quote, Review, Source
from quotes.services.acts import Decided, Told, record
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.matching.assembling import partition_lock
from quotes.services.phrasing import cut, listed
from quotes.services.sources.apart import kept_apart
from quotes.services.sources.finding import add_alias
from quotes.services.sources.speaking import agree_on_speakers
from quotes.services.work import leases

_NEWEST = (
    "SELECT coalesce(max(id), 0), (SELECT coalesce(max(pgh_id), 0) FROM quotes_hopevent) FROM quotes_hop"
)


@dataclass(frozen=True, slots=True)
class Merged:
    """The source that goes on, and the act by which to undo the merge."""

    source: Source
    act: Act


def merge(
    *, by: AbstractBaseUser | None, into: Source, sources: Sequence[Source], reason: str = ""
) -> Merged:
    """Merge `sources` into `into`: their ids lead to it, their names become its aliases.

    Chains, quotes, articles and reviews that named them name the survivor; quotes whose printings agree on
    a speaker by that have one at once, and the articles of all are matched again. Raises Refused where
    one was merged in the meantime, is `into` itself, is kept apart from another by a person, or where two
    printed an article with one sender's id.
    """
    with acting(by, reason), transaction.atomic():
        partition_lock()  # before the sources, as matching does
        locked = lock([into.pk, *(source.pk for source in sources)])
        survivor = locked[into.pk]
        losers = [locked[pk] for pk in dict.fromkeys(source.pk for source in sources)]
        for source in (survivor, *losers):
            _check_still_live(source)
        check_mergeable(survivor, losers)
        moved = {str(source.pk): _forward(by, source, survivor) for source in losers}
        agree_on_speakers(survivor, hops=[hop for one in moved.values() for hop in one["hops"]])
        match_again([survivor])
        did = {"into": survivor.pk, "moved": moved, "newest": _newest()}
        told = Told(f"Merged {listed(losers)} into {cut(str(survivor))}", survivor)
        act = record(decided=Decided(by, reason), kind=Act.Kind.MERGE_SOURCES, did=did, told=told)
    return Merged(survivor, act)


def lock(sources: Iterable[int]) -> dict[int, Source]:
    """Lock the sources until the transaction ends, in the order of their ids, and return them.

    A reader that adds a hop to one of them waits, and then follows the merge.
    """
    return Source.objects.select_for_update(of=("self",)).filter(pk__in=set(sources)).order_by("pk").in_bulk()


def match_again(sources: Sequence[Source]) -> None:
    """Have the articles they speak in, pass on or publish matched anew; the sweep wakes the workers."""
    named = Hop.objects.filter(source__in=sources).values("appearance__article")
    leases.match_again(articles=Article.objects.filter(Q(outlet__in=sources) | Q(pk__in=named)))


def _forward(by: AbstractBaseUser | None, source: Source, into: Source) -> dict[str, Any]:
    """Move all that names `source` to `into`; return the ids of what was moved, and the aliases made."""
    moved = {
        "hops": list(Hop.objects.filter(source=source).order_by("pk").values_list("pk", flat=True)),
        "reviews": list(Review.objects.filter(publisher=source).order_by("pk").values_list("pk", flat=True)),
        "quotes": list(Quote.objects.filter(speaker=source).order_by("pk").values_list("pk", flat=True)),
        "articles": list(Article.objects.filter(outlet=source).order_by("pk").values_list("pk", flat=True)),
    }
    Hop.objects.filter(source=source).update(source=into)
    Review.objects.filter(publisher=source).update(publisher=into)
    Quote.objects.filter(pk__in=moved["quotes"]).update(speaker=into)
    try:
        with transaction.atomic():
            Article.objects.filter(outlet=source).update(outlet=into)
    except IntegrityError as error:
        raise Refused(
            f"“{source}” and “{into}” each have an article with the same sender's id;"
            " give one of the two another id, then merge.",
            code="conflict",
        ) from error
    aliases = [alias.pk for alias in _aliases(by, source, into)]
    Source.objects.filter(pk=source.pk, merged_into__isnull=True).update(merged_into=into)
    return {**moved, "aliases": aliases}


def _aliases(by: AbstractBaseUser | None, source: Source, into: Source) -> list[Alias]:
    """Give `into` the names of `source`; return the aliases that are new."""
    known = set(into.aliases.values_list("pk", flat=True))
    given = []
    if source.only_in_id is None:
        given.append(add_alias(by=by, source=into, name=source.name))
    for alias in source.aliases.all():
        given.append(add_alias(by=by, source=into, name=alias.name, since=alias.since, until=alias.until))
    return [alias for alias in given if alias.pk not in known]


def _newest() -> list[int]:
    """Return the newest hop, and the newest event in the history of hops: what comes later, came later."""
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST)
        return list(cursor.fetchone())


def _check_still_live(source: Source) -> None:
    if source.merged_into_id is not None:
        raise Refused(
            f"“{source}” was merged into “{source.survivor()}” in the meantime; reload, then merge the rest.",
            code="conflict",
        )


def check_mergeable(into: Source, losers: Sequence[Source]) -> None:
    """Raise Refused where the sources cannot be one, as they stand now."""
    if into in losers:
        raise Refused(f"“{into}” cannot be merged into itself; leave it out.", code="conflict", field="into")
    if into.only_in_id is not None and any(source.only_in_id != into.only_in_id for source in losers):
        raise Refused(
            f"“{into}” is known in one article only; merge it into the other source instead.",
            code="conflict",
            field="into",
        )
    for apart in kept_apart([into, *losers]).values():
        raise Refused(
            f"“{apart.a}” and “{apart.b}” are kept apart by {apart.decided_by} ({apart.decided_at:%Y-%m-%d});"
            " leave one of them out, or take that back first.",
            code="contradiction",
        )
