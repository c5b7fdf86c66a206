"""Telling: what a job came to, in a sentence and line by line."""

from collections.abc import Iterator
from typing import Any

from quotes.models import Job
from quotes.text.comparing.weights import WEIGHTS


def sentence(job: Job) -> str:
    """Say in a sentence where the job stands, and what it came to."""
    if job.state == Job.State.FAILED:
        return job.failure
    if job.state != Job.State.DONE:
        progress = f"{job.done} of {job.total or '?'} pieces done"
        return f"The {job.get_kind_display().lower()} is {job.state}: {progress}."
    count = job.counts.get
    if job.kind == Job.Kind.TRIAL:
        return (
            f"With {_thresholds(job)}: {count('joined', 0)} joined, {count('parted', 0)} parted,"
            f" {count('against', 0)} of them against an editor's decision, which stays."
        )
    if job.kind == Job.Kind.EXPORT:
        return f"The export is done: {count('rows', 0)} {job.parameters['what']}."
    return (
        f"The rebuild is done: {count('compared', 0)} pairs compared, {count('printings', 0)} printings told"
        " apart anew."
    )


def changes(job: Job) -> Iterator[dict[str, Any]]:
    """Yield what a dry run found, as far as it is; see `quotes.services.matching.rebuilding.changes`."""
    finished = job.pieces.filter(stage="quotes", finished_at__isnull=False).order_by("first")
    for result in finished.values_list("result", flat=True).iterator(chunk_size=50):
        yield from result


def _thresholds(job: Job) -> str:
    tried = job.parameters["thresholds"]
    other = {name: value for name, value in tried.items() if value != getattr(WEIGHTS, name)}
    return ", ".join(f"{name} = {value:g}" for name, value in sorted(other.items())) or "today's thresholds"
