"""Copies: pairs of articles that print one story, who had it from whom, and the index that finds them."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q

from quotes.models.article import Article, Revision
from quotes.models.change import recorded
from quotes.models.decision import Decided, who_and_when
from quotes.models.public_id import PublicIdField
from quotes.models.source import Source
from quotes.models.superseding import Superseding, SupersedingQuerySet


class CopyQuerySet(SupersedingQuerySet["Copy"]):
    def standing(self) -> Self:
        """Return the rows in force that nobody rejected."""
        return self.current().exclude(state=Copy.State.REJECTED)


@pghistory.track(pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent())
class Copy(Decided, Superseding):
    """A pair of articles that print one story in the same words, `a` the one with the smaller id.

    `share_a` is the share of a's own words that b prints, `share_b` the other way round; quotations, page
    furniture and background that older articles print too do not count. `passages` are the words in common,
    [{"a": [start, end], "b": [start, end]}, …] in code points of the two revisions' texts. `giver` is the
    side that had the words first, empty where nothing tells; `source` whom the other side's chains should
    name, the agency or the giver's outlet; `credited` that the other side names it already. While the row
    is suggested that hop is a suggestion; accepted, it is a hop like others (see Hop.copy). `version` is of
    the rules. A new row supersedes; nothing is overwritten, and `public_id` is the row's: `in_force` leads
    from it to the pair's present one.
    """

    class State(models.TextChoices):
        SUGGESTED = "suggested"
        ACCEPTED = "accepted"
        REJECTED = "rejected"

    class Side(models.TextChoices):
        A = "a"
        B = "b"

    public_id = PublicIdField()
    a = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="copies_as_a")
    b = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="copies_as_b")
    revision_a = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    revision_b = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    share_a = models.FloatField()
    share_b = models.FloatField()
    passages = models.JSONField(default=list, blank=True)
    giver = models.CharField(max_length=1, choices=Side, blank=True, default="")
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="copies")
    credited = models.BooleanField(default=False)
    state = models.CharField(max_length=9, choices=State, default=State.SUGGESTED)
    version = models.CharField(max_length=40, blank=True, default="")

    objects = CopyQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "copies"
        constraints = [
            models.CheckConstraint(name="copy_pair_ordered", condition=Q(a__lt=F("b"))),
            models.UniqueConstraint(
                name="copy_pair_once", fields=["a", "b"], condition=Q(superseded_at__isnull=True)
            ),
            models.CheckConstraint(
                name="copy_shares_in_range",
                condition=Q(share_a__gte=0, share_a__lte=1, share_b__gte=0, share_b__lte=1),
            ),
            models.CheckConstraint(
                name="copy_source_has_a_giver", condition=Q(source__isnull=True) | ~Q(giver="")
            ),
            models.CheckConstraint(
                name="copy_accepted_names_a_source",
                condition=~Q(state="accepted") | Q(source__isnull=False),
            ),
            models.CheckConstraint(
                name="copy_decided_by_a_person", condition=Q(state="suggested") | Q(decided_by__isnull=False)
            ),
            who_and_when("copy_who_and_when"),
        ]
        indexes = [
            models.Index(fields=["b"], name="copy_by_b", condition=Q(superseded_at__isnull=True)),
            models.Index(
                fields=["id"],
                name="copy_to_review",
                condition=Q(superseded_at__isnull=True, state="suggested", credited=False)
                & Q(source__isnull=False),
            ),
        ]
        triggers = recorded("copy", "state", "giver", "source_id", "superseded_at", "decided_by_id")

    def __str__(self) -> str:
        return f"{self.share:.0%} of “{self.taker or self.b}”"

    @property
    def taker(self) -> Article | None:
        """The article that has the words from the other; None where nothing tells."""
        return {"a": self.b, "b": self.a}.get(self.giver)

    @property
    def share(self) -> float:
        """The share of the taker's own words that are the giver's; the larger where nothing tells."""
        shares = {"a": self.share_b, "b": self.share_a}
        return shares.get(self.giver, max(self.share_a, self.share_b))


class StoryKey(models.Model):
    """One posting of the index of stories: a key (see quotes.text.copying.keys) and the id of an article.

    Two integers under one index. It can be computed anew at any time; a posting of an earlier revision
    makes a candidate that the comparison then drops, so none is ever taken out.
    """

    pk = models.CompositePrimaryKey("key", "article")
    key = models.IntegerField()
    article = models.IntegerField()

    def __str__(self) -> str:
        return str(self.key)
