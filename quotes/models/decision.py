"""Decisions: whose they are. The machine suggests, a person decides."""

from django.conf import settings
from django.db import models


class Decided(models.Model):
    """Bind a row to the person who decided on it, and when; both empty: the machine suggests it.

    Every concrete model names the constraint that keeps the two together with `who_and_when()`.
    """

    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, default="")

    class Meta:
        abstract = True


def who_and_when(name: str) -> models.CheckConstraint:
    """Return the constraint that a decision has a person and a time, or neither."""
    both = models.Q(decided_by__isnull=False, decided_at__isnull=False)
    neither = models.Q(decided_by__isnull=True, decided_at__isnull=True)
    return models.CheckConstraint(name=name, condition=both | neither)
