"""Partitioning: from the matches in force to the parts of one quote each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Protocol

from quotes.graph.joining import Joining
from quotes.graph.partition import Edge, Pair, partition
from quotes.models import Match
from quotes.services.matching.touched import Placed, Tied, Touched
from quotes.text.comparing.judging import strength
from quotes.text.comparing.types import Comparison, Relation


class Judged(Protocol):
    """A judged pair, and who judged."""

    @property
    def a_id(self) -> int: ...
    @property
    def b_id(self) -> int: ...
    @property
    def judgement(self) -> str: ...
    @property
    def decided_by_id(self) -> int | None: ...


SAME = frozenset({Match.Judgement.SAME, Match.Judgement.ALTERED})


def parts_of(around: Touched) -> list[frozenset[int]]:
    """Return the appearances of each quote, under what people judged; every appearance is in one part.

    The order in which articles came in makes no difference: the appearances are numbered by what is
    printed where and when, not by their ids.
    """
    number = _numbers(around.appearances)
    ids = {position: pk for pk, position in number.items()}
    must, cannot = decisions(around.matches)
    apart = cannot | _unjoined(_joint(around.appearances), must)
    answer = partition(
        {number[pk]: row.words for pk, row in around.appearances.items()},
        [_edge(match, number) for match in around.matches if _suggested(match)],
        must=[(number[a], number[b]) for a, b in must],
        cannot=[(number[a], number[b]) for a, b in apart],
    )
    return [frozenset(ids[position] for position in group) for group in answer.groups]


def decisions(matches: Iterable[Judged]) -> tuple[set[Pair], set[Pair]]:
    """Return the pairs that people judged to be one quote, and those they judged different."""
    judged = [match for match in matches if match.decided_by_id is not None]
    must = {(match.a_id, match.b_id) for match in judged if match.judgement in SAME}
    different = Match.Judgement.DIFFERENT
    return must, {(match.a_id, match.b_id) for match in judged if match.judgement == different}


def place(row: Placed) -> tuple[str, str, int, int, int, str]:
    """Return what orders appearances whatever their ids: when, where, at which span."""
    return row.published_as or "~", row.article, row.start, row.end, row.joint, row.text


def _numbers(rows: Mapping[int, Placed]) -> dict[int, int]:
    """Return a number for each appearance: the fullest first, so that it stands for its part."""
    in_order = sorted(rows.values(), key=lambda row: (-row.words, place(row), row.pk))
    return {row.pk: position for position, row in enumerate(in_order)}


def _joint(rows: Mapping[int, Placed]) -> set[Pair]:
    """Return the pairs of one statement that several speakers share: each speaker has a quote."""
    sharing: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for pk, row in sorted(rows.items()):
        sharing[row.revision_id, row.start, row.end].append(pk)
    return {pair for shared in sharing.values() for pair in combinations(shared, 2)}


def _unjoined(pairs: set[Pair], must: set[Pair]) -> set[Pair]:
    """Return the pairs that people's judgements do not make one quote."""
    ends = {pk for pair in pairs | must for pk in pair}
    joined = Joining(dict.fromkeys(ends, 0), ())
    for a, b in must:
        joined.join(a, b)
    return {(a, b) for a, b in pairs if joined.root(a) != joined.root(b)}


def _suggested(match: Tied) -> bool:
    return match.decided_by_id is None and match.judgement in SAME


def _edge(match: Tied, number: Mapping[int, int]) -> Edge:
    relation = Relation(match.relation)
    tie = strength(Comparison(relation=relation, score=match.score, fuller=match.fuller))
    part, whole = (match.b_id, match.a_id) if match.fuller == Match.Side.A else (match.a_id, match.b_id)
    return Edge(number[part], number[whole], tie or "reworded", match.score)
