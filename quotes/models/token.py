"""Tokens: what a program logs in to the API with, in its owner's name and with some of the owner's rights."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from quotes.models.public_id import PublicIdField


class TokenQuerySet(models.QuerySet["Token"]):
    def live(self, *, now: datetime) -> Self:
        """Return the tokens that open something: neither revoked nor expired, their owner still active."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=now, user__is_active=True)


class Token(models.Model):
    """A secret that was shown once, of which only the SHA-256 `digest` (hex) is kept.

    The secret has 256 random bits, so that a plain digest is as good as a slow one (and as fast as a look-up
    must be). `hint` is its beginning, by which people tell tokens apart. `scopes` are some of `Scope`.
    """

    class Scope(models.TextChoices):
        READ = "read"
        INGEST = "ingest"
        CURATE = "curate"

    public_id = PublicIdField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100, help_text="What it is for: the program, the machine.")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    hint = models.CharField(max_length=12, editable=False)
    scopes = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, editable=False, related_name="+"
    )
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, editable=False)
    revoked_at = models.DateTimeField(null=True, editable=False)

    objects = TokenQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(name="token_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="token_keeps_no_secret", condition=Q(digest__regex=r"^[0-9a-f]{64}$")
            ),
            models.CheckConstraint(
                name="token_scopes_known",
                condition=Q(scopes__contained_by=["read", "ingest", "curate"]) & ~Q(scopes=[]),
            ),
            models.CheckConstraint(
                name="token_expires_after_it_is_made", condition=Q(expires_at__gt=F("created_at"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.hint}…)"

    @property
    def state(self) -> str:
        """Whether it opens something, in words."""
        if self.revoked_at:
            return f"revoked {self.revoked_at:%Y-%m-%d}"
        return f"{'expired' if self.expires_at <= timezone.now() else 'until'} {self.expires_at:%Y-%m-%d}"
