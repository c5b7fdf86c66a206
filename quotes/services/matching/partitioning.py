"""Partitioning: from the matches in force to the parts of one quote each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from quotes.graph.joining import Joining
from quotes.graph.partition import Edge, Pair, Partition, partition
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


@dataclass(frozen=True, slots=True)
class Parted:
    """The appearances of each quote, and the ties that were not followed: their outcome by match.

    A tie between two quotes is `unlinked` where its fragment is in several unlike quotes, so that a person
    has to say in which, and `refused` where people's judgements forbid it, or where a rendering would bring
    two passages of one article together that share no words.
    """

    parts: list[frozenset[int]]
    outcomes: dict[int, str]


def parts_of(around: Touched) -> list[frozenset[int]]:
    """Return the appearances of each quote, see `parted`."""
    return parted(around).parts


def parted(around: Touched) -> Parted:
    """Tell the quotes apart, under what people judged; every appearance is in one part.

    The order in which articles came in makes no difference: the appearances are numbered by what is
    printed where and when, not by their ids.
    """
    number = _numbers(around.appearances)
    ids = {position: pk for pk, position in number.items()}
    must, cannot = decisions(around.matches)
    apart = cannot | _unjoined(_joint(around.appearances), must)
    edges = {match.id: _edge(match, number) for match in around.matches if _suggested(match)}
    answer = partition(
        {number[pk]: row.words for pk, row in around.appearances.items()},
        [_edge(match, number) for match in around.matches if _suggested(match)],
        must=[(number[a], number[b]) for a, b in must],
        cannot=[(number[a], number[b]) for a, b in apart],
        article_of={number[pk]: row.revision_id for pk, row in around.appearances.items()},
    )
    parts = [frozenset(ids[position] for position in group) for group in answer.groups]
    return Parted(parts, _outcomes(edges, answer))


def _outcomes(edges: Mapping[int, Edge], answer: Partition) -> dict[int, str]:
    """Return what became of the ties between two quotes that a person may want to see."""
    group_of = {position: number for number, group in enumerate(answer.groups) for position in group}
    between = {id: edge for id, edge in edges.items() if group_of[edge.part] != group_of[edge.whole]}
    refused = set(answer.refused)
    unlinked = {position for one in answer.unlinked for position in one.fragment}
    weak = ("contained", "reworded")
    found = {
        id: Match.Outcome.UNLINKED
        for id, edge in between.items()
        if edge.part in unlinked and edge.strength in weak
    }
    return {**found, **{id: Match.Outcome.REFUSED for id, edge in between.items() if edge in refused}}


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
