"""Quotes: what was said, by one speaker, on one occasion."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import Count, Q

from quotes.models.change import recorded
from quotes.models.merging import Mergeable, acyclic_merges, not_into_itself
from quotes.models.public_id import PublicIdField
from quotes.models.source import Source

WIDE = 3  # outlets that print a quote which is widely printed


class QuoteQuerySet(models.QuerySet["Quote"]):
    def live(self) -> Self:
        """Return the quotes that were not merged into another."""
        return self.filter(merged_into__isnull=True)

    def with_conflict(self) -> Self:
        """Tell of each quote as `conflict` whether its standing appearances name more than one speaker.

        Unnamed officials do not count: "a senior official" contradicts nobody.
        """
        states = ["suggested", "confirmed"]
        named = [kind for kind in Source.Kind.values if kind != Source.Kind.UNNAMED]
        voices = Quote.objects.filter(
            pk=models.OuterRef("pk"),
            appearances__state__in=states,
            appearances__hops__position=0,
            appearances__hops__source__kind__in=named,
        ).values("pk")
        several = voices.annotate(voices=Count("appearances__hops__source", distinct=True)).filter(
            voices__gt=1
        )
        return self.annotate(conflict=models.Exists(several))

    def conflicting(self) -> Self:
        """Return the live quotes whose printings conflict, see `with_conflict`."""
        return self.live().with_conflict().filter(conflict=True)


@pghistory.track(pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent())
class Quote(Mergeable):
    """One passage by one speaker on one occasion, with a durable public id.

    `text` is the canonical wording: the fullest attested one, as printed. `speaker` is what its
    appearances agree on, empty where they do not. The counters equal a recount of the appearances.
    """

    public_id = PublicIdField()
    text = models.TextField()
    speaker = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.PROTECT, related_name="quotes_said"
    )
    first_published_at = models.DateTimeField(null=True, blank=True)
    appearance_count = models.PositiveIntegerField(default=0)
    outlet_count = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = QuoteQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(name="quote_has_words", condition=~Q(text="")),
            models.CheckConstraint(
                name="quote_outlets_at_most_appearances",
                condition=Q(outlet_count__lte=models.F("appearance_count")),
            ),
            not_into_itself("quote_not_merged_into_itself"),
        ]
        indexes = [
            models.Index(fields=["speaker", "-id"], name="quote_by_speaker"),
            models.Index(fields=["first_published_at", "id"], name="quote_by_first_printing"),
            models.Index(  # few are: most counts may change without touching it
                fields=["-outlet_count", "id"], name="quote_widest", condition=Q(outlet_count__gte=WIDE)
            ),
            models.Index(
                fields=["-outlet_count", "id"],
                name="quote_without_one_speaker",
                condition=Q(speaker__isnull=True, merged_into__isnull=True, appearance_count__gt=1),
            ),
        ]
        triggers = [
            acyclic_merges("quotes_quote", "quote_merges_acyclic"),
            *recorded(
                "quote",
                "text",
                "speaker_id",
                "first_published_at",
                "appearance_count",
                "outlet_count",
                "merged_into_id",
                table="quotes_quote",
                mergeable=True,
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
