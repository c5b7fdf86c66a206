"""The review desk: which item an editor has before them, and what they flagged."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from quotes.models.appearance import Appearance
from quotes.models.copy import Copy
from quotes.models.decision import Decided
from quotes.models.match import Match
from quotes.models.quote import Quote


class Kind(models.TextChoices):
    """What an editor decides on, one at a time."""

    APPEARANCE = "appearance", "suggested quote"
    HOP = "hop", "unresolved source"
    MATCH = "match", "suggested match"
    CONFLICT = "conflict", "conflicting speakers"
    COPY = "copy", "suggested wire copy"


class Lease(models.Model):
    """Say that an editor has an item before them, so that no other gets it; over at `until`.

    `row` is the id of the item's row: an appearance, hop, match, quote or copy by `kind`. A row that goes
    leaves its lease behind, which ends by itself.
    """

    kind = models.CharField(max_length=10, choices=Kind)
    row = models.BigIntegerField()
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="lease_once_per_item", fields=["kind", "row"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.row}"


class FlagQuerySet(models.QuerySet["Flag"]):
    def standing(self) -> "FlagQuerySet":
        """Return the flags nobody took back."""
        return self.filter(taken_back_at__isnull=True)


class Flag(Decided):
    """Mark one item for others, or for later; `reason` is the note. Taking it back leaves the row.

    The item is the one of the four rows that is set; `hop` is the position in the chain where it is a hop.
    """

    appearance = models.ForeignKey(Appearance, null=True, on_delete=models.CASCADE, related_name="flags")
    hop = models.PositiveSmallIntegerField(null=True)
    match = models.ForeignKey(Match, null=True, on_delete=models.CASCADE, related_name="flags")
    quote = models.ForeignKey(Quote, null=True, on_delete=models.CASCADE, related_name="flags")
    copy = models.ForeignKey(Copy, null=True, on_delete=models.CASCADE, related_name="flags")
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = FlagQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="flag_is_on_one_item",
                condition=Q(
                    appearance__isnull=False, match__isnull=True, quote__isnull=True, copy__isnull=True
                )
                | Q(appearance__isnull=True, match__isnull=False, quote__isnull=True, copy__isnull=True)
                | Q(appearance__isnull=True, match__isnull=True, quote__isnull=False, copy__isnull=True)
                | Q(appearance__isnull=True, match__isnull=True, quote__isnull=True, copy__isnull=False),
            ),
            models.CheckConstraint(
                name="flag_of_a_hop_is_in_a_chain",
                condition=Q(hop__isnull=True) | Q(appearance__isnull=False),
            ),
            models.CheckConstraint(
                name="flag_by_a_person", condition=Q(decided_by__isnull=False, decided_at__isnull=False)
            ),
            models.CheckConstraint(
                name="flag_taken_back_by_a_person",
                condition=Q(taken_back_by__isnull=True, taken_back_at__isnull=True)
                | Q(taken_back_by__isnull=False, taken_back_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.reason or "flagged"
