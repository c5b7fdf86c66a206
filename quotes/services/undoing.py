"""Undoing any act, whatever it did."""

from django.contrib.auth.models import AbstractBaseUser

from quotes.models import Act
from quotes.services import quotes, sources


def undo(*, by: AbstractBaseUser, act: Act, reason: str = "") -> Act:
    """Undo a judgement, a merge or a split, and return the act of undoing; raise Refused as each does."""
    if act.kind == Act.Kind.MERGE_SOURCES:
        return sources.undo_merge(by=by, act=act, reason=reason)
    return quotes.undo(by=by, act=act, reason=reason)
