"""Keeping: what was found of copies, as rows under people's decisions."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from quotes.models import Copy
from quotes.models.superseding import supersede
from quotes.services.copying.finding import Found, Ids
from quotes.text.copying import KEYS_VERSION
from quotes.text.copying.weights import VERSION

RULES = f"{VERSION}.{KEYS_VERSION}"
_SAME = 0.05  # of a share: as much as the side that asks makes a difference
_FACTS = ("revision_a_id", "revision_b_id", "giver", "source_id", "credited", "version")


def keep(*, article: int, found: Mapping[Ids, Found | None]) -> None:
    """Store what was found of an article's pairs, in the caller's transaction and under its partition lock.

    A row that says something else, or of what is no copy any more, is superseded; one that says the same
    stays. A pair that a person decided on stays as it is.
    """
    if not found:
        return
    rows = Copy.objects.current().filter(Q(a=article) | Q(b=article))
    standing = {(row.a_id, row.b_id): row for row in rows}
    for pair, one in sorted(found.items()):
        before = standing.get(pair)
        if before is not None and before.decided_by_id is not None:
            continue
        _replace(before, Copy(a_id=pair[0], b_id=pair[1], **columns(one)) if one else None)


def columns(found: Found) -> dict[str, Any]:
    """Return what a row says of a pair that was found."""
    told = found.direction
    return {
        "revision_a_id": found.a.revision,
        "revision_b_id": found.b.revision,
        "share_a": found.likeness.share_a,
        "share_b": found.likeness.share_b,
        "passages": [
            {"a": [one.a.start, one.a.end], "b": [one.b.start, one.b.end]} for one in found.likeness.passages
        ],
        "giver": told.giver or "",
        "source_id": told.source,
        "credited": told.credited,
        "version": RULES,
    }


def _replace(before: Copy | None, now: Copy | None) -> None:
    if before is not None and now is not None and _says_the_same(before, now):
        return
    supersede(before, now)


def _says_the_same(before: Copy, now: Copy) -> bool:
    shares = abs(before.share_a - now.share_a), abs(before.share_b - now.share_b)
    return max(shares) < _SAME and all(getattr(before, name) == getattr(now, name) for name in _FACTS)
