"""Hops: an editor puts a chain right, and it is the editor's from then on: no later reading changes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from quotes.models import Act, Appearance, Hop, Source
from quotes.services.editing import words_at
from quotes.services.errors import Refused
from quotes.services.phrasing import said_by, said_when
from quotes.services.restoring.chains import changing_chain

Span = tuple[int, int]


@dataclass(frozen=True)
class Link:
    """Who passed the words on, and the span of the article's words that prove it, if any do."""

    source: Source
    evidence: Span | None = None


def add(
    *, by: AbstractBaseUser, appearance: Appearance, position: int, link: Link, reason: str = ""
) -> Appearance:
    """Put a hop into the chain at `position`, moving those from there on outwards; return the appearance."""
    with changing_chain(by=by, kind=Act.Kind.ADD_HOP, appearance=appearance, reason=reason) as now:
        hops = _chain(now)
        _check_position(position, len(hops) + 1)
        _renumber([*hops[:position], None, *hops[position:]])
        made = {**_columns(now, link), **_decided(by, reason)}
        Hop.objects.create(appearance=now, position=position, **made)
        _settle(by, now, reason)
    return now


def correct(
    *, by: AbstractBaseUser, appearance: Appearance, position: int, link: Link, reason: str = ""
) -> Appearance:
    """Say who the hop at `position` is; it keeps the words it rested on unless others are given."""
    with changing_chain(by=by, kind=Act.Kind.CORRECT_HOP, appearance=appearance, reason=reason) as now:
        hop = _hop(now, position)
        columns = _columns(now, link)
        if link.evidence is None:
            columns = {name: columns[name] for name in columns.keys() - {"start", "end", "evidence"}}
        Hop.objects.filter(pk=hop.pk).update(**columns, **_decided(by, reason))
        _settle(by, now, reason)
    return now


def resolve(
    *, by: AbstractBaseUser, appearance: Appearance, position: int, source: Source, reason: str = ""
) -> Appearance:
    """Say which source an unresolved hop names; its words and their basis stay. Return the appearance.

    Raises Refused ("conflict") where the hop is resolved: `correct` it instead.
    """
    with changing_chain(by=by, kind=Act.Kind.RESOLVE_HOP, appearance=appearance, reason=reason) as now:
        hop = _hop(now, position)
        named = {"source": source.survivor(), "candidates": [], "confidence": 1.0}
        if not Hop.objects.filter(pk=hop.pk, source=None).update(**named, **_decided(by, reason)):
            raise Refused(
                f"The hop is “{hop.source}” already, by {said_by(hop)}{said_when(hop)}; correct it instead.",
                code="conflict",
            )
        _settle(by, now, reason)
    return now


def drop(*, by: AbstractBaseUser, appearance: Appearance, position: int, reason: str = "") -> Appearance:
    """Take a hop out of the chain, moving those after it inwards; return the appearance.

    Raises Refused ("speaker") for position 0: a chain has a speaker.
    """
    with changing_chain(by=by, kind=Act.Kind.DROP_HOP, appearance=appearance, reason=reason) as now:
        hop = _hop(now, position)
        if position == 0:
            raise Refused("The chain starts with its speaker; correct that hop instead.", code="speaker")
        hop.delete()
        _renumber(_chain(now))
        _settle(by, now, reason)
    return now


def reorder(
    *, by: AbstractBaseUser, appearance: Appearance, order: Sequence[int], reason: str = ""
) -> Appearance:
    """Put the chain into another order: `order` names the present positions. Return the appearance."""
    with changing_chain(by=by, kind=Act.Kind.REORDER_HOPS, appearance=appearance, reason=reason) as now:
        hops = _chain(now)
        if sorted(order) != list(range(len(hops))):
            raise Refused(
                f"The order names each of the chain's positions 0 to {len(hops) - 1} once.",
                code="bad_order",
                field="order",
            )
        _renumber([hops[position] for position in order])
        _settle(by, now, reason)
    return now


def _chain(appearance: Appearance) -> list[Hop]:
    return list(appearance.hops.select_related("source", "decided_by").order_by("position"))


def _hop(appearance: Appearance, position: int) -> Hop:
    hops = _chain(appearance)
    if not 0 <= position < len(hops):
        raise Refused(
            f"The chain has no hop {position}: it has {len(hops)}, counted from 0. Reload, then correct it.",
            code="gone",
        )
    return hops[position]


def _check_position(position: int, places: int) -> None:
    if not 0 <= position < places:
        raise Refused(
            f"A hop can stand at 0 to {places - 1} here, not at {position}.",
            code="bad_position",
            field="position",
        )


def _columns(appearance: Appearance, link: Link) -> dict[str, Any]:
    source = link.source.survivor()
    start, end = link.evidence or (None, None)
    words = words_at(appearance.revision, *link.evidence, field="evidence") if link.evidence else ""
    return {
        "source": source,
        "name": source.name,
        "basis": Hop.Basis.EDITOR,
        "start": start,
        "end": end,
        "evidence": words,
        "candidates": [],
        "confidence": 1.0,
    }


def _decided(by: AbstractBaseUser, reason: str) -> dict[str, Any]:
    return {"decided_by": by, "decided_at": timezone.now(), "reason": reason}


def _renumber(hops: Sequence[Hop | None]) -> None:
    """Give the hops their positions in this order; the constraint looks at the end of the transaction."""
    for position, hop in enumerate(hops):
        if hop is not None and hop.position != position:
            Hop.objects.filter(pk=hop.pk).update(position=position)


def _settle(by: AbstractBaseUser, appearance: Appearance, reason: str) -> None:
    """Make the whole chain the editor's, so that a re-reading does not bring a dropped hop back."""
    Hop.objects.filter(appearance=appearance, decided_by__isnull=True).update(**_decided(by, reason))
