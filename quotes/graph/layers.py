"""Layers: who passed words on to whom, laid out from the top down, for drawing."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """Words passed from one name to another; `suggested` where nobody has shown it yet."""

    giver: str
    taker: str
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands: `row` from the top, `column` from the left, of `across` in that row."""

    row: int
    column: int
    across: int


def laid(
    names: Iterable[str], steps: Collection[Step], *, bottom: Collection[str], widest: int
) -> dict[str, Place]:
    """Return the place of each name: givers above takers, those of `bottom` that pass nothing on lowest.

    No row has more than `widest` names; what is more goes on in the next row. Names in a row stand in the
    order of those they have the words from (one pass of the barycentre method of Sugiyama, Tagawa and Toda
    1981). Of a circle of givers the one that was named first stands above.
    """
    order = list(dict.fromkeys([*names, *(end for step in steps for end in (step.giver, step.taker))]))
    depth = _depths(order, steps)
    passing = {step.giver for step in steps if step.giver != step.taker}
    lowest = max(depth.values(), default=0)
    rows: dict[int, list[str]] = defaultdict(list)
    for name in order:
        rows[lowest if name in bottom and name not in passing else depth[name]].append(name)
    return _places([rows[number] for number in sorted(rows)], steps, widest)


def _depths(order: Sequence[str], steps: Collection[Step]) -> dict[str, int]:
    """Return the longest way down to each name; a step that closes a circle is left out."""
    takers: dict[str, dict[str, None]] = defaultdict(dict)
    for step in steps:
        takers[step.giver][step.taker] = None
    downwards = _downwards(order, takers)
    at = {name: place for place, name in enumerate(downwards)}
    depth = dict.fromkeys(order, 0)
    for giver in downwards:
        for taker in takers.get(giver, ()):
            if at[taker] > at[giver]:
                depth[taker] = max(depth[taker], depth[giver] + 1)
    return depth


def _downwards(order: Sequence[str], takers: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the names so that givers come before takers, wherever they are in no circle."""
    done: dict[str, None] = {}
    seen: set[str] = set()
    for start in order:
        waiting = [(start, iter(takers.get(start, ())))] if start not in seen else []
        seen.add(start)
        while waiting:
            name, following = waiting[-1]
            below = next((one for one in following if one not in seen), None)
            if below is None:
                done[name] = None
                waiting.pop()
            else:
                seen.add(below)
                waiting.append((below, iter(takers.get(below, ()))))
    return list(reversed(done))


def _places(rows: Sequence[Sequence[str]], steps: Collection[Step], widest: int) -> dict[str, Place]:
    givers: dict[str, list[str]] = defaultdict(list)
    for step in steps:
        givers[step.taker].append(step.giver)
    places: dict[str, Place] = {}
    across: dict[str, float] = {}
    number = 0
    for row in rows:
        placed = sorted(row, key=lambda name: _mean(across, givers[name]))
        for first in range(0, len(placed), widest):
            part = placed[first : first + widest]
            for column, name in enumerate(part):
                places[name] = Place(number, column, len(part))
                across[name] = (column + 0.5) / len(part)
            number += 1
    return places


def _mean(across: Mapping[str, float], givers: Sequence[str]) -> float:
    known = [across[name] for name in givers if name in across]
    return sum(known) / len(known) if known else 0.5
