"""Chains of decisions that contradict one another."""

from collections import deque
from collections.abc import Iterable, Mapping


def contradiction(
    must: Iterable[tuple[int, int]], cannot: Iterable[tuple[int, int]]
) -> tuple[int, ...] | None:
    """Return the shortest chain of `must` pairs that joins the ends of a `cannot` pair.

    Of several such pairs the least is answered for; None where the decisions agree. A pair of an
    id with itself that cannot be is the chain of that one id.
    """
    beside: dict[int, list[int]] = {}
    for a, b in sorted({(min(pair), max(pair)) for pair in must}):
        beside.setdefault(a, []).append(b)
        beside.setdefault(b, []).append(a)
    for a, b in sorted({(min(pair), max(pair)) for pair in cannot}):
        path = chain(beside, a, b)
        if path is not None:
            return path
    return None


def chain(beside: Mapping[int, Iterable[int]], start: int, end: int) -> tuple[int, ...] | None:
    """Return the shortest path from `start` to `end` over neighbours; None where there is none."""
    came: dict[int, int] = {start: start}
    waiting = deque([start])
    while waiting:
        at = waiting.popleft()
        if at == end:
            return _traced(came, start, end)
        for following in beside.get(at, ()):
            if following not in came:
                came[following] = at
                waiting.append(following)
    return None


def _traced(came: Mapping[int, int], start: int, end: int) -> tuple[int, ...]:
    path = [end]
    while path[-1] != start:
        path.append(came[path[-1]])
    return tuple(reversed(path))
