"""Telling a job in a terminal."""

import json
from collections.abc import Iterator
from typing import Any

from quotes.models import Job
from quotes.services import jobs

SHOWN = 300  # characters of each side's words


def told(job: Job, *, as_json: bool) -> Iterator[str]:
    """Yield the lines that tell a job: its sentence, and of a dry run each change with both sides' words.

    As JSON: first {"job", "kind", "state", "done", "total", "counts", "sentence"}, then the changes.
    """
    if as_json:
        known = {"job": str(job.public_id), "kind": job.kind, "state": job.state, "done": job.done}
        known |= {"total": job.total, "counts": job.counts, "sentence": jobs.sentence(job)}
        yield json.dumps(known, ensure_ascii=False)
    else:
        yield f"{job.public_id}: {jobs.sentence(job)}"
    for change in jobs.changes(job):
        yield json.dumps(change, ensure_ascii=False) if as_json else _line(change)


def _line(change: dict[str, Any]) -> str:
    one, other = (f"“{' '.join(words.split())[:SHOWN]}”" for words in change["words"])
    sides = f"{one} with {other}" if change["change"] == "joined" else f"{one} from {other}"
    decision = change["against"]
    stays = f" — against {decision['judgement']} by {decision['by']}, which stays" if decision else ""
    return f"{change['change']}: {sides}{stays}"
