"""Routes: how a quote's words are known to have come, what all ways pass, and how many are independent."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from quotes.graph.origins import Copied, Provenance, Way, provenance

Route = tuple[int, ...]
"""Sources in the order the words passed them: from who heard the speaker to the outlet that prints them."""

_SPEAKER, _READER = -1, -2  # where every route starts and ends; no source has a negative id
_Steps = Mapping[int, Collection[int]]
_Door = tuple[int, bool]  # a source, and whether this is its exit
_Node = TypeVar("_Node", int, tuple[int, bool])


@dataclass(frozen=True, slots=True)
class Routes:
    """The known routes of a quote's printings, by printing, and what they have in common.

    `independent` is the largest number of routes of which no two pass one source (Menger's theorem: so many
    sources would have to be wrong for all to be). `bottlenecks` are the sources that every route passes, and
    `through` the same for each outlet with a route, itself left out; both from the speaker outwards.
    """

    routes: Mapping[int, Route]
    independent: int
    bottlenecks: tuple[int, ...]
    through: Mapping[int, tuple[int, ...]]


def routes(ways: Collection[Way]) -> Routes:
    """Lay the known routes of a quote's printings over each other.

    A printing that does not show where it has the words from, or with a hop nobody could resolve, has no
    route: what is unknown is never independent. An accepted copy has the route of what it was copied from.
    """
    of = {way.printing: way for way in ways}
    known = {way.printing: route for way in ways if (route := _route(way, of))}
    steps = _steps(known.values())
    ends = dict.fromkeys(route[-1] for route in known.values())
    return Routes(
        routes=known,
        independent=_independent(steps),
        bottlenecks=_passed_by_all(steps, _READER),
        through={end: _passed_by_all(steps, end) for end in ends},
    )


def without(ways: Collection[Way], *, printing: int, position: int) -> Provenance:
    """Return the provenance of the quote if the hop at `position` of a printing's chain were wrong.

    The chain is read without it; at 0, the speaker's place, nobody is known to have said the words.
    """
    return provenance([_less(way, position) if way.printing == printing else way for way in ways])


def _less(way: Way, position: int) -> Way:
    if position == 0:
        return replace(way, chain=(None, *way.chain[1:]))
    return replace(way, chain=(*way.chain[:position], *way.chain[position + 1 :]), copied=None)


def _route(way: Way, of: Mapping[int, Way]) -> Route | None:
    """Return the route of a printing, through all that it was copied from; None where it is not known."""
    copies: dict[int, tuple[int, int]] = {}  # the source named and the outlet, by printing, outermost first
    giver: Way | None = way
    while giver is not None and (copied := _copied(giver)) is not None:
        if giver.printing in copies:
            return None  # copied in a circle: nobody knows who had the words first
        copies[giver.printing] = (copied.source, giver.outlet)
        giver = of.get(copied.printing) if copied.printing is not None else None
    route = (_shown(giver) if giver is not None else None) or ()
    for source, outlet in reversed(copies.values()):
        upto = route.index(source) if source in route else len(route)
        route = _once((*route[:upto], source, outlet))
    return route or None


def _copied(way: Way) -> Copied | None:
    """Return what the printing was copied from, unless its own text shows another origin."""
    copied = way.copied
    if copied is None or not copied.accepted or way.origin not in (None, copied.source):
        return None
    return copied


def _shown(way: Way) -> Route | None:
    """Return the route that the printing's own text shows."""
    relayers = tuple(source for source in way.chain[1:] if source is not None)
    unresolved = len(relayers) < len(way.chain[1:])
    return None if way.origin is None or unresolved else _once((*relayers, way.outlet))


def _once(sources: Sequence[int]) -> Route:
    """Return the route without loops: a source that comes again has the words since it first came."""
    route: list[int] = []
    for source in sources:
        if source in route:
            del route[route.index(source) + 1 :]
        else:
            route.append(source)
    return tuple(route)


def _steps(known: Iterable[Route]) -> _Steps:
    """Return where the words go from each source, from the speaker to whoever reads them."""
    steps: dict[int, dict[int, None]] = defaultdict(dict)
    for route in known:
        for giver, taker in pairwise((_SPEAKER, *route, _READER)):
            steps[giver][taker] = None
    return steps


def _passed_by_all(steps: _Steps, end: int) -> tuple[int, ...]:
    """Return the sources without which `end` is out of reach, in their order: its dominators."""
    path = _path(steps, end, without=None)
    return tuple(source for source in path if source != end and not _path(steps, end, without=source))


def _path(steps: _Steps, end: int, *, without: int | None) -> Route:
    """Return the sources on a shortest way from the speaker to `end`, that included; () where none leads."""
    left = {giver: [taker for taker in takers if taker != without] for giver, takers in steps.items()}
    return tuple(_shortest(left, _SPEAKER, end)[1:])


def _independent(steps: _Steps) -> int:
    """Return the number of routes without a common source: a largest flow in which each source carries one.

    By augmenting paths (Ford and Fulkerson 1956) over sources split into an entry and an exit (Even 1975).
    """
    residual: dict[_Door, dict[_Door, None]] = defaultdict(dict)
    for giver, takers in steps.items():
        for taker in takers:
            residual[giver, True][taker, False] = None
            residual[taker, False][taker, True] = None
    flow = 0
    while path := _shortest(residual, (_SPEAKER, True), (_READER, False)):
        flow += 1
        for here, there in pairwise(path):
            del residual[here][there]
            residual[there][here] = None
    return flow


def _shortest(steps: Mapping[_Node, Iterable[_Node]], start: _Node, end: _Node) -> list[_Node]:
    """Return the nodes of a shortest path, both ends included; none where no path leads."""
    came = {start: start}
    queue = deque([start])
    while queue and end not in came:
        here = queue.popleft()
        for there in steps.get(here, ()):
            if there not in came:
                came[there] = here
                queue.append(there)
    if end not in came:
        return []
    path = [end]
    while path[-1] != start:
        path.append(came[path[-1]])
    return path[::-1]
