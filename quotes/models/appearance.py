"""Appearances: the printings of quotes, with their chains."""

from typing import Self

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Prefetch, Q

from quotes.models.article import Article, Revision
from quotes.models.change import recorded, recorded_of
from quotes.models.decision import Decided, who_and_when
from quotes.models.public_id import PublicIdField
from quotes.models.quote import Quote
from quotes.models.source import Source
from quotes.models.wording import Wording
from quotes.text.segments import joined


class AppearanceQuerySet(models.QuerySet["Appearance"]):
    def standing(self) -> Self:
        """Return the appearances no editor rejected."""
        return self.exclude(state=Appearance.State.REJECTED)

    def quoted(self) -> Self:
        """Return the appearances that print somebody's own words: only they have wordings and quotes."""
        return self.exclude(kind=Appearance.Kind.INDIRECT)

    def with_chain(self) -> Self:
        """Fetch article, outlet, quote and the chain in order, in a fixed number of queries."""
        hops = Hop.objects.select_related("source").order_by("position")
        return (
            self.select_related("article__outlet", "revision__article", "quote")
            .defer("revision__text")
            .prefetch_related(Prefetch("hops", queryset=hops))
        )


def text_at_span(column: str, name: str, *, revision: str, prefix: str = "") -> pgtrigger.Trigger:
    """Return the trigger that holds `column` equal to its revision's text at its span.

    The span is in the columns `<prefix>start` and `<prefix>end`; `revision` is an SQL expression
    for the revision's id in terms of NEW.
    """
    start, end = f'NEW."{prefix}start"', f'NEW."{prefix}end"'
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf(f"{prefix}start", f"{prefix}end", column),
        condition=pgtrigger.Q(**{f"new__{prefix}start__isnull": False}),
        declare=[("stored", "text")],
        func=f"""
            SELECT substr(r.text, {start} + 1, {end} - {start}) INTO stored
            FROM quotes_revision r WHERE r.id = {revision};
            IF stored IS DISTINCT FROM NEW."{column}" THEN
                RAISE EXCEPTION 'the text at %..% is not the stored one', {start}, {end}
                    USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
            END IF;
            RETURN NEW;
        """,  # noqa: S608 - our own column names
    )


class _Changed(pghistory.AnyChange):
    """Any change that replaces something.

    What an appearance's words come to is computed, and the quote that it is put into first replaces nothing:
    every appearance is given both once, and neither is history.
    """

    def __init__(self) -> None:
        super().__init__(exclude=["wording", "quote"])

    def resolve(self, model: type[models.Model]) -> str:
        """Return the condition in SQL."""
        moved = 'OLD."quote_id" IS NOT NULL AND OLD."quote_id" IS DISTINCT FROM NEW."quote_id"'
        return f"({super().resolve(model)} OR {moved})"


@pghistory.track(
    pghistory.UpdateEvent(row=pghistory.Old, condition=_Changed()),
    pghistory.DeleteEvent(),
    exclude=["wording"],
)
class Appearance(Decided):
    """One printing of a quote, at a span of a revision.

    `start` and `end` are code points of the revision's text, `text` the words there; `segments`
    are the [start, end] parts of a statement its cue splits. `joint` numbers the appearances of one
    span that several speakers share. `reader` is the version that read it, empty where a person did.
    Reported speech without marks (`indirect`) is in the reporter's words: it belongs to no quote.
    """

    class Kind(models.TextChoices):
        DIRECT = "direct"
        PARTIAL = "partial"
        INDIRECT = "indirect"

    class State(models.TextChoices):
        SUGGESTED = "suggested"
        CONFIRMED = "confirmed"
        REJECTED = "rejected"

    public_id = PublicIdField()
    # Without indexes of their own: those of several columns, below, begin with each of the three.
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="appearances", db_index=False)
    revision = models.ForeignKey(
        Revision, on_delete=models.CASCADE, related_name="appearances", db_index=False
    )
    quote = models.ForeignKey(
        Quote, null=True, blank=True, on_delete=models.PROTECT, related_name="appearances", db_index=False
    )
    wording = models.ForeignKey(
        Wording, null=True, blank=True, on_delete=models.PROTECT, related_name="appearances"
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    segments = models.JSONField(default=list, blank=True)
    text = models.TextField()
    kind = models.CharField(max_length=8, choices=Kind)
    joint = models.PositiveSmallIntegerField(default=0)
    cue = models.CharField(max_length=300, blank=True, default="")
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    cue_end = models.PositiveIntegerField(null=True, blank=True)
    setting = models.CharField(max_length=300, blank=True, default="")
    confidence = models.FloatField(default=1.0)
    state = models.CharField(max_length=9, choices=State, default=State.SUGGESTED)
    reader = models.CharField(max_length=40, blank=True, default="")

    objects = AppearanceQuerySet.as_manager()

    class Meta:
        ordering = ["article_id", "start", "id"]
        constraints = [
            models.UniqueConstraint(
                name="appearance_once_per_span", fields=["revision", "start", "end", "joint"]
            ),
            models.CheckConstraint(name="appearance_span_in_order", condition=Q(start__lt=F("end"))),
            models.CheckConstraint(
                name="appearance_cue_has_both_ends",
                condition=Q(cue_start__isnull=True, cue_end__isnull=True, cue="")
                | Q(cue_start__isnull=False, cue_end__isnull=False, cue_start__lt=F("cue_end")),
            ),
            models.CheckConstraint(
                name="appearance_confidence_in_range", condition=Q(confidence__gte=0, confidence__lte=1)
            ),
            models.CheckConstraint(
                name="appearance_decided_by_a_person",
                condition=Q(state="suggested") | Q(decided_by__isnull=False),
            ),
            who_and_when("appearance_who_and_when"),
        ]
        indexes = [
            models.Index(fields=["article", "start"], name="appearance_in_order"),
            models.Index(fields=["quote", "id"], name="appearance_of_quote"),
            models.Index(
                fields=["confidence", "id"], name="appearance_to_review", condition=Q(state="suggested")
            ),
            models.Index(
                fields=["quote", "confidence", "id"],
                name="appearance_to_review_of_quote",
                condition=Q(state="suggested", quote__isnull=False),
            ),
            GinIndex(
                models.Func(F("text"), template="to_tsvector('english', %(expressions)s)"),
                name="appearance_by_words",
            ),
        ]
        triggers = [
            text_at_span("text", "appearance_text_equals_span", revision="NEW.revision_id"),
            text_at_span("cue", "appearance_cue_equals_span", revision="NEW.revision_id", prefix="cue_"),
            *recorded(
                "appearance",
                "revision_id",
                "quote_id",
                "start",
                "end",
                "segments",
                "kind",
                "cue_start",
                "setting",
                "confidence",
                "state",
                "decided_by_id",
            ),
        ]

    def __str__(self) -> str:
        return self.words[:80]

    @property
    def words(self) -> str:
        """The words as a reader would repeat them: without the cue that splits them."""
        return joined(self.text, self.start, self.segments)


@pghistory.track(pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent())
class Hop(Decided):
    """One link of an appearance's chain, with the words that prove it.

    Position 0 is the speaker; positions run without gaps (held by a trigger at commit).
    `source` is empty where none or several fit: `name` is then what is printed, `candidates`
    the names that fit. `evidence` is the revision's text at `start`..`end`. `copy` is the accepted
    copy that the hop follows from, empty where the article names the source itself.
    """

    class Basis(models.TextChoices):
        EXPLICIT = "explicit"
        CONTEXT = "context"
        CREDIT = "credit"
        EDITOR = "editor"

    appearance = models.ForeignKey(Appearance, on_delete=models.CASCADE, related_name="hops", db_index=False)
    position = models.PositiveSmallIntegerField()
    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.PROTECT, related_name="hops", db_index=False
    )
    name = models.CharField(max_length=300, blank=True, default="")
    basis = models.CharField(max_length=8, choices=Basis)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    evidence = models.TextField(blank=True, default="")
    candidates = models.JSONField(default=list, blank=True)
    confidence = models.FloatField(default=1.0)
    copy = models.ForeignKey(
        "Copy", null=True, blank=True, on_delete=models.PROTECT, related_name="hops", db_index=False
    )

    class Meta:
        ordering = ["appearance_id", "position"]
        constraints = [
            models.UniqueConstraint(
                name="hop_position_once",
                fields=["appearance", "position"],
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                name="hop_evidence_unless_editor",
                condition=Q(start__isnull=False, end__isnull=False, start__lt=F("end"))
                | Q(basis="editor", start__isnull=True, end__isnull=True, evidence=""),
            ),
            models.CheckConstraint(
                name="hop_editor_is_a_person", condition=~Q(basis="editor") | Q(decided_by__isnull=False)
            ),
            models.CheckConstraint(
                name="hop_confidence_in_range", condition=Q(confidence__gte=0, confidence__lte=1)
            ),
            models.CheckConstraint(
                name="hop_from_copy_is_an_editors", condition=Q(copy__isnull=True) | Q(basis="editor")
            ),
            who_and_when("hop_who_and_when"),
        ]
        indexes = [
            models.Index(fields=["source", "appearance"], name="hop_by_source_newest"),
            models.Index(fields=["copy"], name="hop_by_copy", condition=Q(copy__isnull=False)),
            models.Index(fields=["id"], name="hop_to_review", condition=Q(source__isnull=True)),
        ]
        triggers = [
            text_at_span(
                "evidence",
                "hop_evidence_equals_span",
                revision="(SELECT a.revision_id FROM quotes_appearance a WHERE a.id = NEW.appearance_id)",
            ),
            *recorded_of("appearance", "hop", "quotes_appearance", "appearance_id"),
            pgtrigger.Trigger(
                name="chain_positions_without_gaps",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                timing=pgtrigger.Deferred,
                declare=[("chain", "bigint"), ("gaps", "boolean")],
                func="""
                    chain := COALESCE(NEW.appearance_id, OLD.appearance_id);
                    SELECT count(*) <> COALESCE(max(h.position) + 1, 0) INTO gaps
                    FROM quotes_hop h WHERE h.appearance_id = chain;
                    IF gaps THEN
                        RAISE EXCEPTION 'the chain of appearance % has a gap', chain
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'chain_positions_without_gaps';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.name or "unresolved"
