"""Keeping: where an export's files lie, how long, and their end."""

import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from quotes.models import Job
from quotes.services.errors import Refused
from quotes.services.exports.forms import FORMS


def folder(job: Job) -> Path:
    """Return the job's own folder; nothing but its id is in the name."""
    return Path(settings.EXPORTS_DIR) / str(job.public_id)


def path(job: Job) -> Path:
    """Return where the whole file is, or will be."""
    return folder(job) / f"via-{job.parameters['what']}.{FORMS[job.parameters['form']].suffix}"


def head_path(job: Job) -> Path:
    """Return where the head is kept beside the file."""
    return folder(job) / "head.json"


def expires(job: Job) -> datetime | None:
    """Return until when a finished export is kept; None for one that has no file."""
    done = job.kind == Job.Kind.EXPORT and job.state == Job.State.DONE and job.finished_at
    return job.finished_at + _kept() if done and job.finished_at else None


def file_of(job: Job) -> Path:
    """Return the finished file. Raises Refused with code "conflict" before it is, "gone" after its time."""
    until = expires(job)
    if until is None:
        raise Refused(f"This export is {job.state}: its file is there when it is done.", code="conflict")
    if until < timezone.now() or not path(job).exists():
        raise Refused("The file of this export is gone: ask for the export again.", code="gone")
    return path(job)


def head_of(job: Job) -> dict[str, Any]:
    """Return what the file's head says; raises Refused as `file_of` does."""
    file_of(job)
    head: dict[str, Any] = json.loads(head_path(job).read_text("utf-8"))
    return head


def sweep() -> int:
    """Delete the files whose time is over, and those of no job; return how many exports that were."""
    root = Path(settings.EXPORTS_DIR)
    found = {one.name: one for one in root.iterdir() if _is_id(one.name)} if root.is_dir() else {}
    kept = Job.objects.filter(public_id__in=found).exclude(finished_at__lt=timezone.now() - _kept())
    stay = {str(one) for one in kept.values_list("public_id", flat=True)}
    over = [one for name, one in found.items() if name not in stay]
    for one in over:
        shutil.rmtree(one, ignore_errors=True)
    return len(over)


def _kept() -> timedelta:
    return timedelta(hours=settings.EXPORTS_KEPT_HOURS)


def _is_id(name: str) -> bool:
    try:
        return str(UUID(name)) == name
    except ValueError:
        return False
