"""Requesting: ask for a job, cancel it, resume it."""

import logging
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from quotes.models import Job
from quotes.services.errors import Refused
from quotes.services.matching.comparisons import stored
from quotes.services.matching.versions import rules
from quotes.services.work.waking import JOB, wake
from quotes.text.comparing.keys import KEYS_VERSION
from quotes.text.comparing.weights import WEIGHTS

OF_STAGES = (Job.Kind.REBUILD, Job.Kind.TRIAL)

log = logging.getLogger(__name__)
State = Job.State


def request(
    *,
    by: User | None,
    kind: str,
    anew: bool = False,
    thresholds: Mapping[str, float] | None = None,
) -> Job:
    """Ask for a job and return it, accepted: committed, and a worker woken.

    `kind` is "rebuild" or "trial", the dry run of one. `anew` compares even what today's rules have judged.
    `thresholds` are weights to try instead of today's, by their names. Raises Refused with code "no_kind",
    "no_threshold", "only_in_a_trial", or "conflict" where a rebuild is under way: it has to end first.
    """
    if kind not in OF_STAGES:
        raise Refused(
            f"“{kind}” is no kind of job: choose {', '.join(OF_STAGES)}.", code="no_kind", field="kind"
        )
    if thresholds and kind != Job.Kind.TRIAL:
        raise Refused(
            "A rebuild goes by the thresholds of quotes/text/comparing/weights.py: change them there, raise"
            " their VERSION and rebuild; a dry run tries others.",
            code="only_in_a_trial",
            field="thresholds",
        )
    parameters = {
        "rules": rules(),
        "stored": stored(),
        "anew": anew,
        "keys": anew or _keys_of_last_rebuild() != KEYS_VERSION,
        "keys_version": KEYS_VERSION,
        "thresholds": _thresholds(thresholds or {}),
    }
    return _make(Job(kind=kind, requested_by=by, parameters=parameters))


def cancel(*, by: User | None, job: Job) -> Job:
    """Stop a job where it is and return it: pieces that are under way end without effect.

    Raises Refused with code "conflict" where the job is over.
    """
    active = Job.objects.filter(pk=job.pk, state__in=[State.WAITING, State.RUNNING])
    if not active.update(state=State.CANCELLED, finished_at=timezone.now()):
        raise Refused(f"“{job}” is over already; reload to see how it ended.", code="conflict")
    log.info("job %s is cancelled by %s", job.pk, by)
    job.refresh_from_db()
    return job


def resume(*, by: User | None, job: Job) -> Job:
    """Let a cancelled or failed job go on from where it stopped, and return it.

    Raises Refused with code "conflict" where the job runs or is done, or where another rebuild runs;
    "outdated" where the rules changed since: what it did is done by rules of before.
    """
    if job.kind in OF_STAGES and job.parameters.get("rules") != rules():
        raise Refused(
            "The rules changed since this job was asked for: ask for a new one, it finds what is left.",
            code="outdated",
        )
    try:
        with transaction.atomic():
            _resume(job)
    except IntegrityError as error:
        raise _under_way() from error
    log.info("job %s is resumed by %s", job.pk, by)
    job.refresh_from_db()
    return job


def _resume(job: Job) -> None:
    over = Job.objects.filter(pk=job.pk, state__in=[State.CANCELLED, State.FAILED])
    begun = State.RUNNING if job.cursor else State.WAITING
    if not over.update(state=begun, failure="", finished_at=None):
        raise Refused(
            f"“{job}” is neither cancelled nor failed; reload to see where it stands.", code="conflict"
        )
    job.pieces.filter(finished_at__isnull=True).update(attempts=0)
    wake(JOB, job.pk)


def _make(job: Job) -> Job:
    try:
        with transaction.atomic():
            job.save(force_insert=True)
            wake(JOB, job.pk)
    except IntegrityError as error:
        raise _under_way() from error
    return job


def _under_way() -> Refused:
    running = Job.objects.filter(kind=Job.Kind.REBUILD, state__in=[State.WAITING, State.RUNNING]).first()
    which = f" ({running.public_id}, {running.done} of {running.total or '?'} pieces)" if running else ""
    return Refused(f"A rebuild is under way{which}: wait for its end, or cancel it first.", code="conflict")


def _thresholds(given: Mapping[str, float]) -> dict[str, Any]:
    """Return all weights, with those given instead of today's."""
    known = {field.name: type(getattr(WEIGHTS, field.name)) for field in fields(WEIGHTS)}
    for name in given:
        if name not in known:
            raise Refused(
                f"“{name}” is no threshold: choose one of {', '.join(sorted(known))}.",
                code="no_threshold",
                field="thresholds",
            )
    return asdict(WEIGHTS) | {name: known[name](value) for name, value in given.items()}


def _keys_of_last_rebuild() -> int | None:
    done = Job.objects.filter(kind=Job.Kind.REBUILD, state=State.DONE).order_by("-pk")
    parameters = done.values_list("parameters", flat=True).first()
    return parameters["keys_version"] if parameters else KEYS_VERSION
