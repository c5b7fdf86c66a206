"""Tokens: made once, shown once, looked up by the digest of their secret."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import timedelta

from django.contrib.auth.models import User
from django.db.models import Q
from django.utils import timezone

from quotes.models import Token
from quotes.services.errors import Refused

PREFIX = "via_"  # by which people, and programs that look for leaked secrets, know one
LONGEST_DAYS = 365
USED_EVERY = timedelta(minutes=1)  # how exactly a token's last use is kept: a write a minute at most


def create(*, by: User | None, user: User, name: str, scopes: Sequence[str], days: int) -> tuple[Token, str]:
    """Make a token of `user` that lasts `days` days; return it with its secret, which nobody can see again.

    Raises Refused where name, scopes or days cannot be.
    """
    _check(name, scopes, days)
    secret = PREFIX + secrets.token_urlsafe(32)
    token = Token.objects.create(
        user=user,
        name=name.strip(),
        digest=_digest(secret),
        hint=secret[: len(PREFIX) + 4],
        scopes=[scope for scope in Token.Scope.values if scope in scopes],
        created_by=by,
        expires_at=timezone.now() + timedelta(days=days),
    )
    return token, secret


def revoke(*, token: Token) -> Token:
    """End a token now, and return it; one that was revoked before stays as it is."""
    Token.objects.filter(pk=token.pk, revoked_at__isnull=True).update(revoked_at=timezone.now())
    token.refresh_from_db()
    return token


def find(*, secret: str) -> Token | None:
    """Return the live token with this secret, its user fetched too; None where it opens nothing."""
    live = Token.objects.live(now=timezone.now()).select_related("user")
    return live.filter(digest=_digest(secret)).first()


def touch(*, token: Token) -> None:
    """Keep that a token was used now, to the minute."""
    now = timezone.now()
    if token.last_used_at is None or token.last_used_at < now - USED_EVERY:
        earlier = Q(last_used_at__isnull=True) | Q(last_used_at__lt=now - USED_EVERY)
        Token.objects.filter(earlier, pk=token.pk).update(last_used_at=now)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _check(name: str, scopes: Sequence[str], days: int) -> None:
    if not name.strip() or len(name) > 100:
        raise Refused(
            "A token needs a name of at most 100 characters: say what it is for.", code="empty", field="name"
        )
    known = Token.Scope.values
    if not scopes or not set(scopes) <= set(known):
        raise Refused(
            f"A token needs one or more of the scopes {', '.join(known)}.", code="bad_scope", field="scopes"
        )
    if not 1 <= days <= LONGEST_DAYS:
        raise Refused(
            f"A token lasts 1 to {LONGEST_DAYS} days, not {days}; make a new one before it ends.",
            code="bad_days",
            field="days",
        )
