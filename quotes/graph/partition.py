"""Partition of printings into quotes: ids in, groups out, under what people have decided.

Strong ties join freely; a weak tie (a fragment and the statement that holds it, a rewording) may
give a printing one parent only, and none where several unlike quotes would do. Plain union of all
ties joins strangers through short fragments as soon as there are enough printings.

A rendering shares meaning, not words, and is told least surely. So such ties come after those of words,
the likeliest first, and none may bring two passages of one article together that no words tie: three
sentences of one statement, printed side by side in several papers, are three quotes.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from quotes.graph.joining import Joining
from quotes.graph.passages import Passages
from quotes.graph.paths import contradiction

Strength = Literal["exact", "near", "contained", "retold", "reworded"]
Pair = tuple[int, int]

MARGIN = 0.15
"""A fragment that several unlike quotes hold goes to the best only if it scores this much better."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie the machine suggests between two printings; `score` 0 to 1.

    `retold` is a likely rendering of one foreign statement, `reworded` any less likely one. `part` is the
    fragment and `whole` the fuller printing; where neither is, their order is free.
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
    cannot-link forbade, or passages of one article.
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
    article_of: Mapping[int, int] = MappingProxyType({}),
) -> Partition:
    """Group printings into quotes.

    `nodes` gives each printing's id with its number of words. `must` and `cannot` are pairs people
    decided on. `article_of` tells which printings stand in one article. The answer depends on the sets
    given, never on their order. Raises ValueError, naming the path, where `must` joins what `cannot`
    parts, and KeyError for an id not in `nodes`.
    """
    path = contradiction(must, cannot)
    if path is not None:
        raise ValueError(f"{' = '.join(map(str, path))}, but {path[0]} ≠ {path[-1]}: take one decision back")
    joining = Joining(nodes, cannot)
    for a, b in must:
        joining.join(a, b)
    ranked = sorted(set(edges), key=lambda edge: (-edge.score, edge.between(), edge.part))
    tied = {
        strength: [edge for edge in ranked if edge.strength == strength] for strength in get_args(Strength)
    }
    refused = [edge for edge in tied["exact"] + tied["near"] if not joining.join(edge.part, edge.whole)]
    weak = _WeakTies(joining, nodes, margin)
    weak.settle(tied["contained"])
    weak.passages = Passages(article_of, joining)
    refused += [edge for edge in tied["retold"] if not _retell(edge, joining, weak.passages)]
    if tied["retold"]:
        weak.settle_again(tied["contained"])
    weak.settle(tied["reworded"])
    return Partition(joining.groups(), tuple(weak.unlinked), tuple(dict.fromkeys(refused + weak.refused)))


def _retell(edge: Edge, joining: Joining, passages: Passages) -> bool:
    """Join the groups of two renderings; False where that is forbidden or would join unlike passages."""
    if joining.root(edge.part) == joining.root(edge.whole):
        return True
    if passages.clash(joining.members(edge.part), joining.members(edge.whole)):
        return False
    return joining.join(edge.part, edge.whole)


class _WeakTies:
    """Gives each group at most one weak parent; lives for one partition."""

    def __init__(self, joining: Joining, nodes: Mapping[int, int], margin: float) -> None:
        self._joining = joining
        self._nodes = nodes
        self._margin = margin
        self._settled: set[int] = set()
        self.passages = Passages({}, joining)
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

    def settle_again(self, edges: list[Edge]) -> None:
        """Link the fragments left alone so far whose wholes have become one quote since."""
        left = {node for one in self.unlinked for node in one.fragment}
        self.unlinked = []
        self.settle([edge for edge in edges if edge.part in left])

    def _link(self, fragment: tuple[int, ...], ties: list[Edge]) -> None:
        """Join a group with the one quote that holds it; `ties` come best first."""
        home = self._joining.root(fragment[0])
        held: dict[int, list[Edge]] = {}
        for edge in ties:
            held.setdefault(self._joining.root(edge.whole), []).append(edge)
        held.pop(home, None)
        refused = [target for target in held if self._forbidden(home, target, held[target])]
        self.refused += [edge for target in refused for edge in held.pop(target)]
        if not held:
            return
        first, *others = (edges[0] for edges in held.values())
        if others and first.score - others[0].score < self._margin:
            self.unlinked.append(Unlinked(fragment, tuple(sorted(edges[0].whole for edges in held.values()))))
            return
        self.unlinked = [one for one in self.unlinked if one.fragment[0] not in fragment]
        self._settled.update(fragment)
        self._joining.join(first.part, first.whole)

    def _forbidden(self, home: int, target: int, ties: list[Edge]) -> bool:
        """Tell whether people, or passages of one article, keep a group from the quote that holds it."""
        by_words = [edge for edge in ties if edge.strength == "contained"]
        fragment, quote = self._joining.members(home), self._joining.members(target)
        return self._joining.forbidden(home, target) or self.passages.clash(fragment, quote, by_words)
