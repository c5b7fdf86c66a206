"""Acts: what a person decided, on one row or several at once, with all that it takes to undo it."""

from django.db import models
from django.db.models import Q

from quotes.models.decision import Decided, who_and_when
from quotes.models.public_id import PublicIdField


class Act(Decided):
    """One decision of a person, or the undoing of one.

    `did` is what the service that acted needs to undo it, in its own terms: rows entered, and what those it
    changed had been. An act is undone at most once, by an act of its own that `undoes` names. `sentence` says
    what was decided, in words, as things were called then; `about` and `about_id`, a public id, name the row
    it was decided on. What was decided on many rows at once is one act, of which those on the rows are
    `part_of`.
    """

    class Kind(models.TextChoices):
        CONFIRM = "confirm"
        REJECT = "reject"
        UNDECIDE = "undecide"
        CORRECT = "correct"
        CORRECT_SPEAKER = "correct_speaker"
        ADD_HOP = "add_hop"
        CORRECT_HOP = "correct_hop"
        RESOLVE_HOP = "resolve_hop"
        DROP_HOP = "drop_hop"
        REORDER_HOPS = "reorder_hops"
        JUDGE = "judge"
        MERGE_QUOTES = "merge_quotes"
        SPLIT_QUOTE = "split_quote"
        MERGE_SOURCES = "merge_sources"
        KEEP_APART = "keep_apart"
        ALLOW_AGAIN = "allow_again"
        ACCEPT_COPY = "accept_copy"
        REJECT_COPY = "reject_copy"
        WITHDRAW_COPY = "withdraw_copy"
        MANY = "many"
        UNDO = "undo"

    class About(models.TextChoices):
        APPEARANCE = "appearance"
        MATCH = "match"
        QUOTE = "quote"
        SOURCE = "source"
        COPY = "copy"

    public_id = PublicIdField()
    kind = models.CharField(max_length=15, choices=Kind)
    sentence = models.CharField(max_length=300, blank=True, default="", editable=False)
    about = models.CharField(max_length=10, choices=About, blank=True, default="", editable=False)
    about_id = models.UUIDField(null=True, blank=True, editable=False)
    did = models.JSONField(default=dict, editable=False)
    undoes = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="undone"
    )
    part_of = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="parts"
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
            models.CheckConstraint(
                name="act_about_names_a_row",
                condition=Q(about="", about_id__isnull=True) | ~Q(about="") & Q(about_id__isnull=False),
            ),
            models.CheckConstraint(
                name="act_not_part_of_itself",
                condition=Q(part_of__isnull=True) | ~Q(part_of=models.F("id")),
            ),
            who_and_when("act_who_and_when"),
        ]
        indexes = [
            models.Index(fields=["decided_at"], name="act_by_time"),
            models.Index(fields=["decided_by", "-id"], name="act_newest_of_a_person"),
            models.Index(fields=["about_id"], name="act_by_row", condition=Q(about_id__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.sentence or self.get_kind_display()

    @property
    def is_undone(self) -> bool:
        """Tell whether it was undone; without a query where `undone` was fetched."""
        return bool(self.undone.all())
