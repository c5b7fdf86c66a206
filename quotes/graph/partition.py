"""Partition of printings into quotes: ids in, groups out, under what people have decided.

Strong ties join freely; a weak tie (a fragment and the statement that holds it, a rewording) may
give a printing one parent only, and none where several unlike quotes would do. Plain union of all
ties joins strangers through short fragments as soon as there are enough printings.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from quotes.graph.joining import Joining
from quotes.graph.paths import contradiction

Strength = Literal["exact", "near", "contained", "reworded"]
Pair = tuple[int, int]

MARGIN = 0.15
"""A fragment that several unlike quotes hold goes to the best only if it scores this much better."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie the machine suggests between two printings; `score` 0 to 1.

    `part` is the fragment and `whole` the fuller printing; where neither is, their order is free.
    """

    part: int
    whole: int
    strength: Strength
    score: float

    def between(self) -> Pair:
        """Return the two ids, the lesser first."""
        return min(self.part, self.whole), max(self.part, self.whole)


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A fragment that several unlike quotes hold: its printings, and one printing of each quote."""

    fragment: tuple[int, ...]
    held_by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Partition:
    """Groups of printings, each sorted, in order of their least id; every node is in exactly one.

    `unlinked` lists the fragments left alone for want of one parent; `refused` the ties that a
    cannot-link forbade.
    """

    groups: tuple[tuple[int, ...], ...]
    unlinked: tuple[Unlinked, ...] = ()
    refused: tuple[Edge, ...] = ()


def partition(
    nodes: Mapping[int, int],
    edges: Iterable[Edge],
    *,
    must: Collection[Pair] = (),
    cannot: Collection[Pair] = (),
    margin: float = MARGIN,
) -> Partition:
    """Group printings into quotes.

    `nodes` gives each printing's id with its number of words. `must` and `cannot` are pairs people
    decided on. The answer depends on the sets given, never on their order. Raises ValueError,
    naming the path, where `must` joins what `cannot` parts, and KeyError for an id not in `nodes`.
    """
    path = contradiction(must, cannot)
    if path is not None:
        raise ValueError(f"{' = '.join(map(str, path))}, but {path[0]} ≠ {path[-1]}: take one decision back")
    joining = Joining(nodes, cannot)
    for a, b in must:
        joining.join(a, b)
    ranked = sorted(set(edges), key=lambda edge: (-edge.score, edge.between(), edge.part))
    refused = [
        edge
        for strength in ("exact", "near")
        for edge in ranked
        if edge.strength == strength and not joining.join(edge.part, edge.whole)
    ]
    weak = _WeakTies(joining, nodes, margin)
    for strength in ("contained", "reworded"):
        weak.settle([edge for edge in ranked if edge.strength == strength])
    return Partition(joining.groups(), tuple(weak.unlinked), tuple(refused + weak.refused))


class _WeakTies:
    """Gives each group at most one weak parent; lives for one partition."""

    def __init__(self, joining: Joining, nodes: Mapping[int, int], margin: float) -> None:
        self._joining = joining
        self._nodes = nodes
        self._margin = margin
        self._settled: set[int] = set()
        self.unlinked: list[Unlinked] = []
        self.refused: list[Edge] = []

    def settle(self, edges: list[Edge]) -> None:
        """Link the parts of `edges`, the fullest first: a fragment meets its wholes already joined."""
        ties: dict[int, list[Edge]] = {}
        for edge in edges:
            ties.setdefault(self._joining.root(edge.part), []).append(edge)
        members = {root: self._joining.members(root) for root in ties}
        words = {root: max(self._nodes[node] for node in members[root]) for root in ties}
        for root in sorted(ties, key=lambda root: (-words[root], members[root])):
            if members[root][0] not in self._settled:
                self._link(members[root], ties[root])

    def _link(self, fragment: tuple[int, ...], ties: list[Edge]) -> None:
        """Join a group with the one quote that holds it; `ties` come best first."""
        best: dict[int, Edge] = {}
        for edge in ties:
            home, target = self._joining.root(fragment[0]), self._joining.root(edge.whole)
            if self._joining.forbidden(home, target):
                self.refused.append(edge)
            elif home != target:
                best.setdefault(target, edge)
        if not best:
            return
        first, *others = best.values()
        if others and first.score - others[0].score < self._margin:
            held_by = tuple(sorted(edge.whole for edge in best.values()))
            self.unlinked.append(Unlinked(fragment, held_by))
            return
        self.unlinked = [one for one in self.unlinked if one.fragment[0] not in fragment]
        self._settled.update(fragment)
        self._joining.join(first.part, first.whole)
