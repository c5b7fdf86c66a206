"""Items: one decision's row with what a screen shows of it, and what tells whether it changed since."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import xxhash
from django.db.models import Prefetch, QuerySet

from quotes.models import Appearance, Copy, Hop, Match, Quote
from quotes.models.appearance import AppearanceQuerySet
from quotes.models.desk import Kind
from quotes.services.errors import Refused
from quotes.services.reviewing.addresses import Address, parse
from quotes.services.reviewing.choosing import Chosen

Row = Appearance | Hop | Match | Quote | Copy


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide: an appearance, an unresolved hop, a match, a quote with a conflict, or a copy.

    The row comes with all that a screen shows of it. `version` changes with whatever a decision rests on.
    """

    kind: str
    row: Row
    uncertainty: float = 0.0
    reach: int = 1

    @property
    def key(self) -> str:
        """What names it among those of its kind."""
        return self._named.key

    @property
    def address(self) -> str:
        """What names it: safe in URLs, and for ever as long as its row."""
        return str(self._named)

    @property
    def version(self) -> str:
        """A digest of what the decision rests on."""
        return xxhash.xxh3_64_hexdigest(json.dumps(_seen(self.row), default=str).encode())

    @property
    def _named(self) -> Address:
        if isinstance(self.row, Hop):
            return Address(self.kind, self.row.appearance.public_id, self.row.position)
        return Address(self.kind, self.row.public_id)


def item(address: str) -> Item:
    """Return the item at an address, waiting or decided; raise Refused ("gone") where there is none."""
    found = items([address])
    if not found:
        raise Refused(
            "This is gone: its article was read again, or the chain is shorter by now.", code="gone"
        )
    return found[0]


def items(addresses: Iterable[str]) -> list[Item]:
    """Return those of the items that are there, in a fixed number of queries a kind."""
    named = {str(one): one for one in map(parse, addresses)}
    found: dict[str, Item] = {}
    for kind in {one.kind for one in named.values()}:
        public_ids = [one.public_id for one in named.values() if one.kind == kind]
        through = "appearance__public_id__in" if kind == Kind.HOP else "public_id__in"
        rows = list(_rows(kind).filter(**{through: public_ids}))
        if kind == Kind.MATCH:
            _with_sides(rows)
        for row in rows:
            one = Item(kind, row)
            found[one.address] = one
    return [found[address] for address in named if address in found]


def loaded(chosen: Sequence[Chosen]) -> list[Item]:
    """Return the items of chosen rows, in their order, in a fixed number of queries a kind."""
    kinds = {one.kind for one in chosen}
    rows = {kind: _rows(kind).in_bulk([one.row for one in chosen if one.kind == kind]) for kind in kinds}
    _with_sides(rows.get(Kind.MATCH, {}).values())
    return [
        Item(one.kind, rows[one.kind][one.row], one.uncertainty, one.reach)
        for one in chosen
        if one.row in rows[one.kind]
    ]


def _rows(kind: str) -> QuerySet[Any]:
    """Return the rows of a kind with what a screen shows."""
    printed = _printed()
    if kind == Kind.APPEARANCE:
        return printed
    if kind == Kind.HOP:
        return Hop.objects.select_related("decided_by").prefetch_related(
            Prefetch("appearance", queryset=printed)
        )
    if kind == Kind.MATCH:
        return Match.objects.select_related("decided_by")  # their sides are fetched together, see _with_sides
    if kind == Kind.CONFLICT:
        standing = printed.standing().order_by("article__published_at", "pk")
        return Quote.objects.prefetch_related(Prefetch("appearances", queryset=standing))
    return Copy.objects.select_related("a__outlet", "b__outlet", "source", "decided_by")


def _printed() -> AppearanceQuerySet:
    columns = ("decided_by", "article__outlet", "quote", "revision__article")
    return Appearance.objects.with_chain().select_related(*columns)


def _with_sides(matches: Collection[Match]) -> None:
    """Fetch both printings of each match, all in one go."""
    if not matches:
        return
    sides = _printed().in_bulk({pk for match in matches for pk in (match.a_id, match.b_id)})
    for match in matches:
        match.a, match.b = sides[match.a_id], sides[match.b_id]


def _seen(row: Row) -> object:
    """Return what a decision on the row rests on."""
    if isinstance(row, Hop):
        return _printing(row.appearance)
    if isinstance(row, Appearance):
        return _printing(row)
    if isinstance(row, Match):
        return [row.pk, row.superseded_at, *(_words(side) for side in (row.a, row.b))]
    if isinstance(row, Quote):
        return [row.merged_into_id, [_printing(printed) for printed in row.appearances.all()]]
    return [row.pk, row.superseded_at]


def _words(row: Appearance) -> object:
    return [row.pk, row.revision_id, row.segments, row.kind, row.state]


def _printing(row: Appearance) -> object:
    return [*_words(row), row.setting, row.decided_at, [_link(hop) for hop in row.hops.all()]]  # type: ignore[misc]


def _link(hop: Hop) -> object:
    return [hop.pk, hop.position, hop.source_id, hop.name, hop.basis, hop.start, hop.decided_at]


def keys(items: Iterable[Item]) -> list[tuple[str, int]]:
    """Return what leases know the items by."""
    return [(one.kind, one.row.pk) for one in items]
