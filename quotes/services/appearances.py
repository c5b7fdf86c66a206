"""Appearances: what an editor decides on one printing; no later reading undoes it."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from quotes.models import Appearance, Hop, Source
from quotes.services.editing import alone_with, fresh, match_again
from quotes.services.errors import Refused
from quotes.services.history import acting

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
    with acting(by, reason), transaction.atomic():
        alone_with(appearance)
        Hop.objects.update_or_create(
            appearance=appearance, position=0, defaults={"basis": Hop.Basis.EDITOR, **speaker, **decided}
        )
        match_again(appearance.article_id)
    return fresh(appearance)


def _decide(by: AbstractBaseUser, appearance: Appearance, state: str, reason: str) -> Appearance:
    """Move from the state that was read to `state`; raise Refused where another editor moved it first."""
    person = (
        {"decided_by": None, "decided_at": None}
        if state == State.SUGGESTED
        else {"decided_by": by, "decided_at": timezone.now()}
    )
    seen = Appearance.objects.filter(pk=appearance.pk, state=appearance.state).exclude(state=state)
    with acting(by, reason), transaction.atomic():
        if seen.update(state=state, reason=reason, **person):
            match_again(appearance.article_id)
    now = fresh(appearance)
    if now.state != state:
        raise Refused(
            f"“{now}” was {now.get_state_display().lower()} by {now.decided_by or 'the machine'}"
            " in the meantime; reload, then decide.",
            code="conflict",
        )
    return now
