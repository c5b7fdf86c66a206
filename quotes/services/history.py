"""History: whose doing a change is, written beside the old row."""

from contextlib import AbstractContextManager, nullcontext

import pghistory
from django.contrib.auth.models import AbstractBaseUser


def acting(by: AbstractBaseUser | None, reason: str = "") -> AbstractContextManager[object]:
    """Return the context in which changes are recorded as `by`'s, with the reason; None is the machine."""
    if by is None:
        return nullcontext()
    return pghistory.context(user=by.pk, username=by.get_username(), reason=reason)
