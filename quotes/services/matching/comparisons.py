"""Comparisons: what the machine finds on pairs of appearances, as rows of evidence."""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from quotes.models import Match
from quotes.services.matching.printings import Printed
from quotes.text.comparing.judging import judge
from quotes.text.comparing.relation import Circumstances, relate
from quotes.text.comparing.types import Comparison, Relation
from quotes.text.comparing.weights import WEIGHTS
from quotes.text.spans import Span

Ids = tuple[int, int]
RULES_VERSION = 1
"""Raise whenever a rule below, or in quotes.text.circumstances, answers differently."""
_EVIDENCE = ("relation", "fuller", "judgement", "score", "differences", "changes", "version", "reason")


@dataclass(frozen=True, slots=True)
class Finding:
    """What comparing says of one pair; the fields are those of a Match."""

    relation: str
    fuller: str
    judgement: str
    score: float
    differences: list[dict[str, Any]]
    changes: list[dict[str, Any]]
    version: str
    reason: str = ""


def find(a: Printed, b: Printed) -> Finding | None:
    """Compare two printings; None where they have nothing to do with each other.

    The same words on another occasion are nobody's one quote: they are found stock, with the reason.
    """
    given = Circumstances(said_in=a.said_in or b.said_in)
    comparison = relate(a.printing, b.printing, given=given)
    if comparison.relation is Relation.DIFFERENT:
        return None
    apart = _another_occasion(a, b) or _another_occasion(b, a)
    if not apart:
        return finding(comparison)
    score = min(comparison.score, WEIGHTS.different_score)
    return finding(replace(comparison, relation=Relation.STOCK, score=score), reason=apart)


def _another_occasion(earlier: Printed, later: Printed) -> str:
    """Return why the later printing's words were said after the earlier one was out; empty where unknown."""
    out, since = earlier.printing.published_at, later.said_since
    if not out or not since or out[:10] >= since:
        return ""
    told = f"{later.printing.outlet} of {str(later.printing.published_at)[:10]}"
    return f"{told} reports another occasion: {earlier.printing.outlet} had printed the words on {out[:10]}."


def finding(comparison: Comparison, reason: str = "") -> Finding:
    """Return a comparison in the shape it is stored in."""
    return Finding(
        relation=str(comparison.relation),
        fuller=comparison.fuller,
        judgement=judge(comparison),
        score=comparison.score,
        differences=[
            {"operation": d.operation, "a": _span(d.a), "b": _span(d.b)} for d in comparison.differences
        ],
        changes=[
            {"kind": str(c.kind), "a": _span(c.a), "b": _span(c.b), "sentence": c.sentence}
            for c in comparison.changes
        ],
        version=f"{comparison.version}.{RULES_VERSION}",
        reason=reason,
    )


def keep(*, findings: dict[Ids, Finding | None]) -> None:
    """Make the findings the ones in force; call it under the lock of the partition.

    A pair a person judged stays as judged. A finding equal to the one in force changes nothing; another
    one supersedes it, and None retires it.
    """
    standing = _standing(findings)
    changed = [pair for pair in findings if _differs(standing.get(pair), findings[pair])]
    outdated = [standing[pair].pk for pair in changed if pair in standing]
    with transaction.atomic():
        Match.objects.filter(pk__in=outdated).update(superseded_at=timezone.now())
        Match.objects.bulk_create(
            [Match(a_id=a, b_id=b, **asdict(found)) for a, b in changed if (found := findings[a, b])],
            batch_size=500,
        )


def judged_by_people(pairs: Collection[Ids]) -> set[Ids]:
    """Return those of the pairs on which a person's judgement is in force."""
    judged = _between(pairs).filter(decided_by__isnull=False).values_list("a_id", "b_id")
    return set(judged) & set(pairs)


def _standing(pairs: Collection[Ids]) -> dict[Ids, Match]:
    found = {(match.a_id, match.b_id): match for match in _between(pairs)}
    return {pair: found[pair] for pair in pairs if pair in found}


def _between(pairs: Iterable[Ids]) -> Any:
    ids = {id for pair in pairs for id in pair}
    return Match.objects.current().filter(Q(a__in=ids) & Q(b__in=ids))


def _differs(standing: Match | None, found: Finding | None) -> bool:
    if standing is None:
        return found is not None
    if standing.decided_by_id is not None:
        return False
    return found is None or any(getattr(standing, name) != getattr(found, name) for name in _EVIDENCE)


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
