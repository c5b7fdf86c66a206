"""Writing: parts side by side, each in flat memory, then one file of them."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from uuid import uuid4

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from quotes.models import Job
from quotes.services.exports.forms import FORMS
from quotes.services.exports.keeping import folder, head_path, path
from quotes.services.matching.rebuilding.plans import Range

Effect = Callable[[], tuple[dict[str, int], list[Any]]]


def write(job: Job, over: Range) -> Effect:
    """Write the part of a range of rows: records of EXPORT_RECORDS, one after the other.

    A part is named by its range and put in place whole, so that a second run, or a worker that lost its
    lease, does no harm.
    """
    form = FORMS[job.parameters["form"]]
    rows = 0
    with _whole(_part(job, over)) as file:
        for record in records(job, over):
            file.write(form.separator + form.row(record, job.parameters["what"]))
            rows += 1
    return lambda: ({"rows": rows}, [])


def records(job: Job, over: Range) -> Iterator[dict[str, Any]]:
    """Return the rows of a range as the API shows them, from whoever the composition root names."""
    given: Iterator[dict[str, Any]] = import_string(settings.EXPORT_RECORDS)(**job.parameters, over=over)
    return given


def assemble(job: Job, _over: Range) -> Effect:
    """Join the parts behind their head, and keep the head beside them.

    The parts go when the job is over, with the file: until this piece is committed it may be done again.
    """
    form, head = FORMS[job.parameters["form"]], _head(job)
    pieces = job.pieces.filter(stage="rows", finished_at__isnull=False).order_by("first")
    parts = [_part(job, Range(piece.first, piece.last)) for piece in pieces.iterator()]
    with _whole(head_path(job)) as file:
        file.write(json.dumps(head, ensure_ascii=False).encode())
    with _whole(path(job)) as file:
        file.write(form.head(head))
        skip = len(form.separator)  # before the first row there is nothing to part
        for part in parts:
            with part.open("rb") as rows:
                rows.seek(skip)
                shutil.copyfileobj(rows, file, 1 << 20)
            skip = 0 if part.stat().st_size else skip
        file.write(form.tail)
    return lambda: ({}, [])


def _head(job: Job) -> dict[str, Any]:
    given = job.parameters
    return {
        "id": str(job.public_id),
        "what": given["what"],
        "format": given["form"],
        "filters": given["filters"],
        "asked_at": _iso(job.created_at),
        "written_at": _iso(timezone.now()),
        "version": settings.VERSION,
        "count": job.counts.get("rows", 0),
    }


def _iso(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")


def _part(job: Job, over: Range) -> Path:
    return folder(job) / f"{over.first}-{over.last}.part"


class _whole:  # noqa: N801 - used as the function it stands for
    """A file that is there when all of it is written, and not before; readable by nobody else."""

    def __init__(self, path: Path) -> None:
        self.path, self.draft = path, path.with_name(f"{path.name}.{uuid4().hex}")

    def __enter__(self) -> IO[bytes]:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.file = os.fdopen(os.open(self.draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        return self.file

    def __exit__(self, broke: object, *_: object) -> None:
        self.file.close()
        if broke is None:
            self.draft.replace(self.path)
        else:
            self.draft.unlink()
