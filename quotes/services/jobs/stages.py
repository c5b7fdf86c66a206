"""Stages: what each kind of job does, one after the other, and how it is cut into pieces."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model

from quotes.models import Appearance, Article, Job, Quote, Source, Wording
from quotes.services import exports
from quotes.services.jobs import rebuild, trial
from quotes.services.matching.rebuilding.plans import Range
from quotes.services.statements import run

_RANGES = """
    SELECT min(id), max(id) FROM (
        SELECT id, (row_number() OVER (ORDER BY id) - 1) / {size} AS place FROM "{table}"
    ) numbered GROUP BY place ORDER BY place
"""

Effect = Callable[[], tuple[dict[str, int], list[Any]]]
"""Writes what a piece has worked out, in the transaction that ends it; returns counts and what it found."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage goes over all rows of a model, so many a piece; over None it is one piece.

    `do` works out a piece, and returns what is to be written in the transaction that ends it.
    """

    name: str
    over: type[Model] | None
    rows: int
    do: Callable[[Job, Range], Effect]

    def ranges(self) -> list[Range]:
        """Return the pieces, for the rows there are now."""
        if self.over is None:
            return [Range(1, 1)]
        rows = min(self.rows, settings.ROWS_A_PIECE)
        statement = _RANGES.format(size=rows, table=self.over._meta.db_table)
        return [Range(first, last) for first, last in run(statement, [])]


STAGES: dict[str, tuple[Stage, ...]] = {
    Job.Kind.REBUILD: (
        Stage("wordings", Appearance, 2_000, rebuild.word),
        Stage("words", Wording, 500, rebuild.compare),
        Stage("renderings", Article, 500, rebuild.render),
        Stage("quotes", Appearance, 2_000, rebuild.regroup),
        Stage("copies", Article, 200, rebuild.copy),
        Stage("marks", Article, 20_000, rebuild.mark),
    ),
    Job.Kind.TRIAL: (
        Stage("words", Wording, 500, trial.compare),
        Stage("renderings", Article, 500, trial.render),
        Stage("quotes", Appearance, 2_000, trial.regroup),
    ),
}
"""The stages of each kind of job, in order: each begins when all pieces of the one before are done."""

_EXPORTED: dict[str, type[Model]] = {
    "quotes": Quote,
    "appearances": Appearance,
    "articles": Article,
    "sources": Source,
}


def stages_of(job: Job) -> tuple[Stage, ...]:
    """Return the stages of a job; those of an export are over the rows it is of."""
    if job.kind != Job.Kind.EXPORT:
        return STAGES[job.kind]
    rows = Stage("rows", _EXPORTED[job.parameters["what"]], 2_000, exports.write)
    return rows, Stage("file", None, 1, exports.assemble)
