"""Deciding: a person accepts or rejects a copy; it binds every later run, and undoing it is a new row."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from quotes.models import Article, Copy, Source
from quotes.models.superseding import supersede
from quotes.services.copying.applying import apply
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.matching.assembling import partition_lock
from quotes.services.work import leases
from quotes.services.work.waking import MATCH, wake

State = Copy.State
_EVIDENCE = ("a_id", "b_id", "revision_a_id", "revision_b_id", "share_a", "share_b", "passages", "version")
_TOLD = ("giver", "source_id", "credited")
_DECISION = ("state", "decided_by_id", "decided_at", "reason")


def accept(
    *,
    by: AbstractBaseUser,
    copy: Copy,
    giver: Article | None = None,
    source: Source | None = None,
    reason: str = "",
) -> Copy:
    """Decide that one article has its words from the other, and return the row now in force.

    The chains of the taker's words that the giver prints too get `source` as their outermost hop, in every
    later reading as well. `giver` and `source` stand in for what the machine told; the source of a giver
    that somebody names is that article's outlet. Raises Refused with code "no_giver" where neither tells,
    "not_in_pair", "own_outlet" for a source that is the taker's own outlet, "conflict" where the row is not
    in force any more.
    """
    told = _told(copy, giver, source)
    return _decide(by, copy, State.ACCEPTED, reason, told)


def reject(*, by: AbstractBaseUser, copy: Copy, reason: str = "") -> Copy:
    """Decide that neither article has its words from the other; return the row now in force.

    Raises Refused with code "conflict" where the row is not in force any more.
    """
    return _decide(by, copy, State.REJECTED, reason, {name: getattr(copy, name) for name in _TOLD})


def withdraw(*, by: AbstractBaseUser, copy: Copy, reason: str = "") -> Copy:
    """Take a person's decision back and return the row in force: what it superseded, as a row of its own.

    Raises Refused with code "conflict" where the decision is not in force any more, or is none.
    """
    with acting(by, reason), transaction.atomic():
        standing = _standing(copy)
        if standing.decided_by_id is None:
            raise Refused("Nobody decided on these articles: there is nothing to take back.", code="conflict")
        before = _superseded_by(standing)
        kept = {name: getattr(before or standing, name) for name in (*_EVIDENCE, *_TOLD)}
        decision = {name: getattr(before, name) for name in _DECISION} if before else {}
        return _supersede(standing, Copy(**kept, **decision))


def _told(copy: Copy, giver: Article | None, source: Source | None) -> dict[str, Any]:
    """Return giver, source and credit of the row, as the person says or else as the machine did."""
    if giver is not None and giver.pk not in (copy.a_id, copy.b_id):
        raise Refused(f"“{giver}” is neither of the two: choose one.", code="not_in_pair", field="giver")
    side = copy.giver if giver is None else Copy.Side.A if giver.pk == copy.a_id else Copy.Side.B
    if not side:
        raise Refused(
            "Nothing tells which of the two had the words first: say which gave them.",
            code="no_giver",
            field="giver",
        )
    gave, took = (copy.a, copy.b) if side == Copy.Side.A else (copy.b, copy.a)
    named = source.survivor() if source else copy.source if side == copy.giver else None
    named = (named or gave.outlet).survivor()
    if named.pk == took.outlet_id:
        raise Refused(
            f"{named} printed “{took}” itself: it closes the chain and is no hop; name another source.",
            code="own_outlet",
            field="source",
        )
    return {"giver": side, "source_id": named.pk, "credited": copy.credited and named.pk == copy.source_id}


def _decide(by: AbstractBaseUser, copy: Copy, state: str, reason: str, told: dict[str, Any]) -> Copy:
    with acting(by, reason), transaction.atomic():
        standing = _standing(copy)
        kept = {name: getattr(standing, name) for name in _EVIDENCE}
        decision = {"state": state, "decided_by": by, "decided_at": timezone.now(), "reason": reason}
        return _supersede(standing, Copy(**kept, **told, **decision))


def _standing(copy: Copy) -> Copy:
    """Lock the partition and the pair's articles, and return the row; Refused where it is not in force."""
    partition_lock()  # first, as matching does
    pair = Article.objects.select_for_update(of=("self",)).filter(pk__in=[copy.a_id, copy.b_id])
    list(pair.order_by("pk"))  # no reading meanwhile
    standing = Copy.objects.current().filter(pk=copy.pk).first()
    if standing is None:
        now = copy.in_force()
        said = f"is {now.state} by {now.decided_by or 'the machine'}" if now else "is gone"
        raise Refused(f"The pair {said} in the meantime: reload, then decide.", code="conflict")
    return standing


def _supersede(standing: Copy, now: Copy) -> Copy:
    supersede(standing, now)
    for article in (now.a_id, now.b_id):
        apply(article=article)
        if leases.match_again(articles=Article.objects.filter(pk=article)):
            wake(MATCH, article)
    return now


def _superseded_by(standing: Copy) -> Copy | None:
    """Return the row that this decision superseded when it was made, restored since or not."""
    pair = Copy.objects.filter(a=standing.a_id, b=standing.b_id)
    made = pair.filter(decided_by=standing.decided_by_id, decided_at=standing.decided_at)
    return made.earliest("pk").superseded()
