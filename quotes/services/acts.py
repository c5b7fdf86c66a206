"""Acts: what a person did to several rows at once, recorded so that it can be undone, and undone once."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from quotes.models import Act
from quotes.services.errors import Refused

Did = dict[str, Any]


def record(
    *, by: AbstractBaseUser | None, kind: str, did: Did, reason: str = "", at: datetime | None = None
) -> Act:
    """Record what was done, at the time its rows say, and return it; in the transaction that does it."""
    return Act.objects.create(kind=kind, did=did, **_decided(by, reason, at))


def begin_undo(*, by: AbstractBaseUser | None, act: Act, reason: str = "") -> Act:
    """Lock the act until the transaction ends, and record that it is undone; return the row of the undoing.

    Raises Refused with code "conflict" where it was undone before, or is an undoing itself.
    """
    locked = Act.objects.select_for_update(of=("self",)).get(pk=act.pk)
    if locked.kind == Act.Kind.UNDO:
        raise Refused("This undid something and cannot be undone; do it again instead.", code="conflict")
    before = locked.undone.select_related("decided_by").first()
    if before is not None:
        raise Refused(
            f"This was undone before, by {before.decided_by or 'the machine'}; reload to see what stands.",
            code="conflict",
        )
    return Act.objects.create(kind=Act.Kind.UNDO, undoes=locked, **_decided(by, reason))


def _decided(by: AbstractBaseUser | None, reason: str, at: datetime | None = None) -> Did:
    return {"decided_by": by, "decided_at": (at or timezone.now()) if by else None, "reason": reason}
