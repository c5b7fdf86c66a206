"""Standing: the matches in force that a range of rows is concerned with."""

from collections.abc import Collection
from typing import NamedTuple

from quotes.services.matching.comparisons import Finding, Ids
from quotes.services.statements import array, run

_OF = """
    SELECT id, a_id, b_id, relation, fuller, judgement, score, version, decided_by_id IS NOT NULL
    FROM quotes_match WHERE superseded_at IS NULL AND a_id = ANY(%(ids)s::bigint[])
    UNION SELECT id, a_id, b_id, relation, fuller, judgement, score, version, decided_by_id IS NOT NULL
    FROM quotes_match WHERE superseded_at IS NULL AND b_id = ANY(%(ids)s::bigint[])
"""
_BETWEEN = """
    SELECT id, a_id, b_id, relation, fuller, judgement, score, version, decided_by_id IS NOT NULL
    FROM quotes_match
    WHERE superseded_at IS NULL AND a_id = ANY(%(ids)s::bigint[]) AND b_id = ANY(%(ids)s::bigint[])
"""


class Standing(NamedTuple):
    """A match in force, without its evidence; `decided` by a person."""

    id: int
    a: int
    b: int
    relation: str
    fuller: str
    judgement: str
    score: float
    version: str
    decided: bool

    def finding(self) -> Finding:
        """Return what was found on the pair, without the evidence."""
        return Finding(self.relation, self.fuller, self.judgement, self.score, [], [], self.version)


def between(appearances: Collection[int]) -> dict[Ids, Standing]:
    """Return the matches in force between the appearances, by pair."""
    return _by_pair(_BETWEEN, appearances)


def around(appearances: Collection[int]) -> dict[Ids, Standing]:
    """Return the matches in force of the appearances, with each other and with any, by pair."""
    return _by_pair(_OF, appearances)


def _by_pair(statement: str, appearances: Collection[int]) -> dict[Ids, Standing]:
    rows = (Standing(*row) for row in run(statement, {"ids": array(sorted(appearances))}))
    return {(row.a, row.b): row for row in rows}
