"""The queue: the next items for an editor, theirs alone while they look at them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from quotes.models import Act
from quotes.services.reviewing import leasing
from quotes.services.reviewing.choosing import choose
from quotes.services.reviewing.counting import waiting
from quotes.services.reviewing.filters import Filters
from quotes.services.reviewing.items import Item, item, items, loaded

TRIES = 4
AHEAD = 8  # items looked at beyond those wanted: others may take some at the same moment


@dataclass(frozen=True, slots=True)
class Progress:
    """How many decisions an editor made today, and how many items wait, `more` where there are more."""

    done: int
    waiting: int
    more: bool

    @property
    def shown(self) -> str:
        """The two as one shows them: "34 of 210"."""
        return f"{self.done:,} of {self.done + self.waiting:,}{'+' if self.more else ''}"


def next_items(
    *,
    editor: AbstractBaseUser,
    filters: Filters | None = None,
    skip: Collection[str] = (),
    limit: int = 2,
) -> list[Item]:
    """Return the next items, now leased to the editor: the first to show, the others to have ready.

    `skip` has addresses the editor passed over. Fewer than `limit` are all there are.
    """
    filters = filters or Filters()
    for _ in range(TRIES):
        chosen = choose(editor=editor, filters=filters, skip=skip, limit=limit + AHEAD)
        wanted = chosen[:limit]
        mine = leasing.claim(editor=editor, items=[(one.kind, one.row) for one in wanted])
        if len(mine) == len(wanted):
            return loaded(wanted)
        leasing.free(editor=editor, items=mine)
    return loaded([one for one in wanted if (one.kind, one.row) in mine])


def renew(*, editor: AbstractBaseUser, addresses: Sequence[str]) -> list[str]:
    """Hold the items for another five minutes; return those that are still the editor's, or again."""
    items = _there(addresses)
    mine = leasing.claim(editor=editor, items=list(items.values()))
    return [address for address, key in items.items() if key in mine]


def release(*, editor: AbstractBaseUser, addresses: Sequence[str]) -> None:
    """Give the items back, for others to see."""
    leasing.free(editor=editor, items=list(_there(addresses).values()))


def holder(address: str) -> AbstractBaseUser | None:
    """Return who has the item before them now, if anybody."""
    one = item(address)
    return leasing.holder(item=(one.kind, one.row.pk))


def progress(*, editor: AbstractBaseUser, filters: Filters | None = None) -> Progress:
    """Return how far an editor is today (in the time zone of the site), undone decisions left out."""
    start = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    today = Act.objects.filter(decided_by=editor.pk, decided_at__gte=start, undone__isnull=True)
    done = today.exclude(kind__in=[Act.Kind.UNDO, Act.Kind.MANY]).count()
    left = waiting(filters)
    return Progress(done, sum(one.count for one in left), any(one.more for one in left))


def _there(addresses: Sequence[str]) -> dict[str, leasing.Key]:
    """Return what leases know the items by, by address, without those that are gone."""
    return {one.address: (one.kind, one.row.pk) for one in items(addresses)}
