"""Comparisons: what the machine finds on pairs of appearances, as rows of evidence."""

import json
from collections.abc import Collection
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from quotes.models import Match
from quotes.models.public_id import new_public_id
from quotes.services.matching.printings import Printed
from quotes.services.statements import array, run
from quotes.text.comparing.judging import judge
from quotes.text.comparing.likelihood import one_channel
from quotes.text.comparing.relation import Circumstances, related
from quotes.text.comparing.surroundings import Surroundings
from quotes.text.comparing.types import Comparison, Occasions, Relation
from quotes.text.comparing.weights import VERSION, WEIGHTS, Weights
from quotes.text.occasions import occasions, over
from quotes.text.spans import Span

Ids = tuple[int, int]
RULES_VERSION = 5
"""Raise whenever a rule below, or in quotes.text.circumstances or occasions, answers differently."""
_ELSEWHERE = frozenset({Occasions.APART, Occasions.LATER})
_IN_FORCE = """
    SELECT id, a_id, b_id, decided_by_id,
           relation, fuller, judgement, score, differences::text, changes::text, version, reason,
           features::text
    FROM quotes_match
    WHERE superseded_at IS NULL AND a_id = ANY(%s::bigint[]) AND b_id = ANY(%s::bigint[])
"""
_INSERT = """
    INSERT INTO quotes_match (public_id, a_id, b_id, relation, fuller, judgement, score, differences, changes,
                              version, reason, features, outcome, created_at)
    SELECT public_id, a, b, relation, fuller, judgement, score, differences, changes, version, reason,
           features, '', clock_timestamp()
    FROM json_to_recordset(%s::json) found(
        public_id uuid, a bigint, b bigint, relation text, fuller text, judgement text, score float8,
        differences jsonb, changes jsonb, version text, reason text, features jsonb)
    RETURNING 1
"""


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
    features: list[list[Any]] = field(default_factory=list)


_FIELDS = [one.name for one in fields(Finding)]


class _Standing(NamedTuple):
    """What `_IN_FORCE` answers of a pair."""

    id: int
    a: int
    b: int
    decided_by: int | None
    relation: str
    fuller: str
    judgement: str
    score: float
    differences: str
    changes: str
    version: str
    reason: str
    features: str

    def finding(self) -> Finding:
        """Return what was found on the pair."""
        differences, changes = json.loads(self.differences), json.loads(self.changes)
        features = json.loads(self.features)
        return Finding(*self[4:8], differences, changes, self.version, self.reason, features)


def version() -> str:
    """Return the version that findings name: of the weights, and of the rules here."""
    return f"{VERSION}.{RULES_VERSION}"


def stored() -> int:
    """Return about how many wordings are on record: a power of two, so that a few more change nothing."""
    [(newest,)] = run("SELECT max(id) FROM quotes_wording", [])
    return 1 << (newest.bit_length() - 1) if newest else 0


def find(
    a: Printed,
    b: Printed,
    *,
    stored: int = 0,
    said_in: str | None = None,
    contrast: float | None = 0.0,
    weights: Weights = WEIGHTS,
) -> Finding | None:
    """Compare two printings; None where they have nothing to do with each other.

    The same words on another occasion are nobody's one quote: they are found stock, with the reason.
    `said_in` is the language, if more than the two printings tell it; the rest is as in Circumstances.
    """
    standing = occasions_of(a, b)
    language = said_in or a.said_in or b.said_in
    given = Circumstances(language, stored, contrast, standing, around=surroundings(a, b))
    comparison = related(a.printing, b.printing, given=given, weights=weights)
    if comparison is None:
        return None
    stock = comparison.relation is Relation.STOCK
    apart = _another_occasion(a, b) if stock and standing in _ELSEWHERE else ""
    return finding(comparison, apart or " ".join(comparison.reasons), weights)


def surroundings(a: Printed, b: Printed) -> Surroundings:
    """Return the reporters' words around two printings; speakers and media are named in many stories."""
    one, other = a.printing, b.printing
    names = (one.speaker, one.outlet, *one.via, other.speaker, other.outlet, *other.via)
    return Surroundings(a.beside, b.beside, names)


def occasions_of(a: Printed, b: Printed) -> Occasions:
    """Return how the occasions of two printings stand to each other, as far as the reporters tell."""
    return occasions(a.told, b.told, one_channel=one_channel(a.printing, b.printing))


def _another_occasion(a: Printed, b: Printed) -> str:
    """Say which printing reports words of another occasion than the other had printed."""
    first, second = (b, a) if over(b.told) < over(a.told) else (a, b)
    told = f"{second.printing.outlet} of {str(second.printing.published_at)[:10]}"
    out = f"{first.printing.outlet} had printed the words on {str(first.printing.published_at)[:10]}"
    return f"{told} reports another occasion: {out}."


def finding(comparison: Comparison, reason: str = "", weights: Weights = WEIGHTS) -> Finding:
    """Return a comparison in the shape it is stored in."""
    return Finding(
        relation=str(comparison.relation),
        fuller=comparison.fuller,
        judgement=judge(comparison, weights),
        score=comparison.score,
        differences=[
            {"operation": d.operation, "a": _span(d.a), "b": _span(d.b)} for d in comparison.differences
        ],
        changes=[
            {"kind": str(c.kind), "a": _span(c.a), "b": _span(c.b), "sentence": c.sentence}
            for c in comparison.changes
        ],
        version=version(),
        reason=reason,
        features=[[name, round(value, 3)] for name, value in comparison.features],
    )


def keep(*, findings: dict[Ids, Finding | None]) -> None:
    """Make the findings the ones in force; call it under the lock of the partition.

    A pair a person judged stays as judged. A finding equal to the one in force changes nothing; another
    one supersedes it, and None retires it.
    """
    standing = _standing(findings)
    changed = [pair for pair in findings if _differs(standing.get(pair), findings[pair])]
    outdated = [standing[pair].id for pair in changed if pair in standing]
    new = [_row(pair, found) for pair in changed if (found := findings[pair])]
    with transaction.atomic(savepoint=False):
        if outdated:
            Match.objects.filter(pk__in=outdated).update(superseded_at=timezone.now())
        if new:
            run(_INSERT, [json.dumps(new)])


def _row(pair: Ids, found: Finding) -> dict[str, Any]:
    columns = {name: getattr(found, name) for name in _FIELDS}
    return {"public_id": str(new_public_id()), "a": pair[0], "b": pair[1], **columns}


def _standing(pairs: Collection[Ids]) -> dict[Ids, _Standing]:
    ids = array(sorted({id for pair in pairs for id in pair}))
    found = (_Standing(*row) for row in run(_IN_FORCE, [ids, ids]))
    return {(row.a, row.b): row for row in found if (row.a, row.b) in pairs}


def _differs(standing: _Standing | None, found: Finding | None) -> bool:
    if standing is None:
        return found is not None
    if standing.decided_by is not None:
        return False
    return found is None or standing.finding() != found


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
