"""Appearances: what an editor decides on one printing; no later reading undoes it."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from quotes.models import Appearance, Article, Hop, Source
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.work import leases
from quotes.services.work.waking import MATCH, wake

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
        Article.objects.select_for_update(of=("self",)).get(pk=appearance.article_id)  # no reading meanwhile
        _fresh(appearance)
        Hop.objects.update_or_create(
            appearance=appearance, position=0, defaults={"basis": Hop.Basis.EDITOR, **speaker, **decided}
        )
        _match_again(appearance.article_id)
    return _fresh(appearance)


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
            _match_again(appearance.article_id)
    fresh = _fresh(appearance)
    if fresh.state != state:
        raise Refused(
            f"“{fresh}” was {fresh.get_state_display().lower()} by {fresh.decided_by or 'the machine'}"
            " in the meantime; reload, then decide.",
            code="conflict",
        )
    return fresh


def _match_again(article_id: int) -> None:
    if leases.match_again(articles=Article.objects.filter(pk=article_id)):
        wake(MATCH, article_id)


def _fresh(appearance: Appearance) -> Appearance:
    try:
        return Appearance.objects.select_related("decided_by").get(pk=appearance.pk)
    except Appearance.DoesNotExist:
        raise Refused(f"“{appearance}” is gone: its article was read again; reload.", code="gone") from None
