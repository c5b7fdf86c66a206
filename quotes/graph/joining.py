"""Disjoint sets that remember who must stay apart (Tarjan 1975, union by size, with path halving)."""

from collections.abc import Iterable, Mapping


class Joining:
    """Groups of ids that only grow; two groups with a cannot-link between them never become one."""

    def __init__(self, nodes: Mapping[int, int], cannot: Iterable[tuple[int, int]]) -> None:
        self._parent = {node: node for node in nodes}
        self._members: dict[int, list[int]] = {node: [node] for node in nodes}
        self._apart: dict[int, set[int]] = {}
        for a, b in cannot:
            if a in self._parent and b in self._parent:
                self._apart.setdefault(a, set()).add(b)
                self._apart.setdefault(b, set()).add(a)

    def root(self, node: int) -> int:
        """Return the id that stands for the group of `node`, until that group grows."""
        parent = self._parent
        while parent[node] != node:
            parent[node] = node = parent[parent[node]]
        return node

    def members(self, node: int) -> tuple[int, ...]:
        """Return the group of `node`, sorted."""
        return tuple(sorted(self._members[self.root(node)]))

    def forbidden(self, a: int, b: int) -> bool:
        """Tell whether a cannot-link stands between the groups of two ids."""
        return self.root(b) in self._apart.get(self.root(a), ())

    def join(self, a: int, b: int) -> bool:
        """Make one group of two; False, and nothing done, where a cannot-link forbids it."""
        one, other = self.root(a), self.root(b)
        if one == other:
            return True
        if other in self._apart.get(one, ()):
            return False
        if (len(self._members[one]), -one) < (len(self._members[other]), -other):
            one, other = other, one
        self._parent[other] = one
        self._members[one].extend(self._members.pop(other))
        for enemy in self._apart.pop(other, set()):
            self._apart[enemy].discard(other)
            self._apart[enemy].add(one)
            self._apart.setdefault(one, set()).add(enemy)
        return True

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Return all groups, each sorted, in order of their least id."""
        return tuple(sorted(tuple(sorted(members)) for members in self._members.values()))
