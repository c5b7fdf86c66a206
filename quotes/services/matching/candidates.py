"""Candidates: the appearances that may print the same words as some wordings, found in one statement."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import connection

MOST_WORDINGS_A_KEY = 128
MOST_BY_RARITY = 25
MOST_BY_COVERAGE = 10
MOST_PRINTINGS = 64
# Less in common than one rare key, or a quarter of the stored wording, is chance: of 97,000 pairs of
# campaign news 81,000 fall away, and with them no quote that two articles print.
LEAST_RARITY = 0.7
LEAST_COVERAGE = 0.25

# Two rankings: keys in common, the rare ones counting more, find altered printings; the share of
# the stored wording's keys in common finds stored fragments, which a full sentence would drown.
# Newest first and capped, so that a key everybody uses costs no more than any other.
_CANDIDATES = """
    WITH asked AS MATERIALIZED (
        SELECT wanted.asking, stored.key
        FROM unnest(%(wordings)s::bigint[]) wanted(asking)
        JOIN quotes_wordingkey stored ON stored.wording_id = wanted.asking
    ), posting AS (
        SELECT asked.asking, found.wording_id, found.n,
               count(*) OVER (PARTITION BY asked.asking, asked.key) AS frequency
        FROM asked CROSS JOIN LATERAL (
            SELECT stored.wording_id, stored.n FROM quotes_wordingkey stored
            WHERE stored.key = asked.key ORDER BY stored.wording_id DESC LIMIT %(cap)s
        ) found
    ), scored AS (
        SELECT asking, wording_id, count(*)::real / max(n) AS coverage,
               sum(CASE WHEN frequency >= %(cap)s THEN 0.01 ELSE 1 / (1 + ln(frequency)) END) AS rarity
        FROM posting WHERE wording_id <> asking GROUP BY asking, wording_id
    ), promising AS (
        SELECT * FROM scored WHERE rarity >= %(least_rarity)s OR coverage >= %(least_coverage)s
    ), ranked AS (
        SELECT asking, wording_id,
               row_number() OVER (PARTITION BY asking ORDER BY rarity DESC, wording_id) AS by_rarity,
               row_number() OVER (PARTITION BY asking ORDER BY coverage DESC, rarity DESC, wording_id)
                   AS by_coverage
        FROM promising
    ), chosen AS (
        SELECT asking, wording_id FROM ranked
        WHERE by_rarity <= %(by_rarity)s OR by_coverage <= %(by_coverage)s
        UNION ALL SELECT wording, wording FROM unnest(%(wordings)s::bigint[]) own(wording)
    )
    SELECT chosen.asking, printing.id
    FROM chosen CROSS JOIN LATERAL (
        SELECT id FROM quotes_appearance
        WHERE wording_id = chosen.wording_id AND state <> 'rejected' ORDER BY id DESC LIMIT %(printings)s
    ) printing
"""


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """An appearance that may print the words of the wording `asking`."""

    asking: int
    appearance: int


def candidates(*, wordings: Collection[int]) -> list[Candidate]:
    """Return the standing appearances that share a wording, or enough keys, with each wording asked for.

    All wordings are asked for in one statement, by the keys stored for them (none: found by equality
    only). The appearances of the asking article are among the answers.
    """
    parameters: dict[str, float | list[Any]] = {
        "wordings": sorted(set(wordings)),
        "cap": MOST_WORDINGS_A_KEY,
        "by_rarity": MOST_BY_RARITY,
        "by_coverage": MOST_BY_COVERAGE,
        "printings": MOST_PRINTINGS,
        "least_rarity": LEAST_RARITY,
        "least_coverage": LEAST_COVERAGE,
    }
    with connection.cursor() as cursor:
        cursor.execute(_CANDIDATES, parameters)
        return sorted(Candidate(*row) for row in cursor.fetchall())
