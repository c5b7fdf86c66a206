"""Supposing: what a dry run would find, kept beside what is in force until the job is over."""

from collections.abc import Collection, Mapping

from quotes.models import Match, Supposition
from quotes.services.matching.comparisons import Finding, Ids
from quotes.services.matching.rebuilding.standing import Standing, between
from quotes.services.statements import array, run

_OF = """
    SELECT a, b, relation, fuller, judgement, score FROM quotes_supposition
    WHERE job_id = %(job)s AND a = ANY(%(ids)s::bigint[])
    UNION SELECT a, b, relation, fuller, judgement, score FROM quotes_supposition
    WHERE job_id = %(job)s AND b = ANY(%(ids)s::bigint[])
"""
_BEFORE = """
    SELECT DISTINCT ON (a_id, b_id) a_id, b_id, judgement FROM quotes_match
    WHERE decided_by_id IS NULL AND a_id = ANY(%(ids)s::bigint[]) AND b_id = ANY(%(ids)s::bigint[])
    ORDER BY a_id, b_id, id DESC
"""


def suppose(*, job: int, findings: Mapping[Ids, Finding | None]) -> int:
    """Keep those of the findings that are not what the machine found so far; return how many.

    Replaces what was supposed of these pairs. Call it in a transaction.
    """
    ids = {id for pair in findings for id in pair}
    standing, before = between(ids), _machine(ids)
    known = Supposition.objects.filter(job=job, a__in=ids, b__in=ids)
    known.filter(pk__in=[row.pk for row in known if (row.a, row.b) in findings]).delete()
    new = [
        Supposition(job_id=job, a=a, b=b, **_shape(found))
        for (a, b), found in findings.items()
        if _differs(found, standing.get((a, b)), before.get((a, b), ""))
    ]
    Supposition.objects.bulk_create(new, batch_size=1000)
    return len(new)


def suppositions(*, job: int, appearances: Collection[int]) -> dict[Ids, Finding | None]:
    """Return what is supposed of pairs with any of the appearances: None where nothing would be found."""
    rows = run(_OF, {"job": job, "ids": array(sorted(appearances))})
    return {
        (a, b): Finding(relation, fuller, judgement, score, [], [], "") if judgement else None
        for a, b, relation, fuller, judgement, score in rows
    }


def _machine(ids: Collection[int]) -> dict[Ids, str]:
    """Return the machine's last judgement on the pairs of which a person's may be in force."""
    return {(a, b): judgement for a, b, judgement in run(_BEFORE, {"ids": array(sorted(ids))})}


def _differs(found: Finding | None, row: Standing | None, before: str) -> bool:
    if row is not None and row.decided:
        return _ties(found.judgement if found else "") != _ties(before)
    if row is None or found is None:
        return (row is None) != (found is None)
    return (row.relation, row.fuller, row.judgement, row.score) != tuple(_shape(found).values())


def _shape(found: Finding | None) -> dict[str, str | float]:
    if found is None:
        return {}
    return {
        "relation": found.relation,
        "fuller": found.fuller,
        "judgement": found.judgement,
        "score": found.score,
    }


def _ties(judgement: str) -> bool:
    return judgement in {Match.Judgement.SAME, Match.Judgement.ALTERED}
