"""Changes: the feed a mirror follows; every change once, none missed, however writers overlap."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from quotes.models import Change
from quotes.services.errors import Refused
from quotes.services.statements import run

_POSITION = re.compile(r"([0-9]{1,18})(?:\.([a-z]{1,10})\.([0-9a-f-]{36}))?")
_FIRST = UUID(int=0)
# What transactions wrote of which all older ones are over: nothing can come before it any more.
_SETTLED = "xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
_FEED = f"""
    SELECT xid, kind, "row", action, "into", at FROM quotes_change
    WHERE (xid, kind, "row") > (%s::bigint, %s::text, %s::uuid) AND {_SETTLED} AND kind = ANY(%s::text[])
    ORDER BY xid, kind, "row" LIMIT %s
"""  # noqa: S608 - our own statement
_NOW = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in the feed: behind this row of this transaction."""

    xid: int
    kind: str = ""
    row: UUID = _FIRST

    def __str__(self) -> str:
        return f"{self.xid}.{self.kind}.{self.row}" if self.kind else str(self.xid)


@dataclass(frozen=True, slots=True)
class Changed:
    """One change as the feed tells it."""

    xid: int
    kind: str
    row: UUID
    action: str
    into: UUID | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """A page of changes, where to go on, and whether there is more to read now."""

    changes: tuple[Changed, ...]
    position: Position
    more: bool


def now() -> Position:
    """Return the place behind everything that is settled: what commits from now on comes after it.

    Some of what is committed already may come after it as well, where an older transaction is still open.
    """
    [(xid,)] = run(_NOW, [])
    return Position(xid)


def position(text: str) -> Position:
    """Read a place as the feed gave it. Raises Refused with code "bad_position" for what is none."""
    found = _POSITION.fullmatch(text)
    try:
        if found:
            return Position(int(found[1]), found[2] or "", UUID(found[3]) if found[3] else _FIRST)
    except ValueError:
        pass
    raise Refused(f"“{text[:60]}” is no place in the feed: take it from `since`.", code="bad_position")


def changes(*, since: Position, kinds: Collection[str], most: int) -> Feed:
    """Return what changed after a place, in order, at most `most`."""
    rows = run(_FEED, [since.xid, since.kind, since.row, list(kinds), most + 1])
    page = tuple(Changed(*row) for row in rows[:most])
    last = Position(page[-1].xid, page[-1].kind, page[-1].row) if page else since
    return Feed(page, last, len(rows) > most)


def is_deleted(public_id: UUID) -> bool:
    """Tell whether there was a row with this public id, which was deleted."""
    return Change.objects.filter(row=public_id, action=Change.Action.DELETED).exists()
