"""Answers: a request with an Idempotency-Key is done once, and answered alike for a day.

After the IETF's draft-ietf-httpapi-idempotency-key-header. Rows and one constraint do it: the insert of the
key is what only one of many parallel requests can do.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from quotes.models import Answer
from quotes.services.errors import Refused

KEPT = timedelta(hours=24)
GIVEN_UP = timedelta(seconds=60)  # longer than any request takes; after it, its worker was lost
LONGEST_KEY = 255
SWEPT_AT_ONCE = 1000

_CLAIM = """
    INSERT INTO quotes_answer (caller, key, fingerprint, headers, body, give_up_at)
    VALUES (%(caller)s, %(key)s, %(fingerprint)s, '{}', '', %(give_up_at)s)
    ON CONFLICT (caller, key) DO UPDATE SET
        fingerprint = excluded.fingerprint, status = NULL, headers = '{}', body = '',
        created_at = statement_timestamp(), give_up_at = excluded.give_up_at
    WHERE quotes_answer.created_at < %(oldest)s
        OR quotes_answer.status IS NULL AND quotes_answer.give_up_at < statement_timestamp()
            AND quotes_answer.fingerprint = excluded.fingerprint
    RETURNING id
"""


@dataclass(frozen=True)
class Claim:
    """A request to be done now: the row that will hold its answer."""

    row: int


@dataclass(frozen=True)
class Kept:
    """The first answer to a request."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def claim(*, caller: str, key: str, fingerprint: str) -> Claim | Kept:
    """Claim a request to be done, or return the answer it had.

    Raises Refused: "in_flight" where the first one is still under way, "key_reused" where the key came with
    another body or address, "bad_key" where it is empty or longer than 255 characters.
    """
    if not 0 < len(key) <= LONGEST_KEY:
        raise Refused(
            f"An Idempotency-Key has 1 to {LONGEST_KEY} characters, a UUID for instance.", code="bad_key"
        )
    for _ in range(2):  # a row that is swept between the two statements makes room for the second round
        if (row := _insert(caller, key, fingerprint)) is not None:
            return Claim(row)
        if (known := Answer.objects.filter(caller=caller, key=key).first()) is not None:
            return _answered(known, fingerprint)
    raise Refused("The key was given up at this very moment: send the request again.", code="in_flight")


def keep(*, claim: Claim, answer: Kept) -> None:
    """Keep the answer of a claimed request."""
    given = {"status": answer.status, "headers": dict(answer.headers), "body": answer.body}
    Answer.objects.filter(pk=claim.row, status__isnull=True).update(**given)


def hold(*, claim: Claim) -> None:
    """Say that a claimed request is still under way, so that nobody takes it for lost."""
    under_way = Answer.objects.filter(pk=claim.row, status__isnull=True)
    under_way.update(give_up_at=timezone.now() + GIVEN_UP)


def release(*, claim: Claim) -> None:
    """Forget a claimed request that changed nothing, so that it may be sent again with its key."""
    Answer.objects.filter(pk=claim.row, status__isnull=True).delete()


def sweep() -> int:
    """Delete answers older than a day, and requests whose worker was lost; return how many."""
    now = timezone.now()
    lost = Q(status__isnull=True, give_up_at__lt=now - KEPT)
    old = Answer.objects.filter(Q(created_at__lt=now - KEPT) | lost).order_by("created_at")
    deleted, _ = Answer.objects.filter(pk__in=old.values("pk")[:SWEPT_AT_ONCE]).delete()
    return deleted


def _insert(caller: str, key: str, fingerprint: str) -> int | None:
    now = timezone.now()
    given = {"caller": caller, "key": key, "fingerprint": fingerprint}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_CLAIM, {**given, "give_up_at": now + GIVEN_UP, "oldest": now - KEPT})
        row = cursor.fetchone()
    return row[0] if row else None


def _answered(known: Answer, fingerprint: str) -> Kept:
    if known.fingerprint != fingerprint:
        raise Refused(
            f"The Idempotency-Key “{known.key}” came with another request before; take a new one for this.",
            code="key_reused",
        )
    if known.status is None:
        raise Refused("The first request with this key is still under way; ask again.", code="in_flight")
    return Kept(known.status, known.headers, bytes(known.body))
