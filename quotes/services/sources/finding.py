"""Finding sources by any of their names, and making those that are missing, once."""

from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from quotes.models import Alias, Article, Source
from quotes.services.errors import Refused
from quotes.services.history import acting
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
