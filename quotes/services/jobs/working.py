"""Working on a job: one piece at a time, each in one transaction, and from stage to stage."""

import logging

from celery.exceptions import SoftTimeLimitExceeded
from django.db import transaction
from django.utils import timezone

from quotes.models import Job, Piece, Supposition
from quotes.services.jobs import pieces
from quotes.services.jobs.stages import Stage, stages_of
from quotes.services.matching.versions import rules
from quotes.services.work.leases import WORKERS_TO_LOSE, LeaseLostError
from quotes.services.work.step import TRANSIENT, reason_of
from quotes.services.work.waking import JOB, send, wake

MOST_MESSAGES = 64
"""At most so many workers are woken for one job at once; each that ends a piece wakes one for the next."""

OTHER_RULES = (
    "The rules changed since this job was asked for, or a worker has others than the rest: see that all"
    " workers run the same release, then ask for a new one; it finds what is left."
)

log = logging.getLogger(__name__)
State = Job.State


def work_on(*, job_id: int) -> bool:
    """Do a piece of the job, and tell whether this run did one; a second run does the next.

    Begins the job, and its next stage where all pieces of one are done. What breaks fails the job with the
    reason; a piece that takes too long is cut in two. Raises OperationalError or InterfaceError, the piece
    given back, where the database was away: try again.
    """
    piece = pieces.claim(job_id=job_id)
    if piece is None:
        return _advance(job_id) and work_on(job_id=job_id)
    if not _do(piece):
        return False
    if not pieces.free(job_id=job_id):
        _advance(job_id)
    else:
        send(JOB, job_id)
    return True


def _do(piece: Piece) -> bool:
    """Do a piece; False, and nothing written, where it did not come to its end."""
    if piece.job.parameters.get("rules", rules()) != rules():
        return _fail(piece, OTHER_RULES)
    try:
        effect = _stage(piece).do(piece.job, pieces.range_of(piece))
        with transaction.atomic():
            pieces.hold(piece=piece)
            counts, result = effect()
            pieces.finish(piece=piece, counts=counts, result=result)
    except LeaseLostError as lost:
        log.warning("%s", lost)
        return False
    except TRANSIENT:
        pieces.release(piece=piece)
        raise
    except SoftTimeLimitExceeded as slow:
        return pieces.halve(piece=piece) or _fail(piece, reason_of(slow, _doing(piece)))
    except Exception as error:
        log.exception("piece %s of job %s broke", piece, piece.job_id)
        return _fail(piece, reason_of(error, _doing(piece)))
    return True


def _advance(job_id: int) -> bool:
    """Begin the stage that comes next, or end the job; True where there are pieces to do now."""
    with transaction.atomic():
        active = Job.objects.select_for_update().filter(pk=job_id, state__in=[State.WAITING, State.RUNNING])
        job = active.first()
        if job is None or _waits(job):
            return False
        names = [stage.name for stage in stages_of(job)]
        at = names.index(job.cursor["stage"]) + 1 if job.cursor else 0
        begun = any(_begin(job, place) for place in range(at, len(names)))
        if not begun:
            _end(job)
    return begun


def _waits(job: Job) -> bool:
    """Tell whether pieces are not finished yet; fails the job where one of them lost its last worker."""
    lost = pieces.lost(job_id=job.pk)
    if lost is not None:
        reason = (
            f"The worker was lost {WORKERS_TO_LOSE} times at its piece {lost}; look for what stopped it"
            " in the workers' log, then resume the job."
        )
        Job.objects.filter(pk=job.pk).update(state=State.FAILED, failure=reason, finished_at=timezone.now())
        return True
    return job.pieces.filter(finished_at__isnull=True).exists()


def _begin(job: Job, place: int) -> bool:
    """Lay out the pieces of a stage; False where there is nothing to do in it."""
    stages = stages_of(job)
    ranges = stages[place].ranges()
    pieces.lay_out(job=job, stage=stages[place].name, ranges=ranges)
    to_come = sum(len(stage.ranges()) for stage in stages[place + 1 :])
    job.state, job.cursor = State.RUNNING, {"stage": stages[place].name}
    job.total = job.done + len(ranges) + to_come
    job.save(update_fields=["state", "cursor", "total"])
    for _ in range(min(len(ranges), MOST_MESSAGES)):
        wake(JOB, job.pk)
    return bool(ranges)


def _end(job: Job) -> None:
    Supposition.objects.filter(job=job).delete()
    Job.objects.filter(pk=job.pk).update(state=State.DONE, total=job.done, finished_at=timezone.now())


def _fail(piece: Piece, reason: str) -> bool:
    """End the job as failed, the piece free for when it is resumed; always False."""
    pieces.release(piece=piece)
    running = Job.objects.filter(pk=piece.job_id, state=State.RUNNING)
    running.update(state=State.FAILED, failure=reason, finished_at=timezone.now())
    return False


def _stage(piece: Piece) -> Stage:
    return next(stage for stage in stages_of(piece.job) if stage.name == piece.stage)


def _doing(piece: Piece) -> str:
    return f"The {piece.job.get_kind_display().lower()}, at {piece},"
