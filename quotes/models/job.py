"""Jobs: work somebody waits for, with progress."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from quotes.models.public_id import PublicIdField


class Job(models.Model):
    """A piece of work with progress: an import, a rebuild, an export.

    `done` of `total` (empty: not known yet); `counts` by outcome; `errors` the first hundred as
    [{"line", "message"}, …]; `cursor` is where the next piece goes on.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"

    public_id = PublicIdField()
    kind = models.CharField(max_length=40)
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(null=True, blank=True)
    counts = models.JSONField(default=dict, blank=True)
    errors = models.JSONField(default=list, blank=True)
    parameters = models.JSONField(default=dict, blank=True)
    cursor = models.JSONField(default=dict, blank=True)
    failure = models.TextField(blank=True, default="")
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    run_after = models.DateTimeField(db_default=models.functions.Now())
    lease = models.UUIDField(null=True, blank=True, editable=False)
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="job_done_at_most_total", condition=Q(total__isnull=True) | Q(done__lte=F("total"))
            ),
            models.CheckConstraint(
                name="job_finished_when_over",
                condition=Q(state__in=["done", "failed", "cancelled"], finished_at__isnull=False)
                | Q(state__in=["waiting", "running"], finished_at__isnull=True),
            ),
            models.CheckConstraint(
                name="job_failure_has_a_reason",
                condition=Q(state="failed") & ~Q(failure="") | ~Q(state="failed") & Q(failure=""),
            ),
            models.CheckConstraint(
                name="job_lease_has_holder_and_end",
                condition=Q(lease__isnull=True, lease_until__isnull=True)
                | Q(lease__isnull=False, lease_until__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["run_after"], name="job_waiting", condition=Q(state__in=["waiting", "running"])
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.state})"
