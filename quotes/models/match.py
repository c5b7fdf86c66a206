"""Matches: judged pairs of appearances."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q

from quotes.models.appearance import Appearance
from quotes.models.change import recorded
from quotes.models.decision import Decided, who_and_when
from quotes.models.public_id import PublicIdField
from quotes.models.superseding import Superseding, SupersedingQuerySet

SURE = 0.9  # a suggested tie with this score or a higher one is not put before an editor


class MatchQuerySet(SupersedingQuerySet["Match"]):
    def left(self, outcome: str) -> Self:
        """Return the ties between standing printings that became nothing, for the reason `outcome`."""
        rejected = Appearance.State.REJECTED
        return self.current().filter(outcome=outcome).exclude(a__state=rejected).exclude(b__state=rejected)


@pghistory.track(pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent(), exclude=["outcome"])
class Match(Decided, Superseding):
    """A judged pair of appearances, `a` the one with the smaller id.

    `fuller` tells which side holds more of the utterance; `relation` is the other side's relation to it.
    `differences` is [{"operation", "a": [start, end], "b": [start, end]}, …] and `changes` the meaning
    changes [{"kind", "a", "b", "sentence"}, …], all spans relative to the appearances' own texts.
    `features` is [[name, value], …]: what each thing known added to the sum that `score` is the logistic
    function of, under the weights of `version`; empty where a person judged. A new judgement supersedes
    the row; nothing is overwritten, and `public_id` is the row's: `in_force` leads from it to the pair's
    present one. `outcome` tells of a tie the machine suggests, and that joined nothing, why: `unlinked`, for
    several unlike quotes hold the fragment, or `refused`, for people judged the two apart, or a rendering
    would join unlike passages of one article.
    """

    class Relation(models.TextChoices):
        RETRANSLATED = "retranslated"
        EDITED = "edited"
        SPLICED = "spliced"
        TRUNCATED = "truncated"
        CONTAINED = "contained"
        TYPOGRAPHIC = "typographic"
        EXACT = "exact"
        DIFFERENT = "different"
        STOCK = "stock"

    class Judgement(models.TextChoices):
        SAME = "same"
        ALTERED = "altered"
        DIFFERENT = "different"
        UNSURE = "unsure"

    class Outcome(models.TextChoices):
        UNLINKED = "unlinked"
        REFUSED = "refused"

    class Side(models.TextChoices):
        A = "a"
        B = "b"

    public_id = PublicIdField()
    a = models.ForeignKey(Appearance, on_delete=models.CASCADE, related_name="matches_as_a")
    b = models.ForeignKey(Appearance, on_delete=models.CASCADE, related_name="matches_as_b")
    relation = models.CharField(max_length=12, choices=Relation)
    fuller = models.CharField(max_length=1, choices=Side, default=Side.A)
    judgement = models.CharField(max_length=9, choices=Judgement)
    score = models.FloatField()
    differences = models.JSONField(default=list, blank=True)
    changes = models.JSONField(default=list, blank=True)
    features = models.JSONField(default=list, blank=True)
    version = models.CharField(max_length=40, blank=True, default="")
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True, default="", editable=False)

    objects = MatchQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "matches"
        constraints = [
            models.CheckConstraint(name="match_pair_ordered", condition=Q(a__lt=F("b"))),
            models.UniqueConstraint(
                name="match_pair_once", fields=["a", "b"], condition=Q(superseded_at__isnull=True)
            ),
            models.CheckConstraint(name="match_score_in_range", condition=Q(score__gte=0, score__lte=1)),
            models.CheckConstraint(
                name="match_outcome_of_a_suggestion",
                condition=Q(outcome="") | Q(judgement__in=["same", "altered"], decided_by__isnull=True),
            ),
            who_and_when("match_who_and_when"),
        ]
        indexes = [
            models.Index(fields=["b"], name="match_by_b", condition=Q(superseded_at__isnull=True)),
            models.Index(
                fields=["outcome", "id"],
                name="match_joined_nothing",
                condition=Q(superseded_at__isnull=True) & ~Q(outcome=""),
            ),
            models.Index(
                fields=["score", "id"],
                name="match_to_review",
                condition=Q(superseded_at__isnull=True, decided_by__isnull=True)
                & (
                    Q(judgement="unsure")
                    | ~Q(outcome="")
                    | Q(judgement__in=["same", "altered"], score__lt=SURE)
                ),
            ),
        ]
        triggers = recorded("match", "judgement", "relation", "score", "superseded_at", "decided_by_id")

    def __str__(self) -> str:
        return f"{self.judgement} ({self.relation})"
