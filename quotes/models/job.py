"""Jobs: work somebody waits for, with progress."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from quotes.models.public_id import PublicIdField


class Job(models.Model):
    """A piece of work with progress: an import, a rebuild, an export.

    `done` of `total` (empty: not known yet); `counts` by outcome; `errors` the first hundred as
    [{"line", "message"}, …]; `cursor` is where the next piece goes on. Work that is cut into pieces which
    several workers do at once keeps them as rows (see `Piece`), and the name of its stage in `cursor`.
    """

    class Kind(models.TextChoices):
        IMPORT = "import"
        REBUILD = "rebuild"
        TRIAL = "trial", "dry run"
        EXPORT = "export"

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"

    public_id = PublicIdField()
    kind = models.CharField(max_length=40, choices=Kind)
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
            models.UniqueConstraint(
                name="job_rebuild_alone",
                fields=["kind"],
                condition=Q(kind="rebuild", state__in=["waiting", "running"]),
            ),
        ]
        indexes = [
            models.Index(
                fields=["run_after"], name="job_waiting", condition=Q(state__in=["waiting", "running"])
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.state})"


class Piece(models.Model):
    """A part of a job, done by one worker in one transaction: the rows of a stage from id `first` to `last`.

    `lease` and `lease_until` name the worker's claim, `attempts` counts claims. `result` is what the piece
    found, for the stages that only look.
    """

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="pieces")
    stage = models.CharField(max_length=20)
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    attempts = models.PositiveSmallIntegerField(default=0)
    lease = models.UUIDField(null=True, blank=True, editable=False)
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True)
    result = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(name="piece_once", fields=["job", "stage", "first"]),
            models.CheckConstraint(name="piece_in_order", condition=Q(first__lte=F("last"))),
            models.CheckConstraint(
                name="piece_lease_has_holder_and_end",
                condition=Q(lease__isnull=True, lease_until__isnull=True)
                | Q(lease__isnull=False, lease_until__isnull=False, finished_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(fields=["job", "id"], name="piece_to_do", condition=Q(finished_at__isnull=True))
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.first} to {self.last}"


class Supposition(models.Model):
    """What a dry run would find on a pair of appearances, where that is not what is in force.

    The fields are those of a Match; `judgement` is empty where nothing would be found. Gone with its job.
    """

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="suppositions")
    a = models.BigIntegerField()
    b = models.BigIntegerField()
    relation = models.CharField(max_length=12, blank=True, default="")
    fuller = models.CharField(max_length=1, blank=True, default="")
    judgement = models.CharField(max_length=9, blank=True, default="")
    score = models.FloatField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="supposition_once", fields=["job", "a", "b"]),
            models.CheckConstraint(name="supposition_pair_ordered", condition=Q(a__lt=F("b"))),
        ]
        indexes = [models.Index(fields=["job", "b"], name="supposition_by_b")]

    def __str__(self) -> str:
        return f"{self.judgement or 'nothing'} ({self.a}, {self.b})"
