"""Confidence: the reader's own weights turned into shares of cases that proved right.

A rule's weight says which of two readings is the surer one, not how often either is right. Isotonic
regression over annotated articles (Zadrozny and Elkan 2002) maps weights to that share, for each kind
of evidence by itself. The knots are in `confidence.json`, fitted by `python -m tests.quality.calibrate`.
"""

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from quotes.text.reading.types import Appearance, Hop, Kind, Reading

Knots = Sequence[tuple[float, float]]  # weight, share right; in order of both
_BEYOND = 2.0  # more than any share
_SHORT = 24  # code points; up to three words, hard to tell from a scare quote


def weighed(reading: Reading) -> Reading:
    """Return `reading` with confidences that mean something.

    An appearance's: how often words read with such evidence are a quote of that speaker. A hop's: how often
    such a hop is right, the first one's given that the words are a quote. Reported speech has its own.
    """
    return Reading(reading.page, tuple(map(_weighed, reading.appearances)), reading.left_out)


def group_of(appearance: Appearance) -> str:
    """Return the kind of evidence an appearance counts under: basis, kind, whether it is short."""
    short = " short" if sum(map(len, appearance.segments)) < _SHORT else ""
    return f"{appearance.chain[0].basis} {appearance.kind}{short}"


def share(knots: Knots, weight: float) -> float:
    """Return the share right at `weight`, straight between two knots, level beyond the last."""
    after = bisect_right(knots, (weight, _BEYOND))
    if after == 0:
        return knots[0][1]
    if after == len(knots):
        return knots[-1][1]
    (low, below), (high, above) = knots[after - 1], knots[after]
    return round(below + (above - below) * (weight - low) / (high - low), 3)


def _weighed(appearance: Appearance) -> Appearance:
    if appearance.kind is Kind.INDIRECT:
        return appearance
    fitted = _fitted()
    group = group_of(appearance)
    spoken, *relays = appearance.chain
    first = _sure(spoken, _of(fitted["speakers"], group, appearance.confidence))
    hops = (_sure(hop, _of(fitted["hops"], str(hop.basis), hop.confidence)) for hop in relays)
    chain = (first, *hops)
    worth = _of(fitted["appearances"], group, appearance.confidence)
    one = appearance
    return Appearance(one.span, one.segments, one.kind, chain, one.cue, one.setting, worth)


def _sure(hop: Hop, confidence: float) -> Hop:
    return Hop(hop.source, hop.kind, hop.basis, hop.evidence, hop.candidates, confidence)


def _of(fitted: Mapping[str, Knots], group: str, weight: float) -> float:
    knots = fitted.get(group) or fitted.get(group.removesuffix(" short"))
    return share(knots, weight) if knots else weight


@cache
def _fitted() -> Mapping[str, Mapping[str, Knots]]:
    path = Path(__file__).with_name("confidence.json")
    data = json.loads(path.read_text(encoding="utf-8"))
    return {
        part: {group: [(at, right) for at, right in knots] for group, knots in data[part].items()}
        for part in ("appearances", "speakers", "hops")
    }
