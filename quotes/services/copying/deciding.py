"""Deciding: a person accepts or rejects a copy; it binds every later run, and undoing it is a new row."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from quotes.models import Act, Article, Copy, Source
from quotes.models.superseding import supersede
from quotes.services.acts import Decided, Told, begin_undo, record
from quotes.services.copying.applying import apply
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.matching.assembling import partition_lock
from quotes.services.phrasing import cut, said_by, said_when
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
    return _decide(Decided(by, reason, timezone.now()), copy, State.ACCEPTED, told)


def reject(*, by: AbstractBaseUser, copy: Copy, reason: str = "") -> Copy:
    """Decide that neither article has its words from the other; return the row now in force.

    Raises Refused with code "conflict" where the row is not in force any more.
    """
    told = {name: getattr(copy, name) for name in _TOLD}
    return _decide(Decided(by, reason, timezone.now()), copy, State.REJECTED, told)


def withdraw(*, by: AbstractBaseUser, copy: Copy, reason: str = "") -> Copy:
    """Take a person's decision back and return the row in force: what it superseded, as a row of its own.

    Raises Refused with code "conflict" where the decision is not in force any more, or is none.
    """
    with acting(by, reason), transaction.atomic():
        standing = _standing(copy)
        if standing.decided_by_id is None:
            raise Refused("Nobody decided on these articles: there is nothing to take back.", code="conflict")
        before = _superseded_by(standing)
        now = Copy(**_columns(standing, (*_EVIDENCE, *_TOLD))) if before is None else _again(before)
        _supersede(standing, now)
        return _recorded(Decided(by, reason), Act.Kind.WITHDRAW_COPY, standing, now)


def undo(*, by: AbstractBaseUser, act: Act, reason: str = "") -> Act:
    """Undo a decision on two articles: what stood before stands again, as a row of its own.

    Returns the act of undoing. Raises Refused with code "conflict" where a person decided on them since.
    """
    with acting(by, reason), transaction.atomic():
        undoing = begin_undo(by=by, act=act, reason=reason)
        left = Copy.objects.get(pk=act.did["now"])
        standing = left.in_force()
        if standing is None or _decision(standing) != _decision(left):
            raise _meanwhile(standing)
        _supersede(_standing(standing), _again(Copy.objects.get(pk=act.did["before"])))
    return undoing


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


def _decide(decided: Decided, copy: Copy, state: str, told: dict[str, Any]) -> Copy:
    with acting(decided.by, decided.reason), transaction.atomic():
        standing = _standing(copy)
        kept = _columns(standing, _EVIDENCE)
        now = _supersede(standing, Copy(**kept, **told, state=state, **decided.columns()))
        kind = Act.Kind.ACCEPT_COPY if state == State.ACCEPTED else Act.Kind.REJECT_COPY
        return _recorded(decided, kind, standing, now)


_SAYS = {
    Act.Kind.ACCEPT_COPY: "Accepted that two articles print one story",
    Act.Kind.REJECT_COPY: "Rejected that two articles print one story",
    Act.Kind.WITHDRAW_COPY: "Left undecided whether two articles print one story",
}


def _recorded(decided: Decided, kind: Act.Kind, before: Copy, now: Copy) -> Copy:
    """Record what a person decided, and return the row now in force."""
    titles = f"{cut(str(now.a))} and {cut(str(now.b))}"
    did = {"before": before.pk, "now": now.pk}
    record(decided=decided, kind=kind, did=did, told=Told(f"{_SAYS[kind]}: {titles}", now))
    return now


def _columns(copy: Copy, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(copy, name) for name in names}


def _decision(copy: Copy) -> tuple[Any, ...]:
    """Return what was decided, by whom and when; nobody's where the machine suggests it."""
    return copy.state, copy.decided_by_id, copy.decided_at


def _again(copy: Copy) -> Copy:
    """Return a row that says what an earlier one said."""
    return Copy(**_columns(copy, (*_EVIDENCE, *_TOLD, *_DECISION)))


def _standing(copy: Copy) -> Copy:
    """Lock the partition and the pair's articles, and return the row; Refused where it is not in force."""
    partition_lock()  # first, as matching does
    pair = Article.objects.select_for_update(of=("self",)).filter(pk__in=[copy.a_id, copy.b_id])
    list(pair.order_by("pk"))  # no reading meanwhile
    standing = Copy.objects.current().filter(pk=copy.pk).first()
    if standing is None:
        raise _meanwhile(copy.in_force())
    return standing


def _meanwhile(now: Copy | None) -> Refused:
    """Return the refusal that tells who decided on the pair meanwhile, what and when."""
    said = f"is {now.state} by {said_by(now)}{said_when(now)}" if now else "is gone"
    return Refused(f"The pair {said} in the meantime: reload, then decide.", code="conflict")


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
