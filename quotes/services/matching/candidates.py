"""Candidates: the appearances that may print the same words as some wordings, found in one statement."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from quotes.services.statements import array, run

MOST_WORDINGS_A_KEY = 128
MOST_BY_RARITY = 25
MOST_BY_COVERAGE = 10
MOST_PRINTINGS = 64
MOST_ALONE = 16  # wordings that have a key which may prove something by itself
# Less in common than two keys that only the two have, or a third of the shorter one's, is chance. Most
# chance pairs fall away, and with them no quote that two articles of campaign news print. Of the asking one's
# keys those count that not everybody uses: the others are found with the newest wordings only.
LEAST_RARITY = 1.0
LEAST_SHARE = 0.33

# Two rankings: keys in common, the rare ones counting more, find altered printings; the share of
# the stored wording's keys in common finds stored fragments, which a full sentence would drown.
# Newest first and capped, so that a key everybody uses costs no more than any other. One key that many use,
# and nothing else in common, is chance, whatever the coverage: most wordings met so need no second look.
_CHOSEN = f"""
    WITH posting AS MATERIALIZED (
        SELECT asked.asking, ARRAY(
            SELECT stored.wording FROM quotes_wordingkey stored
            WHERE stored.key = asked.key {{bound}} ORDER BY stored.wording DESC LIMIT {MOST_WORDINGS_A_KEY}
        ) AS wordings FROM unnest(%(wordings)s::int[], %(keys)s::int[]) asked(asking, key)
    ), weighed AS (
        SELECT asking, wordings, cardinality(wordings) AS frequency,
               count(*) FILTER (WHERE cardinality(wordings) < {MOST_WORDINGS_A_KEY})
                   OVER (PARTITION BY asking) AS telling,
               CASE WHEN cardinality(wordings) >= {MOST_WORDINGS_A_KEY} THEN 0.01::float8
                    ELSE 1 / (1 + ln(greatest(cardinality(wordings), 1)::float8)) END AS rarity
        FROM posting
    ), scored AS MATERIALIZED (
        SELECT asking, wording, count(*)::real AS common, greatest(max(telling), count(*)) AS asked,
               sum(rarity) AS rarity
        FROM weighed CROSS JOIN unnest(wordings) found(wording)
        WHERE wording <> asking GROUP BY asking, wording
        HAVING count(*) > 1 OR min(frequency) <= {MOST_ALONE}
    ), covered AS (
        SELECT scored.asking, scored.wording, scored.rarity, scored.common / stored.keys AS coverage,
               scored.common / least(stored.keys, scored.asked) AS share
        FROM scored
        CROSS JOIN LATERAL (SELECT keys FROM quotes_wording WHERE id = scored.wording LIMIT 1) stored
    ), ranked AS (
        SELECT asking, wording,
               row_number() OVER (PARTITION BY asking ORDER BY rarity DESC, wording) AS by_rarity,
               row_number() OVER (PARTITION BY asking ORDER BY coverage DESC, rarity DESC, wording)
                   AS by_coverage
        FROM covered WHERE rarity >= {LEAST_RARITY} OR share >= {LEAST_SHARE}
    ), chosen AS (
        SELECT asking, wording FROM ranked
        WHERE by_rarity <= {MOST_BY_RARITY} OR by_coverage <= {MOST_BY_COVERAGE}
        UNION ALL SELECT own.wording, own.wording FROM unnest(%(own)s::int[]) own(wording)
    )
"""  # noqa: S608 - our own numbers
_CANDIDATES = f"""
    {_CHOSEN.format(bound="")}
    SELECT chosen.asking, printing.id
    FROM chosen CROSS JOIN LATERAL (
        SELECT id FROM quotes_appearance
        WHERE wording_id = chosen.wording AND state <> 'rejected' ORDER BY id DESC LIMIT {MOST_PRINTINGS}
    ) printing
"""  # noqa: S608 - our own numbers
_RELATED = f"""
    {_CHOSEN.format(bound="AND stored.wording <= asked.asking")}
    SELECT asking, wording FROM chosen WHERE wording <> asking
"""  # noqa: S608 - our own statement


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """An appearance that may print the words of the wording `asking`."""

    asking: int
    appearance: int


def candidates(*, keys: Mapping[int, Collection[int]]) -> list[Candidate]:
    """Return the standing appearances that share a wording, or enough keys, with each wording asked for.

    `keys` gives the keys of each wording, none where it is found by equality only. All are asked for in
    one statement. The appearances of the asking article are among the answers.
    """
    return sorted(Candidate(*row) for row in run(_CANDIDATES, _asked(keys)))


def related(*, keys: Mapping[int, Collection[int]]) -> list[tuple[int, int]]:
    """Return the older wordings that share enough keys with each wording asked for, as (asking, older).

    As `candidates`, asked when each wording was the newest: so every two wordings are asked about once.
    """
    return sorted((asking, older) for asking, older in run(_RELATED, _asked(keys)))


def _asked(keys: Mapping[int, Collection[int]]) -> dict[str, str]:
    asked = [(wording, key) for wording, found in sorted(keys.items()) for key in found]
    return {
        "own": array(sorted(keys)),
        "wordings": array(wording for wording, _ in asked),
        "keys": array(key for _, key in asked),
    }
