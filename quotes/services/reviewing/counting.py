"""Counting: how much waits for editors, as far as one wants to count, and since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from quotes.services.reviewing.addresses import skipping
from quotes.services.reviewing.filters import Filters
from quotes.services.reviewing.kinds import KINDS, WAITS


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many items of a kind wait, `more` where there are more than counted, and since when the oldest."""

    kind: str
    count: int
    more: bool
    oldest: datetime | None

    @property
    def shown(self) -> str:
        """The count as one shows it: "34", or "10,000+"."""
        return f"{self.count:,}{'+' if self.more else ''}"


def waiting(filters: Filters | None = None) -> list[Waiting]:
    """Return what waits, by kind, in one query.

    No kind is counted beyond 10,000, hops and matches not beyond 1,000, conflicts not beyond 100 of the most
    widely printed quotes without one speaker. The oldest is the one with the smallest id; of conflicts, and
    where there are filters, of those counted.
    """
    filters = filters or Filters()
    kinds = [kind for kind in KINDS if not filters.kinds or kind in filters.kinds]
    statement = " UNION ALL ".join(f"({_counted(kind, filters)})" for kind in kinds)
    given = {**filters.given(), **skipping(())}
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return [_waiting(row) for row in cursor.fetchall()]


def made_at(public_id: UUID) -> datetime:
    """Return when a row was made, as its public id tells (RFC 9562)."""
    return datetime.fromtimestamp((public_id.int >> 80) / 1000, UTC)


def _waiting(row: Sequence[Any]) -> Waiting:
    kind, count, oldest = row
    most = WAITS[kind].counted
    return Waiting(kind, min(count, most), count > most, made_at(oldest) if oldest else None)


def _counted(kind: str, filters: Filters) -> str:
    waits = WAITS[kind]
    found = f"SELECT {waits.id} AS id, {waits.public_id} AS public_id FROM {waits.looked_through}"  # noqa: S608
    found += f" WHERE {waits.condition(filters)}"
    oldest = f"SELECT public_id FROM ({found} ORDER BY 1 LIMIT 1) oldest"  # noqa: S608
    if filters.narrow or waits.scanned:
        oldest = "SELECT public_id FROM found ORDER BY id LIMIT 1"
    return f"""
        WITH found AS MATERIALIZED ({found} LIMIT {waits.counted + 1})
        SELECT '{kind}', (SELECT count(*) FROM found), ({oldest})
    """  # noqa: S608 - our own words
