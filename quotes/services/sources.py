"""Sources: found by any of their names, made once, merged by editors."""

from collections.abc import Sequence
from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import Model, Q
from django.utils import timezone

from quotes.models import Alias, Article, Hop, Quote, Review, Source
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.work import leases
from quotes.text.naming import name_key


def candidates(name: str, *, on: date | None = None) -> list[Source]:
    """Return the live sources that go by `name` (as name or alias, on that day where given), by id.

    Names of merged sources lead to their survivors. Sources known in one article only are left out.
    """
    key = name_key(name)
    aliases = Alias.objects.filter(name_key=key)
    if on is not None:
        aliases = aliases.filter(Q(since=None) | Q(since__lte=on), Q(until=None) | Q(until__gte=on))
    named = Source.objects.filter(
        Q(name_key=key) | Q(pk__in=aliases.values("source_id")), only_in__isnull=True
    )
    survivors = {source.pk: source for source in (source.survivor() for source in named)}
    return [survivors[pk] for pk in sorted(survivors)]


def find_or_create(*, name: str, kind: str, only_in: Article | None = None, on: date | None = None) -> Source:
    """Return the one source that goes by `name` (on that day, where given), made with `kind` where none does.

    With `only_in`, the source is one that this article alone knows. Raises Refused where the name
    is blank, too long, or fits several sources (`candidates` lists them).
    """
    _check_name(name)
    found = _own(name, only_in) if only_in else candidates(name, on=on)
    if len(found) > 1:
        names = ", ".join(f"“{source}”" for source in found)
        raise Refused(
            f"“{name}” is the name of {len(found)} sources ({names}); say which one is meant.",
            code="ambiguous",
        )
    if found:
        return found[0]
    try:
        with transaction.atomic():
            return Source.objects.create(name=name, name_key=name_key(name), kind=kind, only_in=only_in)
    except IntegrityError:  # somebody made it between our look and our insert
        found = _own(name, only_in) if only_in else candidates(name, on=on)
        return found[0]


def outlet_named(name: str) -> Source:
    """Return the source that publishes as `name`, made as an outlet where there is none.

    Of several sources with the name the one that is an outlet is meant; several outlets are Refused.
    """
    outlets = [source for source in candidates(name) if source.kind == Source.Kind.OUTLET]
    return outlets[0] if len(outlets) == 1 else find_or_create(name=name, kind=Source.Kind.OUTLET)


def agencies() -> tuple[str, ...]:
    """Return the names of the live news agencies, for the reader to know them by."""
    live = Source.objects.live().filter(kind=Source.Kind.AGENCY)
    return tuple(live.order_by("name").values_list("name", flat=True))


def add_alias(
    *,
    by: AbstractBaseUser | None,
    source: Source,
    name: str,
    since: date | None = None,
    until: date | None = None,
) -> Alias:
    """Give `source` another name, from and until a day where given; return it. A known one stays as it is."""
    _check_name(name)
    if since and until and until < since:
        raise Refused(
            f"The name “{name}” would end on {until}, before it starts on {since}; swap the dates.",
            code="bad_date",
            field="until",
        )
    decided = {"decided_by": by, "decided_at": timezone.now() if by else None}
    with acting(by):
        alias, _ = Alias.objects.get_or_create(
            source=source,
            name_key=name_key(name),
            since=since,
            defaults={"name": name, "until": until, **decided},
        )
    return alias


def merge(
    *, by: AbstractBaseUser | None, into: Source, sources: Sequence[Source], reason: str = ""
) -> Source:
    """Merge `sources` into `into` and return it: their ids lead to it, their names become its aliases.

    Chains, quotes, articles and reviews that named them name the survivor. Raises Refused where one of
    them was merged in the meantime, is `into` itself, or where both printed an article with one sender's id.
    """
    with acting(by, reason), transaction.atomic():
        # FOR UPDATE, in id order: a reader that adds a hop to one of them waits, and then follows the merge.
        wanted = {into.pk, *(source.pk for source in sources)}
        locked = Source.objects.select_for_update(of=("self",)).filter(pk__in=wanted).order_by("pk").in_bulk()
        losers = [locked[source.pk] for source in sources]
        for source in (locked[into.pk], *losers):
            _check_still_live(source)
        _check_apart(locked[into.pk], losers)
        for source in losers:
            _forward(by, source, locked[into.pk])
        _match_again(locked[into.pk])
    return locked[into.pk]


def _match_again(source: Source) -> None:
    """Have the articles it speaks or publishes in matched anew; the sweep wakes the workers."""
    touched = Q(outlet=source) | Q(pk__in=Hop.objects.filter(source=source).values("appearance__article"))
    leases.match_again(articles=Article.objects.filter(touched))


def _forward(by: AbstractBaseUser | None, source: Source, into: Source) -> None:
    moves: list[tuple[type[Model], str]] = [(Hop, "source"), (Quote, "speaker"), (Review, "publisher")]
    for model, field in moves:
        model._default_manager.filter(**{field: source}).update(**{field: into})
    try:
        with transaction.atomic():
            Article.objects.filter(outlet=source).update(outlet=into)
    except IntegrityError as error:
        raise Refused(
            f"“{source}” and “{into}” each have an article with the same sender's id;"
            " give one of the two another id, then merge.",
            code="conflict",
        ) from error
    if source.only_in_id is None:
        add_alias(by=by, source=into, name=source.name)
    for alias in source.aliases.all():
        add_alias(by=by, source=into, name=alias.name, since=alias.since, until=alias.until)
    Source.objects.filter(pk=source.pk, merged_into__isnull=True).update(merged_into=into)


def _check_still_live(source: Source) -> None:
    if source.merged_into_id is not None:
        raise Refused(
            f"“{source}” was merged into “{source.survivor()}” in the meantime; reload, then merge the rest.",
            code="conflict",
        )


def _check_apart(into: Source, losers: Sequence[Source]) -> None:
    if into in losers:
        raise Refused(f"“{into}” cannot be merged into itself; leave it out.", code="conflict", field="into")
    if into.only_in_id is not None and any(source.only_in_id != into.only_in_id for source in losers):
        raise Refused(
            f"“{into}” is known in one article only; merge it into the other source instead.",
            code="conflict",
            field="into",
        )


def _own(name: str, article: Article) -> list[Source]:
    own = Source.objects.filter(only_in=article, name_key=name_key(name))
    return [source.survivor() for source in own]


def _check_name(name: str) -> None:
    limit = 300  # the column's
    if not name_key(name):
        raise Refused("A source needs a name: give one.", code="empty", field="name")
    if len(name) > limit or len(name_key(name)) > limit:
        raise Refused(
            f"The name “{name[:40]}…” has {len(name)} characters; shorten it to {limit}.",
            code="too_large",
            field="name",
        )
