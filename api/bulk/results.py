"""Results: what became of each line, as JSON lines."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any
from uuid import UUID

import structlog
from django.contrib.auth.models import User
from django.db import InterfaceError, OperationalError

from api.bulk.lines import Lines
from api.parsers import parsed
from api.problems import Problem
from api.problems.kinds import UNAVAILABLE
from api.submitting import accept, status_of

WORDS = {201: "created", 202: "revised", 200: "known"}
log = structlog.get_logger(__name__)
Result = dict[str, Any]


def results(lines: Lines, *, by: User) -> Iterator[Result]:
    """Store the article in each line and tell what became of it; a sum at the end shows that it is the end.

    A line that is refused is named and the rest goes on. Where the database goes away, the line it went
    away at is told as 503, and nothing after it was stored.
    """
    counts: Counter[str] = Counter()
    for number, line in lines:
        try:
            result = _result(line, by)
        except (OperationalError, InterfaceError) as error:
            log.error("database unavailable", error=str(error))
            yield {"line": number, "status": 503, "code": "unavailable", "detail": UNAVAILABLE, "errors": []}
            return
        counts[WORDS.get(result["status"], "refused")] += 1
        yield {"line": number, **result}
    told = {word: counts[word] for word in (*WORDS.values(), "refused")}
    yield {"done": True, "lines": sum(counts.values()), **told}


def written(result: Result) -> bytes:
    """Return a result as a line."""
    return json.dumps(result, ensure_ascii=False, default=_text).encode() + b"\n"


def _result(line: bytes, by: User) -> Result:
    try:
        accepted = accept(parsed(line), by=by)
    except Problem as problem:
        faults = [asdict(fault) for fault in problem.faults]
        return {
            "status": problem.status_code,
            "code": problem.code,
            "detail": str(problem.detail),
            "errors": faults,
        }
    return {"status": status_of(accepted), "id": accepted.article.public_id}


def _text(value: UUID) -> str:
    return str(value)
