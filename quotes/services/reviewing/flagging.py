"""Flagging: an editor marks an item with a note, for others or for later."""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.utils import timezone

from quotes.models import Flag, Hop
from quotes.models.desk import Kind
from quotes.services.errors import Refused
from quotes.services.phrasing import said_when
from quotes.services.reviewing.items import Item, item

LONGEST = 1000


def flag(*, by: AbstractBaseUser, address: str, note: str = "") -> Flag:
    """Flag an item, and return the flag. Raises Refused: "gone", "too_large"."""
    if len(note) > LONGEST:
        raise Refused(f"The note has {len(note):,} characters; shorten it to {LONGEST:,}.", code="too_large")
    decided = {"decided_by": by, "decided_at": timezone.now(), "reason": note}
    return Flag.objects.create(**_on(item(address)), **decided)


def unflag(*, by: AbstractBaseUser, flag: Flag) -> Flag:
    """Take a flag back, and return it; it stays on record. Raises Refused ("conflict")."""
    taken_back = {"taken_back_by": by, "taken_back_at": timezone.now()}
    changed = Flag.objects.standing().filter(pk=flag.pk).update(**taken_back)
    flag.refresh_from_db()
    if not changed:
        when = said_when(flag)
        raise Refused(f"{flag.taken_back_by} took this flag{when} back before; reload.", code="conflict")
    return flag


def flags(items: Sequence[Item]) -> dict[str, list[Flag]]:
    """Return the flags on the items that nobody took back, by address, the newest first; in one query."""
    if not items:
        return {}
    on_any = reduce(or_, (Q(**_named(one)) for one in items))
    standing = list(Flag.objects.standing().filter(on_any).select_related("decided_by"))
    return {one.address: [flag for flag in standing if _is_on(flag, one)] for one in items}


def _is_on(flag: Flag, one: Item) -> bool:
    return all(getattr(flag, name) == value for name, value in _named(one).items())


def _named(one: Item) -> dict[str, Any]:
    """Return the columns that a flag on the item has, `hop` too where it is empty."""
    return {"hop": None, **_on(one)}


def _on(one: Item) -> dict[str, Any]:
    """Return the columns that name the item."""
    if isinstance(one.row, Hop):
        return {"appearance": one.row.appearance, "hop": one.row.position}
    return {"quote" if one.kind == Kind.CONFLICT else one.kind: one.row}
