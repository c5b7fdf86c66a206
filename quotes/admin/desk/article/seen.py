"""Seen: a short name of how a printing stood when it was shown, so that nobody decides on what is gone."""

import json

import xxhash

from quotes.models import Appearance
from quotes.services.errors import Refused


def version(row: Appearance) -> str:
    """Return the digest of what an editor sees of a printing: its words, its chain, what was decided."""
    hops = [
        [hop.position, hop.source_id, hop.name, hop.start, hop.end, hop.basis]
        for hop in row.hops.order_by("position")
    ]
    seen = [row.start, row.end, row.segments, row.kind, row.setting, row.state, hops]
    return xxhash.xxh3_64_hexdigest(json.dumps(seen).encode())


def check(row: Appearance, seen: str) -> None:
    """Raise Refused ("conflict") where the printing is not as it was shown; say who changed it, and when."""
    if not seen or seen == version(row):
        return
    decided = [one for one in (row, *row.hops.select_related("decided_by")) if one.decided_at]
    newest = max(decided, key=lambda one: str(one.decided_at), default=None)
    by = f"{newest.decided_by} on {newest.decided_at:%-d %B at %H:%M} UTC" if newest else "the machine"
    raise Refused(
        f"This was changed by {by}, after you opened it. Below it stands as it is now, with what you typed:"
        " look again, then decide.",
        code="conflict",
    )
