"""Bulk: one decision on many items, seen before, one act, undone at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from quotes.models import Act, Appearance, Hop
from quotes.models.desk import Kind
from quotes.services.acts import Decided as By
from quotes.services.acts import Told, as_one
from quotes.services.errors import Refused
from quotes.services.matching.assembling import partition_lock
from quotes.services.reviewing import leasing
from quotes.services.reviewing.choosing import choose
from quotes.services.reviewing.deciding import Given, does_of
from quotes.services.reviewing.filters import Filters
from quotes.services.reviewing.items import Item, items, keys, loaded

MOST = 500
_SAYS = {
    "confirm": "Confirmed",
    "reject": "Rejected",
    "undecide": "Left undecided",
    "resolve": "Resolved",
    "drop": "Dropped",
    "accept": "Accepted",
    "keep": "Kept",
}

_COUNTED: dict[str, tuple[str, str]] = {
    Kind.MATCH: ("match", "matches"),
    Kind.HOP: ("hop", "hops"),
    Kind.COPY: ("wire copy", "wire copies"),
}


@dataclass(frozen=True, slots=True)
class Preview:
    """The items that would be decided on, `more` where others fit that one act does not take."""

    items: Sequence[Item]
    more: bool

    @property
    def addresses(self) -> list[str]:
        """The items' addresses: what `decide_many` takes."""
        return [one.address for one in self.items]


@dataclass(frozen=True, slots=True)
class Many:
    """What became of a decision on many: the act, None where nothing changed, how many it decided.

    `refused` has the address of each item that was not decided on, with the reason, a sentence.
    """

    act: Act | None
    done: int
    refused: list[tuple[str, str]] = field(default_factory=list)


def preview(*, by: AbstractBaseUser, kind: str, filters: Filters) -> Preview:
    """Return the items of a kind that fit, those without those others have before them; writes nothing."""
    wanted = Filters(**{**vars(filters), "kinds": (kind,)})
    chosen = choose(editor=by, filters=wanted, skip=(), limit=MOST + 1)
    return Preview(loaded(chosen[:MOST]), len(chosen) > MOST)


def decide_many(
    *,
    by: AbstractBaseUser,
    decision: str,
    addresses: Collection[str],
    given: Given | None = None,
    reason: str = "",
) -> Many:
    """Decide the same on many items of one kind, as one act; what is refused is told and the rest done.

    Raises Refused: "too_many", "no_decision", "too_few" for none.
    """
    kind = _kind(addresses)
    does = does_of(kind, decision)
    refused: list[tuple[str, str]] = []
    with transaction.atomic():
        if kind in (Kind.MATCH, Kind.CONFLICT, Kind.COPY):
            partition_lock()
        found = sorted(items(addresses), key=_in_order)
        told = {one.address for one in found}
        refused += [(address, "This is gone; reload.") for address in addresses if address not in told]
        with as_one(decided=By(by, reason), told=Told(_SAYS.get(decision, "Judged"))) as whole:
            for one in found:
                try:
                    with transaction.atomic():
                        does(one.row, given or {}, {"by": by, "reason": reason})
                except Refused as no:
                    refused.append((one.address, no.message))
        leasing.free(editor=by, items=keys(found))
        return _told(whole, kind, decision, refused)


def _told(whole: Act, kind: str, decision: str, refused: list[tuple[str, str]]) -> Many:
    """Say in the act how many it decided on; one that decided on none goes."""
    done = whole.parts.count()
    if not done:
        whole.delete()
        return Many(None, 0, refused)
    verb = _SAYS.get(decision, f"Judged {decision}")
    one, many = _COUNTED.get(kind, ("quote", "quotes"))
    whole.sentence = f"{verb} {done:,} {one if done == 1 else many}"
    whole.save(update_fields=["sentence"])
    return Many(whole, done, refused)


def _kind(addresses: Collection[str]) -> str:
    kinds = {address.partition("-")[0] for address in addresses}
    if not kinds:
        raise Refused("Nothing is chosen; tick what to decide on.", code="too_few")
    if len(addresses) > MOST:
        raise Refused(f"These are {len(addresses):,}; decide on {MOST} at once at most.", code="too_many")
    if len(kinds) > 1:
        raise Refused("These are of several kinds; decide on one kind at once.", code="no_decision")
    return kinds.pop()


def _in_order(one: Item) -> tuple[Any, ...]:
    """Return what puts items in the order of their articles: two who decide on many never wait in a ring."""
    row = one.row.appearance if isinstance(one.row, Hop) else one.row
    return (row.article_id, row.pk) if isinstance(row, Appearance) else (0, row.pk)
