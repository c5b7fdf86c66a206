"""Addresses: what items are called in URLs, and their rows."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from quotes.models.desk import Kind
from quotes.services.errors import Refused
from quotes.services.reviewing.kinds import KINDS

_ADDRESS = re.compile(r"([a-z]+)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.([0-9]{1,4}))?")


@dataclass(frozen=True, slots=True)
class Address:
    """The kind of an item and the public id of its row; a hop is the one at `position` of an appearance."""

    kind: str
    public_id: UUID
    position: int | None = None

    def __str__(self) -> str:
        return f"{self.kind}-{self.key}"

    @property
    def key(self) -> str:
        """What names the item among those of its kind."""
        return str(self.public_id) if self.position is None else f"{self.public_id}.{self.position}"


def parse(address: str) -> Address:
    """Return what an address names; raise Refused ("gone") where it is none."""
    found = _ADDRESS.fullmatch(address)
    if found is None or found[1] not in KINDS or (found[1] == Kind.HOP) is (found[3] is None):
        raise Refused(f"“{address}” is no item of the review desk; open the queue again.", code="gone")
    return Address(found[1], UUID(found[2]), int(found[3]) if found[3] else None)


def skipping(addresses: Collection[str]) -> Mapping[str, Any]:
    """Return the parameters that name the items passed over, by kind."""
    parsed = [parse(address) for address in addresses]
    given: dict[str, Any] = {
        f"skip_{kind}": [str(one.public_id) for one in parsed if one.kind == kind] for kind in KINDS
    }
    return {**given, "skip_position": [one.position for one in parsed if one.kind == Kind.HOP]}
