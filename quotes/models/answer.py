"""Answers: what a request with an Idempotency-Key was answered, so that sent again it does nothing twice."""

from django.db import models
from django.db.models import Q


class Answer(models.Model):
    """The first answer to one caller's request with one key, for a day.

    `caller` is who asked ("token:7", "user:3", "address:…"), `fingerprint` the xxh3_128 hex digest of
    method, address and body. Without a `status` the request is under way, and given up at `give_up_at`.
    """

    caller = models.CharField(max_length=80)
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=32)
    status = models.PositiveSmallIntegerField(null=True)
    headers = models.JSONField(default=dict)
    body = models.BinaryField(default=bytes)
    created_at = models.DateTimeField(db_default=models.functions.Now())
    give_up_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="answer_once_per_key", fields=["caller", "key"]),
            models.CheckConstraint(
                name="answer_is_final",
                condition=Q(status__isnull=True) | Q(status__gte=200, status__lt=500),
            ),
        ]
        indexes = [models.Index(fields=["created_at"], name="answer_oldest")]

    def __str__(self) -> str:
        return f"{self.key} of {self.caller}"
