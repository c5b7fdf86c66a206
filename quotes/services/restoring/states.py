"""States: a decision on one printing recorded, and put back."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from quotes.models import Act, Appearance
from quotes.services.acts import begin_undo
from quotes.services.editing import alone_with, match_again
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.phrasing import cut, said_by, said_when
from quotes.services.restoring.snapshots import STATE, Columns, read, taken


def undo_decision(*, by: AbstractBaseUser, act: Act, reason: str = "") -> Act:
    """Undo that a printing was confirmed, rejected or made a suggestion again; return the act of undoing.

    Raises Refused with code "conflict" where it was decided on or corrected since, "gone" where a reading
    took it away.
    """
    with acting(by, reason), transaction.atomic():
        undoing = begin_undo(by=by, act=act, reason=reason)
        now = alone_with(Appearance(pk=act.did["appearance"], article_id=act.did["article"]))
        check_unchanged(now, act.did["after"])
        Appearance.objects.filter(pk=now.pk).update(**read(act.did["before"]))
        match_again(now.article_id)
    return undoing


def decision(before: Appearance, after: Appearance) -> Columns:
    """Return what undoing a decision takes."""
    rows = {"before": taken(before, STATE), "after": taken(after, STATE)}
    return {"appearance": before.pk, "article": before.article_id, **rows}


def check_unchanged(now: Appearance, after: Columns) -> None:
    """Raise Refused where the row does not say any more what the act left."""
    if taken(now, after) != after:
        raise Refused(
            f"{cut(now.words)} was {now.get_state_display().lower()} by {said_by(now)}{said_when(now)},"
            " after this; take that back first.",
            code="conflict",
        )
