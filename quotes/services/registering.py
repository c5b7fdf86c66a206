"""Keep what an editor enters in the register: names, claims, stances and reviews."""

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils import timezone

from quotes.models.decision import Decided
from quotes.services.history import acting
from quotes.text.naming import name_key


def keep(*, by: User, row: models.Model, reason: str = "") -> models.Model:
    """Store a register row as an editor entered it, and return it.

    Side effects: fills in the key that finds a name, stamps a decision with person and time, and
    writes person and reason into the row's history. Raises IntegrityError where a constraint objects.
    """
    with acting(by, reason), transaction.atomic():
        if hasattr(row, "name_key"):
            row.name_key = name_key(row.name)  # type: ignore[attr-defined]
        if isinstance(row, Decided):
            row.decided_by, row.decided_at = by, timezone.now()
        row.save()
    return row


def drop(*, by: User, row: models.Model, reason: str = "") -> None:
    """Take out a register row an editor withdrew (another name, a stance); its history keeps it."""
    with acting(by, reason), transaction.atomic():
        row.delete()
