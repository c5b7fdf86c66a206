"""Articles and their revisions: what was published, and where its reading stands."""

from datetime import datetime
from typing import Self

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from quotes.models.change import recorded
from quotes.models.public_id import PublicIdField
from quotes.models.source import Source


class ArticleQuerySet(models.QuerySet["Article"]):
    def waiting(self, *, now: datetime) -> Self:
        """Return the articles with work to do that nobody is working on; what the sweep wakes workers for."""
        return self.unfinished().filter(
            Q(lease_until__isnull=True) | Q(lease_until__lt=now), run_after__lte=now
        )

    def unfinished(self) -> Self:
        """Return the articles that are accepted, but neither matched nor failed yet."""
        return self.filter(state__in=[Article.State.ACCEPTED, Article.State.READ])


@pghistory.track(
    pghistory.UpdateEvent(row=pghistory.Old),
    pghistory.DeleteEvent(),
    exclude=["state", "attempts", "lease", "lease_until", "run_after", "failure", "matched_with"],
)
class Article(models.Model):
    """One published text at one canonical URL of one outlet. The row is also the work to do.

    `state` moves accepted → read → matched, or ends as failed with `failure`, a sentence a
    person can act on. `lease` and `lease_until` name the worker's claim. `published_at` is the
    instant (UTC where no zone is printed), `published_as` the ISO form as precise as printed.
    `matched_with` is the version of the rules the article was last matched by, see quotes.services.matching.
    """

    class State(models.TextChoices):
        ACCEPTED = "accepted"
        READ = "read"
        MATCHED = "matched"
        FAILED = "failed"

    public_id = PublicIdField()
    outlet = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="articles")
    url = models.URLField(max_length=2000, blank=True, default="", help_text="Its canonical URL.")
    sender_id = models.CharField(max_length=300, blank=True, default="", help_text="The sender's own id.")
    title = models.CharField(max_length=1000, blank=True, default="")
    standfirst = models.TextField(blank=True, default="")
    byline = models.JSONField(default=list, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_as = models.CharField(max_length=40, blank=True, default="")
    dateline = models.CharField(max_length=200, blank=True, default="")
    credit = models.CharField(
        max_length=200, blank=True, default="", help_text="The agency whose copy it is."
    )
    picture_credit = models.CharField(max_length=300, blank=True, default="")
    contributions = models.JSONField(default=list, blank=True)
    language = models.CharField(max_length=12, default="en")
    received_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=8, choices=State, default=State.ACCEPTED)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease = models.UUIDField(null=True, blank=True, editable=False)
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    run_after = models.DateTimeField(db_default=models.functions.Now())
    failure = models.TextField(blank=True, default="")
    matched_with = models.CharField(max_length=40, blank=True, default="", db_default="", editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-id"]
        constraints = [
            models.UniqueConstraint(name="article_one_row_per_url", fields=["url"], condition=~Q(url="")),
            models.UniqueConstraint(
                name="article_one_row_per_sender_id",
                fields=["outlet", "sender_id"],
                condition=~Q(sender_id=""),
            ),
            models.CheckConstraint(
                name="article_lease_has_holder_and_end",
                condition=Q(lease__isnull=True, lease_until__isnull=True)
                | Q(lease__isnull=False, lease_until__isnull=False),
            ),
            models.CheckConstraint(
                name="article_failure_has_a_reason",
                condition=Q(state="failed") & ~Q(failure="") | ~Q(state="failed") & Q(failure=""),
            ),
            models.CheckConstraint(
                name="article_published_at_as_printed",
                condition=Q(published_at__isnull=True, published_as="")
                | Q(published_at__isnull=False) & ~Q(published_as=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["run_after"], name="article_waiting", condition=Q(state__in=["accepted", "read"])
            ),
            models.Index(fields=["outlet", "-published_at"], name="article_by_outlet"),
            models.Index(fields=["-published_at", "-id"], name="article_newest"),
            models.Index(fields=["language"], name="article_in_another_tongue", condition=~Q(language="en")),
        ]
        triggers = recorded(
            "article",
            "outlet_id",
            "url",
            "sender_id",
            "title",
            "standfirst",
            "byline",
            "published_at",
            "published_as",
            "dateline",
            "credit",
            "picture_credit",
            "contributions",
            "language",
            "state",
            "failure",
        )

    def __str__(self) -> str:
        return self.title or str(self.public_id)


class Revision(models.Model):
    """One immutable body of an article; every offset points into `text`, in code points.

    `digest` is the hex xxh3_128 of the text, another than that of the revision before; a body that comes
    back is a new revision. `furniture` lists the parts that are not body:
    [{"kind", "start", "end"}, …].
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(default=1)
    text = models.TextField()
    digest = models.CharField(max_length=32)
    body_start = models.PositiveIntegerField()
    body_end = models.PositiveIntegerField()
    furniture = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["article_id", "number"]
        constraints = [
            models.UniqueConstraint(name="revision_number_once", fields=["article", "number"]),
            models.CheckConstraint(
                name="revision_body_inside_text",
                condition=Q(body_start__lte=F("body_end")) & Q(body_end__lte=Length("text")),
            ),
        ]
        indexes = [models.Index(fields=["digest"], name="revision_by_digest")]
        triggers = [
            pgtrigger.ReadOnly(name="revision_immutable", fields=["article", "number", "text", "digest"]),
            pgtrigger.Trigger(
                name="revision_changes_the_body",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                declare=[("before", "text")],
                func="""
                    SELECT r.digest INTO before FROM quotes_revision r
                    WHERE r.article_id = NEW.article_id AND r.number < NEW.number
                    ORDER BY r.number DESC LIMIT 1;
                    IF before = NEW.digest THEN
                        RAISE EXCEPTION 'revision % says what the one before says', NEW.number
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'revision_changes_the_body';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"revision {self.number}"
