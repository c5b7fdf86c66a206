"""Kept apart: two sources of which a person said that they are two."""

from django.db import models
from django.db.models import F, Q

from quotes.models.decision import Decided
from quotes.models.public_id import PublicIdField
from quotes.models.source import Source
from quotes.models.superseding import Superseding, SupersedingQuerySet


class KeptApart(Decided, Superseding):
    """Say that two sources are not one, `a` the one with the smaller id: merging them is not suggested again.

    A decision that was taken back has `superseded_at` and stays.
    """

    public_id = PublicIdField()
    a = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="kept_apart_as_a")
    b = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="kept_apart_as_b")

    objects = SupersedingQuerySet["KeptApart"].as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name, verbose_name_plural = "decision to keep apart", "kept apart"
        constraints = [
            models.CheckConstraint(name="kept_apart_pair_ordered", condition=Q(a__lt=F("b"))),
            models.UniqueConstraint(
                name="kept_apart_pair_once", fields=["a", "b"], condition=Q(superseded_at__isnull=True)
            ),
            models.CheckConstraint(
                name="kept_apart_by_a_person",
                condition=Q(decided_by__isnull=False, decided_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.a} is not {self.b}"
