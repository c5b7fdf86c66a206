"""Pieces: who does which part of a job; a lost worker's piece is free when its lease runs out."""

import uuid
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q
from django.db.models.functions import Now

from quotes.models import Job, Piece
from quotes.services.matching.rebuilding.plans import Range
from quotes.services.work.leases import WORKERS_TO_LOSE, LeaseLostError, bound_transaction, lease_seconds

# What another worker is about to take is passed over, so that nobody waits for anybody.
_CLAIM = """
    UPDATE quotes_piece SET lease = %s, attempts = attempts + 1,
        lease_until = statement_timestamp() + make_interval(secs => %s)
    WHERE id = (
        SELECT piece.id FROM quotes_piece piece JOIN quotes_job job ON job.id = piece.job_id
        WHERE piece.job_id = %s AND job.state = 'running' AND piece.finished_at IS NULL
            AND piece.attempts < %s AND job.run_after <= statement_timestamp()
            AND (piece.lease_until IS NULL OR piece.lease_until < statement_timestamp())
        ORDER BY piece.id LIMIT 1 FOR UPDATE OF piece SKIP LOCKED
    )
    RETURNING id
"""


def claim(*, job_id: int) -> Piece | None:
    """Take the next free piece of a running job and return it with its lease; None where there is none."""
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, (uuid.uuid4(), lease_seconds(), job_id, WORKERS_TO_LOSE))
        row = cursor.fetchone()
    return Piece.objects.select_related("job").get(pk=row[0]) if row else None


def hold(*, piece: Piece) -> None:
    """Lock the piece until the transaction ends; raise LeaseLostError where somebody else has it."""
    bound_transaction()
    held = Piece.objects.select_for_update().filter(pk=piece.pk, lease=piece.lease, finished_at__isnull=True)
    if not held.exists():
        raise _lost(piece)


def finish(*, piece: Piece, counts: dict[str, int], result: list[Any]) -> None:
    """End the piece, and add it and its counts to its job. Call it last in the transaction of its effect.

    Raises LeaseLostError, which rolls the effect back, where somebody else has the piece, or where the job
    was cancelled meanwhile.
    """
    ended = Piece.objects.filter(pk=piece.pk, lease=piece.lease).update(
        finished_at=Now(), lease=None, lease_until=None, result=result
    )
    job = Job.objects.select_for_update().filter(pk=piece.job_id, state=Job.State.RUNNING).first()
    if not ended or job is None:
        raise _lost(piece)
    job.done += 1
    for name, number in counts.items():
        job.counts[name] = job.counts.get(name, 0) + number
    job.save(update_fields=["done", "counts"])


def release(*, piece: Piece) -> None:
    """Give a piece back unfinished, the attempt not counted."""
    held = Piece.objects.filter(pk=piece.pk, lease=piece.lease)
    held.update(lease=None, lease_until=None, attempts=F("attempts") - 1)


def halve(*, piece: Piece) -> bool:
    """Cut a piece that took too long in two; False where it is one row, or somebody else has it now."""
    if piece.first == piece.last:
        return False
    middle = (piece.first + piece.last) // 2
    with transaction.atomic():
        job = Job.objects.select_for_update().get(pk=piece.job_id)
        held = Piece.objects.filter(pk=piece.pk, lease=piece.lease)
        if not held.update(last=middle, lease=None, lease_until=None, attempts=0):
            return False
        Piece.objects.create(job=job, stage=piece.stage, first=middle + 1, last=piece.last)
        Job.objects.filter(pk=job.pk, total__isnull=False).update(total=F("total") + 1)
    return True


def lay_out(*, job: Job, stage: str, ranges: list[Range]) -> None:
    """Make the pieces of a stage."""
    rows = [Piece(job=job, stage=stage, first=over.first, last=over.last) for over in ranges]
    Piece.objects.bulk_create(rows, batch_size=1000)


def range_of(piece: Piece) -> Range:
    """Return the rows a piece goes over."""
    return Range(piece.first, piece.last)


def free(*, job_id: int) -> int:
    """Return how many pieces of a job wait for a worker."""
    nobody = Q(lease_until__isnull=True) | Q(lease_until__lt=Now())
    return Piece.objects.filter(nobody, job=job_id, finished_at__isnull=True).count()


def lost(*, job_id: int) -> Piece | None:
    """Return a piece that lost its last worker, if there is one."""
    unfinished = Piece.objects.filter(job=job_id, finished_at__isnull=True, attempts__gte=WORKERS_TO_LOSE)
    return unfinished.filter(lease_until__lt=Now()).first()


def _lost(piece: Piece) -> LeaseLostError:
    return LeaseLostError(
        f"somebody else has {piece} of job {piece.job_id} now, or it is cancelled: nothing was written"
    )
