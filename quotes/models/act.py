"""Acts: what a person did, to several rows at once, with all that it takes to undo it."""

from django.db import models
from django.db.models import Q

from quotes.models.decision import Decided, who_and_when
from quotes.models.public_id import PublicIdField


class Act(Decided):
    """A judgement, a merge or a split, or the undoing of one.

    `did` is what the service that acted needs to undo it, in its own terms: rows entered, and where those
    it moved had been. An act is undone at most once, by an act of its own that `undoes` names.
    """

    class Kind(models.TextChoices):
        JUDGE = "judge"
        MERGE_QUOTES = "merge_quotes"
        SPLIT_QUOTE = "split_quote"
        MERGE_SOURCES = "merge_sources"
        UNDO = "undo"

    public_id = PublicIdField()
    kind = models.CharField(max_length=13, choices=Kind)
    did = models.JSONField(default=dict, editable=False)
    undoes = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="undone"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(name="act_undone_once", fields=["undoes"]),
            models.CheckConstraint(
                name="act_undo_names_what",
                condition=Q(kind="undo", undoes__isnull=False) | ~Q(kind="undo") & Q(undoes__isnull=True),
            ),
            who_and_when("act_who_and_when"),
        ]
        indexes = [models.Index(fields=["decided_at"], name="act_by_time")]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def is_undone(self) -> bool:
        """Tell whether it was undone."""
        return self.undone.exists()
