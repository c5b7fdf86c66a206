"""Provenance of a quote: through whom its printings had the words, and how many had them on their own."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Copied:
    """Whom a printing's article was copied from: the source its chain should name.

    `printing` is the giver's own printing of the quote, None where it has none. `accepted`: a person says so;
    else it is suggested.
    """

    source: int
    printing: int | None = None
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """The way the words came to one printing.

    `chain` is the sources from the speaker outwards, None where a hop is unresolved, empty where nobody
    is named; `outlet` closes it. `heard`: the text shows that the outlet's own reporter heard the words.
    `published` is ISO 8601, None where unknown. `confirmed`: a person says that the chain is right, and
    `denied` are the sources of which a person says that the outlet does not have the words from there.
    """

    printing: int
    outlet: int
    chain: tuple[int | None, ...]
    heard: bool = False
    published: str | None = None
    copied: Copied | None = None
    confirmed: bool = False
    denied: frozenset[int] = frozenset()

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
class Dropped:
    """A printing that names nobody, of words that everybody else has from one source."""

    printing: int
    source: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """Outlets and origins in the order they came out with the words.

    `unknown` are the outlets none of whose printings shows an origin; they count as no origin.
    `first` is the earliest printing, None where there is none. `dropped` are printings that seem to leave
    out whom they have the words from. `suggested_origins` and `suggested_unknown` are what origins and
    unknown would be with every suggested copy accepted and everything dropped put back.
    """

    outlets: tuple[int, ...]
    origins: tuple[Origin, ...]
    unknown: tuple[int, ...]
    first: int | None
    edges: tuple[Edge, ...]
    suggested_origins: tuple[Origin, ...] = ()
    suggested_unknown: tuple[int, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def provenance(ways: Collection[Way]) -> Provenance:
    """Trace a quote's words back, printing by printing."""
    in_time = sorted(ways, key=lambda way: (way.published is None, way.published or "", way.printing))
    outlets = tuple(dict.fromkeys(way.outlet for way in in_time))
    shown = _origins(in_time)
    dropped = _dropped(in_time, shown)
    suggested = _origins(in_time, suggested=True, dropped={one.printing: one.source for one in dropped})
    return Provenance(
        outlets=outlets,
        origins=shown,
        unknown=_unknown(outlets, shown),
        first=in_time[0].printing if in_time else None,
        edges=_edges(in_time),
        suggested_origins=suggested,
        suggested_unknown=_unknown(outlets, suggested),
        dropped=dropped,
    )


def _dropped(in_time: Sequence[Way], origins: Sequence[Origin]) -> tuple[Dropped, ...]:
    """Return the printings that name nobody, where all that show an origin show the same one.

    None that a person decided on otherwise. Only where an outlet names that origin as having passed the
    words on: who merely heard them, as others may have, is no reason to suspect anybody.
    """
    if len(origins) != 1:
        return ()
    (only,) = origins
    if not any(only.source in way.chain[1:] and way.outlet != only.source for way in in_time):
        return ()
    had = {only.source, *only.outlets}
    silent = (way for way in in_time if way.outlet not in had and not way.chain[1:] and not way.confirmed)
    return tuple(Dropped(way.printing, only.source) for way in silent if only.source not in way.denied)


def _origins(
    in_time: Sequence[Way], *, suggested: bool = False, dropped: Mapping[int, int] | None = None
) -> tuple[Origin, ...]:
    """Return the origins and their outlets; if asked, those of suggested copies and `dropped` ones too."""
    of = {way.printing: way for way in in_time}
    taken: dict[int, dict[int, None]] = defaultdict(dict)
    for way in in_time:
        origin = _traced(way, of, suggested)
        origin = (dropped or {}).get(way.printing) if origin is None else origin
        if origin is not None:
            taken[origin][way.outlet] = None
    return tuple(Origin(source, tuple(had)) for source, had in taken.items())


def _traced(way: Way, of: Mapping[int, Way], suggested: bool) -> int | None:
    """Return a printing's origin; that of a copy is the origin of what it was copied from.

    A copy whose own text shows another origin than the one it was copied from keeps that. Of printings
    copied in a circle nobody knows who had the words first.
    """
    seen: set[int] = set()
    fallback: int | None = None
    while True:
        seen.add(way.printing)
        copied = way.copied if way.copied and (way.copied.accepted or suggested) else None
        own = way.origin
        if copied is None or own not in (None, copied.source):
            return own if own is not None else fallback
        fallback = copied.source
        giver = of.get(copied.printing) if copied.printing is not None else None
        if giver is None:
            return fallback
        if giver.printing in seen:
            return None
        way = giver


def _unknown(outlets: Sequence[int], origins: Sequence[Origin]) -> tuple[int, ...]:
    known = {outlet for origin in origins for outlet in origin.outlets}
    return tuple(outlet for outlet in outlets if outlet not in known)


def _edges(ways: Collection[Way]) -> tuple[Edge, ...]:
    steps = Counter(
        (giver, taker)
        for way in ways
        for giver, taker in pairwise((*way.chain, way.outlet))
        if giver is not None and taker is not None and giver != taker
    )
    return tuple(Edge(giver, taker, printings) for (giver, taker), printings in steps.items())
