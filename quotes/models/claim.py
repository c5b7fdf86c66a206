"""Claims: checkable propositions, who stands behind them, who checked them."""

import pghistory
from django.db import models
from django.db.models import F, Q

from quotes.models.appearance import Appearance
from quotes.models.decision import Decided, who_and_when
from quotes.models.merging import Mergeable, acyclic_merges, not_into_itself
from quotes.models.public_id import PublicIdField
from quotes.models.source import Source


@pghistory.track(pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent())
class Claim(Mergeable):
    """A checkable proposition in one sentence, with subject, time and place where given."""

    public_id = PublicIdField()
    text = models.CharField(max_length=1000)
    subject = models.CharField(max_length=300, blank=True, default="")
    about_time = models.CharField(max_length=100, blank=True, default="")
    about_place = models.CharField(max_length=200, blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(name="claim_has_words", condition=~Q(text="")),
            not_into_itself("claim_not_merged_into_itself"),
        ]
        triggers = [acyclic_merges("quotes_claim", "claim_merges_acyclic")]

    def __str__(self) -> str:
        return self.text[:80]


@pghistory.track(pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent())
class Stance(Decided):
    """What an appearance does with a claim: asserts, denies, doubts, or repeats it without judging."""

    class Attitude(models.TextChoices):
        ASSERTS = "asserts"
        DENIES = "denies"
        DOUBTS = "doubts"
        REPEATS = "repeats"

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="stances")
    appearance = models.ForeignKey(Appearance, on_delete=models.CASCADE, related_name="stances")
    attitude = models.CharField(max_length=7, choices=Attitude)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["claim_id", "id"]
        constraints = [
            models.UniqueConstraint(name="stance_once_per_appearance", fields=["claim", "appearance"]),
            who_and_when("stance_who_and_when"),
        ]
        indexes = []

    def __str__(self) -> str:
        return f"{self.attitude}"


@pghistory.track(pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent())
class Review(models.Model):
    """A fact-checker's published verdict on a claim (schema.org ClaimReview).

    `rating` is the publisher's own words; value, best and worst its numbers where given.
    `verdict` is our normalised reading of it. Unknown fields of the published form stay in `extra`.
    """

    class Verdict(models.TextChoices):
        TRUE = "true"
        MOSTLY_TRUE = "mostly_true"
        MIXED = "mixed"
        MOSTLY_FALSE = "mostly_false"
        FALSE = "false"
        UNPROVEN = "unproven"

    public_id = PublicIdField()
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="reviews")
    publisher = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="reviews")
    url = models.URLField(max_length=2000)
    title = models.CharField(max_length=1000, blank=True, default="")
    rating = models.CharField(max_length=300)
    rating_value = models.FloatField(null=True, blank=True)
    best_rating = models.FloatField(null=True, blank=True)
    worst_rating = models.FloatField(null=True, blank=True)
    verdict = models.CharField(max_length=12, choices=Verdict, blank=True, default="")
    published_on = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=12, default="en")
    extra = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-published_on", "-id"]
        constraints = [
            models.UniqueConstraint(name="review_once_per_url_and_claim", fields=["claim", "url"]),
            models.CheckConstraint(name="review_has_a_rating", condition=~Q(rating="")),
            models.CheckConstraint(
                name="review_scale_in_order",
                condition=Q(worst_rating__isnull=True)
                | Q(best_rating__isnull=True)
                | ~Q(worst_rating=F("best_rating")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rating}"
