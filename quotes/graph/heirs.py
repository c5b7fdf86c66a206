"""Heirs: which quote keeps its id when appearances are told apart anew."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inheritance:
    """The quote each part keeps (None: it needs a new one), and which quote goes on as which."""

    kept: tuple[int | None, ...]
    merged: Mapping[int, int]


def inherit(
    parts: Sequence[frozenset[int]], quote_of: Mapping[int, int], canonical: Mapping[int, int]
) -> Inheritance:
    """Settle which quote's id each part of the appearances keeps.

    `quote_of` is the quote an appearance has been in so far, `canonical` the appearance that carries a
    quote's canonical wording. A quote goes where its canonical wording goes, else where most of its
    appearances go; of several in one part the oldest (smallest id) stays and the others are merged into it.
    """
    part_of = {appearance: part for part, members in enumerate(parts) for appearance in members}
    members: dict[int, list[int]] = defaultdict(list)
    for appearance, quote in sorted(quote_of.items()):
        if appearance in part_of:
            members[quote].append(appearance)
    claims: dict[int, list[int]] = defaultdict(list)
    for quote, appearances in sorted(members.items()):
        claims[_part(appearances, part_of, canonical.get(quote))].append(quote)
    kept = tuple(claims[part][0] if part in claims else None for part in range(len(parts)))
    merged = {quote: quotes[0] for quotes in claims.values() for quote in quotes[1:]}
    return Inheritance(kept, merged)


def _part(appearances: list[int], part_of: Mapping[int, int], canonical: int | None) -> int:
    if canonical is not None and canonical in part_of:
        return part_of[canonical]
    counted = Counter(part_of[appearance] for appearance in appearances)
    return max(counted, key=lambda part: (counted[part], -part))
