"""Leases: one worker at a time does an article's work, and a lost one is noticed.

A claim is a conditional update. Whoever holds the lease finishes effect and state in one transaction,
fenced by the lease; a worker whose lease ran out changes nothing any more.
"""

import uuid

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import connection, models, transaction
from django.db.models import F, Q
from django.db.models.functions import Now

from quotes.models import Article
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.statements import run
from quotes.services.work.waking import READ, wake

LEASE_SECONDS = 45.0  # longer than the tasks' own time limit, so that a lease outlives its worker
WORKERS_TO_LOSE = 3

State = Article.State

# A row that somebody has locked is being worked on: waiting for it would only hold this worker up.
_CLAIM = """
    UPDATE quotes_article SET lease = %s, attempts = attempts + 1,
        lease_until = statement_timestamp() + make_interval(secs => %s)
    WHERE id IN (
        SELECT id FROM quotes_article
        WHERE id = %s AND state = %s AND attempts < %s
            AND run_after <= statement_timestamp()
            AND (lease_until IS NULL OR lease_until < statement_timestamp())
        FOR UPDATE SKIP LOCKED
    )
    RETURNING id
"""
_FINISH = """
    UPDATE quotes_article SET state = %(to)s, lease = NULL, lease_until = NULL, attempts = 0,
        run_after = statement_timestamp(), matched_with = %(matched_with)s
    WHERE id = %(article)s AND lease = %(lease)s AND state = %(state)s
    RETURNING id
"""


class LeaseLostError(Exception):
    """Say that somebody else has the work now, and that nothing may be written."""


def claim(*, article_id: int, state: str) -> uuid.UUID | None:
    """Take the article's work in `state` and return the lease; None where there is none to take.

    Counts the attempt. An article that lost three workers is failed with a reason instead.
    """
    lease = uuid.uuid4()
    if run(_CLAIM, (lease, lease_seconds(), article_id, state, WORKERS_TO_LOSE)):
        return lease
    _give_up(article_id, state)
    return None


def lease_seconds() -> float:
    """Return how long a claim lasts."""
    return float(getattr(settings, "LEASE_SECONDS", LEASE_SECONDS))


def hold(*, article_id: int, lease: uuid.UUID, state: str) -> Article:
    """Lock the article until the transaction ends and return it; raise LeaseLostError where not ours.

    From here the transaction lives no longer than a lease: the server ends it where its worker is frozen,
    and lets it fail (OperationalError) where it waits too long for somebody else's lock.
    """
    bound_transaction()
    held = Article.objects.select_for_update(of=("self",)).filter(pk=article_id, lease=lease, state=state)
    article = held.first()
    if article is None:
        raise LeaseLostError(f"somebody else has article {article_id} now: nothing was written")
    return article


def finish(*, article_id: int, lease: uuid.UUID, state: str, to: str, matched_with: str = "") -> None:
    """Move the article from `state` to `to` and end the lease; raise LeaseLostError where it is not ours.

    Call it last in the transaction that writes the effect: the error rolls the effect back.
    """
    given = {"article": article_id, "lease": lease, "state": state, "to": to, "matched_with": matched_with}
    changed = run(_FINISH, given)
    if not changed:
        raise LeaseLostError(f"somebody else has article {article_id} now: nothing was written")


def release(*, article_id: int, lease: uuid.UUID) -> bool:
    """Give the work back unfinished, the attempt not counted; False where the lease was lost before."""
    given_back = Article.objects.filter(pk=article_id, lease=lease).update(
        lease=None, lease_until=None, attempts=F("attempts") - 1
    )
    return bool(given_back)


def fail(*, article_id: int, lease: uuid.UUID, reason: str) -> bool:
    """End the work as failed with a sentence a person can act on; False where the lease was lost before."""
    failed = Article.objects.filter(pk=article_id, lease=lease).update(
        state=State.FAILED, failure=reason, lease=None, lease_until=None
    )
    return bool(failed)


def retry(*, by: AbstractBaseUser | None, article: Article) -> Article:
    """Put a failed article back to the start and return it; raise Refused where it is not failed."""
    with acting(by), transaction.atomic():
        again = Article.objects.filter(pk=article.pk, state=State.FAILED).update(
            state=State.ACCEPTED, failure="", attempts=0, lease=None, lease_until=None, run_after=Now()
        )
        if not again:
            raise Refused(
                f"“{article}” is not failed any more; reload to see where it stands.", code="conflict"
            )
        wake(READ, article.pk)
    article.refresh_from_db()
    return article


def bound_transaction() -> None:
    """Let the transaction live no longer than a lease, and wait for no lock half as long; see `hold`."""
    milliseconds = int(lease_seconds() * 1000)
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL idle_in_transaction_session_timeout = {milliseconds}")
        cursor.execute(f"SET LOCAL lock_timeout = {milliseconds // 2}")


def match_again(*, articles: models.QuerySet[Article]) -> int:
    """Put read and matched articles back to be matched, and return how many.

    A run that is under way with the facts of before is fenced off. Wakes nobody.
    """
    read = articles.filter(state__in=[State.READ, State.MATCHED])
    return read.update(state=State.READ, lease=None, lease_until=None, attempts=0, run_after=Now())


def _give_up(article_id: int, state: str) -> None:
    """Fail the article where it is one that lost its last worker."""
    doing = "read" if state == State.ACCEPTED else "matched"
    reason = (
        f"The worker was lost {WORKERS_TO_LOSE} times while this article was being {doing};"
        " look for what stopped it in the workers' log, then retry."
    )
    lost = _free(article_id, state).filter(attempts__gte=WORKERS_TO_LOSE)
    lost.update(state=State.FAILED, failure=reason, lease=None, lease_until=None)


def _free(article_id: int, state: str) -> models.QuerySet[Article]:
    nobody = Q(lease_until__isnull=True) | Q(lease_until__lt=Now())
    return Article.objects.filter(nobody, pk=article_id, state=state, run_after__lte=Now())
