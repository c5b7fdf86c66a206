"""Superseding: rows about a pair that are never overwritten; the newer one ends the older one."""

from typing import Self, TypeVar

from django.db import models
from django.utils import timezone

Row = TypeVar("Row", bound=models.Model)


class SupersedingQuerySet(models.QuerySet[Row]):
    def current(self) -> Self:
        """Return the rows in force: the ones nothing superseded."""
        return self.filter(superseded_at__isnull=True)


class Superseding(models.Model):
    """Bind a row about a pair, `a` and `b`, to the time in which it was in force.

    A row that supersedes another begins at the very moment the other ends: that is how the two are known.
    """

    created_at = models.DateTimeField(default=timezone.now, editable=False)
    superseded_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def in_force(self) -> Self | None:
        """Return the row in force on the pair, itself where nothing superseded it; None for nothing."""
        return self._of_the_pair().filter(superseded_at__isnull=True).first()

    def superseded(self) -> Self | None:
        """Return the row that this one superseded, None where nothing was in force then."""
        before = self._of_the_pair().filter(pk__lt=self.pk, superseded_at=self.created_at)
        return before.order_by("pk").last()

    def _of_the_pair(self) -> models.QuerySet[Self]:
        return type(self)._default_manager.filter(a=self.a_id, b=self.b_id)  # type: ignore[attr-defined]


def supersede(standing: Superseding | None, now: Superseding | None) -> None:
    """End the row in force, if any, and store the one that takes its place, if any, in one moment."""
    moment = timezone.now()
    if standing is not None:
        type(standing)._default_manager.filter(pk=standing.pk).update(superseded_at=moment)
    if now is not None:
        now.created_at = moment
        now.save(force_insert=True)
