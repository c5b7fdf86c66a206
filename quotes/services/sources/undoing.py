"""Undoing a merge of sources: every alias, hop, article and forward as it was, later edits left alone."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from quotes.models import Act, Alias, Appearance, Article, Hop, Quote, Review, Source
from quotes.services.acts import begin_undo
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.matching.assembling import partition_lock
from quotes.services.sources.finding import candidates
from quotes.services.sources.merging import lock, match_again
from quotes.services.sources.speaking import agree_on_speakers
from quotes.text.naming import name_key


def undo_merge(*, by: AbstractBaseUser | None, act: Act, reason: str = "") -> Act:
    """Undo a merge of sources, and return the act of undoing; the articles of all are matched again.

    What was moved goes back where it was. What an editor changed since stays as changed; hops that were
    read since are resolved by their names, as if there had been no merge. Articles that came since stay
    with the survivor: what their sender called the outlet is not on record. Raises Refused with code
    "conflict" where it was undone before, where the survivor was merged on since (undo that first), or
    where another source has the name by now.
    """
    with acting(by, reason), transaction.atomic():
        partition_lock()
        undoing = begin_undo(by=by, act=act, reason=reason)
        moved: dict[int, dict[str, Any]] = {int(pk): rows for pk, rows in act.did["moved"].items()}
        locked = lock([act.did["into"], *moved])
        into = locked.pop(act.did["into"])
        _check_still_survivor(into, locked.values())
        for source in locked.values():
            _check_name_free(source)
        Alias.objects.filter(pk__in=[pk for rows in moved.values() for pk in rows["aliases"]]).delete()
        _part(locked.values())
        for source in locked.values():
            _give_back(source, into, moved[source.pk], act)
        changed = _resolve_later(into, locked.values(), moved, act)
        for source in (into, *locked.values()):
            agree_on_speakers(source, hops=_speaking_beside(source, changed))
        match_again([into, *locked.values()])
    return undoing


def _part(sources: Iterable[Source]) -> None:
    """Let the ids of the sources lead to themselves again."""
    try:
        with transaction.atomic():
            Source.objects.filter(pk__in=[source.pk for source in sources]).update(merged_into=None)
    except IntegrityError as error:
        raise _taken(next(iter(sources))) from error
    for source in sources:
        source.refresh_from_db()


def _give_back(source: Source, into: Source, rows: dict[str, list[int]], act: Act) -> None:
    """Move to `source` what was moved from it and still is where it was moved."""
    _unchanged(rows["hops"], into, act).update(source=source)
    Review.objects.filter(pk__in=rows["reviews"], publisher=into).update(publisher=source)
    Quote.objects.filter(pk__in=rows["quotes"], speaker=into).update(speaker=source)
    Article.objects.filter(pk__in=rows["articles"], outlet=into).update(outlet=source)


def _unchanged(hops: list[int], into: Source, act: Act) -> QuerySet[Hop]:
    """Return those of the moved hops that nobody and no reading has given another name since."""
    since = Q(decided_by__isnull=False, decided_at__gt=act.created_at)
    events = apps.get_model("quotes", "HopEvent").objects
    earlier = events.filter(pgh_obj__in=hops, pgh_id__gt=act.did["newest"][1]).order_by("-pgh_id")
    was = dict(earlier.values_list("pgh_obj_id", "name"))
    now = Hop.objects.filter(pk__in=was).values_list("pk", "name")
    renamed = [pk for pk, name in now if name_key(name) != name_key(was[pk])]
    return Hop.objects.filter(pk__in=hops, source=into).exclude(since).exclude(pk__in=renamed)


def _resolve_later(
    into: Source, sources: Iterable[Source], moved: dict[int, dict[str, Any]], act: Act
) -> list[int]:
    """Resolve the survivor's hops that were read since by their names, where these are the parted ones'.

    Returns all hops that may have changed hands, those moved back too.
    """
    names = {source.name_key: source for source in sources}
    names |= {alias.name_key: source for source in sources for alias in source.aliases.all()}
    known = {pk for rows in moved.values() for pk in rows["hops"]}
    read = Hop.objects.filter(source=into, decided_by__isnull=True)
    newer = Q(pk__gt=act.did["newest"][0]) | Q(pk__in=known)
    for hop in read.filter(newer).select_related("appearance__article"):
        if name_key(hop.name) in names:
            _resolve(hop, names[name_key(hop.name)])
            known.add(hop.pk)
    return sorted(known)


def _resolve(hop: Hop, bearer: Source) -> None:
    article = hop.appearance.article
    if bearer.only_in_id is not None:
        found = [bearer] if bearer.only_in_id == article.pk else []
    else:
        found = candidates(hop.name, on=article.published_at.date() if article.published_at else None)
    if found:
        one = found[0] if len(found) == 1 else None
        names = [] if one else [str(source) for source in found]
        Hop.objects.filter(pk=hop.pk).update(source=one, candidates=names)


def _speaking_beside(source: Source, hops: list[int]) -> list[int]:
    """Return the hops that name `source` as speaker of a quote that one of the hops speaks too."""
    quotes = Appearance.objects.filter(hops__in=hops, quote__isnull=False).values("quote")
    said = Hop.objects.filter(source=source, position=0, appearance__quote__in=quotes)
    return list(said.values_list("pk", flat=True))


def _check_still_survivor(into: Source, sources: Iterable[Source]) -> None:
    if into.merged_into is not None:
        raise Refused(
            f"“{into}” was merged into “{into.survivor()}” since; undo that merge first.", code="conflict"
        )
    gone = next((source for source in sources if source.merged_into_id != into.pk), None)
    if gone is not None:
        raise Refused(f"“{gone}” is not merged into “{into}” any more; reload.", code="conflict")


def _check_name_free(source: Source) -> None:
    same = {"name_key": source.name_key, "disambiguation": source.disambiguation}
    if source.only_in_id is None and Source.objects.live().filter(only_in__isnull=True, **same).exists():
        raise _taken(source)


def _taken(source: Source) -> Refused:
    return Refused(
        f"There is another “{source}” by now; say in its disambiguation who that is, then undo.",
        code="conflict",
    )
