"""Appearances: what an editor decides on one printing; no later reading undoes it."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from quotes.models import Act, Appearance, Hop, Source
from quotes.services.acts import Decided, Told, record
from quotes.services.editing import alone_with, fresh, match_again
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.phrasing import quoted, said_by, said_when
from quotes.services.restoring.chains import changing_chain
from quotes.services.restoring.states import decision

State = Appearance.State


def confirm(*, by: AbstractBaseUser, appearance: Appearance, reason: str = "") -> Appearance:
    """Confirm that it is a quote and its chain is right; return it. Raises Refused (see `_decide`)."""
    return _decide(by, appearance, State.CONFIRMED, reason)


def reject(*, by: AbstractBaseUser, appearance: Appearance, reason: str = "") -> Appearance:
    """Reject it as no quote of its speaker, for every later reading too; return it. Raises Refused."""
    return _decide(by, appearance, State.REJECTED, reason)


def undecide(*, by: AbstractBaseUser, appearance: Appearance, reason: str = "") -> Appearance:
    """Take a decision back, so that it is the machine's suggestion again; return it. Raises Refused."""
    return _decide(by, appearance, State.SUGGESTED, reason)


def correct_speaker(
    *, by: AbstractBaseUser, appearance: Appearance, source: Source, reason: str = ""
) -> Appearance:
    """Say who the speaker is; the hop keeps the words it rested on. Return the appearance.

    The article is matched again, for its quotes may now be others'.
    """
    survivor = source.survivor()
    speaker = {"source": survivor, "name": survivor.name, "candidates": [], "confidence": 1.0}
    decided = {"decided_by": by, "decided_at": timezone.now(), "reason": reason}
    kind = Act.Kind.CORRECT_SPEAKER
    with changing_chain(by=by, kind=kind, appearance=appearance, reason=reason) as now:
        Hop.objects.update_or_create(
            appearance=now, position=0, defaults={"basis": Hop.Basis.EDITOR, **speaker, **decided}
        )
    return fresh(appearance)


_DOES = {
    State.CONFIRMED: (Act.Kind.CONFIRM, "Confirmed"),
    State.REJECTED: (Act.Kind.REJECT, "Rejected"),
    State.SUGGESTED: (Act.Kind.UNDECIDE, "Left undecided"),
}


def _decide(by: AbstractBaseUser, appearance: Appearance, state: State, reason: str) -> Appearance:
    """Move from the state that was read to `state`; raise Refused where another editor moved it first."""
    nobody = state == State.SUGGESTED
    person = {"decided_by": None if nobody else by, "decided_at": None if nobody else timezone.now()}
    with acting(by, reason), transaction.atomic():
        before = alone_with(appearance)
        if before.state == state:
            return before
        if before.state != appearance.state:
            raise decided_meanwhile(before)
        Appearance.objects.filter(pk=before.pk).update(state=state, reason=reason, **person)
        match_again(before.article_id)
        now = fresh(appearance)
        kind, verb = _DOES[state]
        told = Told(f"{verb} {quoted(now)}", now)
        record(decided=Decided(by, reason), kind=kind, did=decision(before, now), told=told)
    return now


def decided_meanwhile(now: Appearance) -> Refused:
    """Return the refusal that tells who decided on a printing meanwhile, what and when."""
    return Refused(
        f"“{now}” was {now.get_state_display().lower()} by {said_by(now)}{said_when(now)}"
        " in the meantime; reload, then decide.",
        code="conflict",
    )
