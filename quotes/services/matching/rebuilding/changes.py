"""Changes: which quotes would be joined and parted if what is supposed were in force, in words."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quotes.models import Appearance, Match
from quotes.services.matching.comparisons import Finding, Ids
from quotes.services.matching.partitioning import SAME, parts_of
from quotes.services.matching.rebuilding.grouping import owned, standing_in
from quotes.services.matching.rebuilding.plans import Range
from quotes.services.matching.rebuilding.supposing import suppositions
from quotes.services.matching.touched import Tied, Touched, touched

JOINED, PARTED = "joined", "parted"


@dataclass(frozen=True, slots=True)
class _Change:
    """One quote joined to another, or a part of one parted from the rest; `a` and `b` stand for the sides."""

    change: str
    a: int
    b: int
    decision: Match | None = None


def changes(*, over: Range, job: int) -> list[dict[str, Any]]:
    """Return what would change in the groups that belong to a range of appearances.

    Each is {"change": "joined" or "parted", "quotes": [public ids], "words": [of each side], "appearances":
    [public ids], "against": None}. People's decisions bind: where the machine would speak against one, the
    change is listed with it, {"judgement", "by", "at", "reason"}, and would not be made.
    """
    own = standing_in(over)
    if not own:
        return []
    around, supposed = _reached(own, job)
    here = owned(_with(around, [*around.matches, *_ties(supposed)]), over)
    known = _among(around, here)
    found = [*_moved(known, supposed), *_against(known, supposed)]
    return _told(found) if found else []


def _reached(own: Collection[int], job: int) -> tuple[Touched, dict[Ids, Finding | None]]:
    """Return all that ties in force and supposed ones lead to, and what is supposed of it."""
    reached: set[int] = set(own)
    while True:
        around = touched(appearances=reached, quotes=())
        supposed = suppositions(job=job, appearances=around.appearances)
        ends = {id for tie in _ties(supposed) for id in (tie.a_id, tie.b_id)}
        if ends <= reached | around.appearances.keys():
            return around, supposed
        reached |= ends


def _with(around: Touched, matches: Sequence[Tied]) -> Touched:
    there = around.appearances
    return replace(around, matches=[tie for tie in matches if tie.a_id in there and tie.b_id in there])


def _among(around: Touched, here: Collection[int]) -> Touched:
    rows = {id: row for id, row in around.appearances.items() if id in here}
    return _with(replace(around, appearances=rows), around.matches)


def _ties(supposed: Mapping[Ids, Finding | None]) -> list[Tied]:
    """Return what is supposed to be the same, as ties."""
    return [
        Tied(a, b, found.relation, found.fuller, found.judgement, found.score, None)
        for (a, b), found in supposed.items()
        if found is not None and found.judgement in SAME
    ]


def _moved(known: Touched, supposed: Mapping[Ids, Finding | None]) -> Iterator[_Change]:
    """Yield what the partition would join and part."""
    decided = {(tie.a_id, tie.b_id) for tie in known.matches if tie.decided_by_id is not None}
    stay = [
        tie
        for tie in known.matches
        if (tie.a_id, tie.b_id) in decided or (tie.a_id, tie.b_id) not in supposed
    ]
    new = [tie for tie in _ties(supposed) if (tie.a_id, tie.b_id) not in decided]
    parts = parts_of(_with(known, [*stay, *new]))
    quote_of = {id: row.quote_id for id, row in known.appearances.items() if row.quote_id is not None}
    part_of = {id: number for number, part in enumerate(parts) for id in part}
    for part in parts:
        yield from _beside(JOINED, {id: quote_of[id] for id in part if id in quote_of})
    by_quote: dict[int, dict[int, int]] = defaultdict(dict)
    for id, quote in quote_of.items():
        by_quote[quote][id] = part_of[id]
    for members in by_quote.values():
        yield from _beside(PARTED, members)


def _beside(change: str, side_of: Mapping[int, int]) -> Iterator[_Change]:
    """Yield a change for each side but the largest; the least appearance stands for its side."""
    sizes = Counter(side_of.values())
    first: dict[int, int] = {}
    for id in sorted(side_of):
        first.setdefault(side_of[id], id)
    largest, *others = sorted(sizes, key=lambda side: (-sizes[side], first[side])) or [0]
    for side in others:
        yield _Change(change, first[largest], first[side])


def _against(known: Touched, supposed: Mapping[Ids, Finding | None]) -> Iterator[_Change]:
    """Yield the pairs on which the machine would say the contrary of what a person decided."""
    there = [pair for pair in supposed if set(pair) <= known.appearances.keys()]
    ids = {id for pair in there for id in pair}
    decisions = Match.objects.current().filter(decided_by__isnull=False, a__in=ids, b__in=ids)
    for match in decisions.select_related("decided_by").order_by("a", "b"):
        if (match.a_id, match.b_id) not in supposed:
            continue
        found = supposed[match.a_id, match.b_id]
        same = found is not None and found.judgement in SAME
        if same and match.judgement == Match.Judgement.DIFFERENT:
            yield _Change(JOINED, match.a_id, match.b_id, match)
        elif not same and match.judgement in SAME:
            yield _Change(PARTED, match.a_id, match.b_id, match)


def _told(found: Sequence[_Change]) -> list[dict[str, Any]]:
    ids = {id for one in found for id in (one.a, one.b)}
    rows = Appearance.objects.select_related("quote").in_bulk(list(ids))
    return [_record(one, rows[one.a], rows[one.b]) for one in found]


def _record(one: _Change, *sides: Appearance) -> dict[str, Any]:
    quotes = dict.fromkeys(str(row.quote.public_id) for row in sides if row.quote)
    return {
        "change": one.change,
        "quotes": list(quotes),
        "words": [row.text for row in sides],
        "appearances": [str(row.public_id) for row in sides],
        "against": _decision(one.decision) if one.decision else None,
    }


def _decision(match: Match) -> dict[str, str | None]:
    return {
        "judgement": match.judgement,
        "by": str(match.decided_by),
        "at": match.decided_at.isoformat() if match.decided_at else None,
        "reason": match.reason,
    }
