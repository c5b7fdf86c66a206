"""Provenance of a quote: through whom its printings had the words, and how many had them on their own."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Way:
    """The way the words came to one printing.

    `chain` is the sources from the speaker outwards, None where a hop is unresolved, empty where nobody
    is named; `outlet` closes it. `heard`: the text shows that the outlet's own reporter heard the words.
    `published` is ISO 8601, None where unknown.
    """

    printing: int
    outlet: int
    chain: tuple[int | None, ...]
    heard: bool = False
    published: str | None = None

    @property
    def origin(self) -> int | None:
        """Return the first source after the speaker; with no relayer the outlet, if it heard the words."""
        relayers = self.chain[1:]
        if relayers:
            return relayers[0]
        own_words = bool(self.chain) and self.chain[0] == self.outlet
        return self.outlet if self.heard or own_words else None


@dataclass(frozen=True, slots=True)
class Origin:
    """A source that had the words at first hand, and the outlets that have them from there."""

    source: int
    outlets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """One step the words took, and in how many printings."""

    giver: int
    taker: int
    printings: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """Outlets and origins in the order they came out with the words.

    `unknown` are the outlets none of whose printings shows an origin; they count as no origin.
    `first` is the earliest printing, None where there is none.
    """

    outlets: tuple[int, ...]
    origins: tuple[Origin, ...]
    unknown: tuple[int, ...]
    first: int | None
    edges: tuple[Edge, ...]


def provenance(ways: Collection[Way]) -> Provenance:
    """Trace a quote's words back, printing by printing."""
    in_time = sorted(ways, key=lambda way: (way.published is None, way.published or "", way.printing))
    outlets = tuple(dict.fromkeys(way.outlet for way in in_time))
    taken: dict[int, dict[int, None]] = defaultdict(dict)
    for way in in_time:
        if way.origin is not None:
            taken[way.origin][way.outlet] = None
    known = {outlet for had in taken.values() for outlet in had}
    return Provenance(
        outlets=outlets,
        origins=tuple(Origin(source, tuple(had)) for source, had in taken.items()),
        unknown=tuple(outlet for outlet in outlets if outlet not in known),
        first=in_time[0].printing if in_time else None,
        edges=_edges(in_time),
    )


def _edges(ways: Collection[Way]) -> tuple[Edge, ...]:
    steps = Counter(
        (giver, taker)
        for way in ways
        for giver, taker in pairwise((*way.chain, way.outlet))
        if giver is not None and taker is not None and giver != taker
    )
    return tuple(Edge(giver, taker, printings) for (giver, taker), printings in steps.items())
