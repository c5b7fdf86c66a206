"""Leasing: an item that one editor has before them is no other's, for five minutes at a time."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import connection
from django.utils import timezone

from quotes.models import Lease

HELD = timedelta(minutes=5)
Key = tuple[str, int]  # kind and id of the row

# One row a pair of kind and id, so of two who insert it at the same moment one waits for the other's commit
# and then finds a lease that is not over. In one order, so that two batches never wait for each other.
_CLAIM = """
    INSERT INTO quotes_lease AS held (kind, "row", editor_id, until)
    SELECT item.kind, item."row", %(editor)s, statement_timestamp() + %(held)s
    FROM unnest(%(kinds)s::text[], %(rows)s::bigint[]) item(kind, "row") ORDER BY 1, 2
    ON CONFLICT (kind, "row") DO UPDATE SET editor_id = EXCLUDED.editor_id, until = EXCLUDED.until
    WHERE held.editor_id = EXCLUDED.editor_id OR held.until < statement_timestamp()
    RETURNING held.kind, held."row"
"""


def claim(*, editor: AbstractBaseUser, items: Sequence[Key]) -> set[Key]:
    """Take the items, or keep those that are the editor's; return those that nobody else has."""
    if not items:
        return set()
    given = {"editor": editor.pk, "held": HELD}
    given |= {"kinds": [kind for kind, _ in items], "rows": [row for _, row in items]}
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, given)
        return {(kind, row) for kind, row in cursor.fetchall()}


def free(*, editor: AbstractBaseUser, items: Collection[Key]) -> None:
    """Give the editor's items back, and those of the editor's that are over."""
    mine = Lease.objects.filter(editor=editor.pk)
    over = mine.filter(until__lt=timezone.now())
    for kind in {kind for kind, _ in items}:
        over |= mine.filter(kind=kind, row__in=[row for of, row in items if of == kind])
    over.delete()


def holder(*, item: Key) -> AbstractBaseUser | None:
    """Return who has the item before them now."""
    kind, row = item
    held = (
        Lease.objects.filter(kind=kind, row=row, until__gte=timezone.now()).select_related("editor").first()
    )
    return held.editor if held else None
