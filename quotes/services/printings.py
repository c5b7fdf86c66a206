"""Printings: appearances as comparing sees them, read from the database in two queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quotes.models import Appearance, Hop
from quotes.text.comparing.types import Printing
from quotes.text.segments import masked

_COLUMNS = (
    "id", "article_id", "revision_id", "start", "end", "segments", "text", "wording_id",
    "article__outlet__name", "article__published_as",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Printed:
    """An appearance ready for comparing: what it prints, and where."""

    id: int
    wording: int | None
    revision: int
    start: int
    end: int
    printing: Printing

    def lies_in(self, other: "Printed") -> bool:
        """Tell whether the two stand on the same words of one text: nested, or shared by several speakers."""
        return self.revision == other.revision and self.start < other.end and other.start < self.end


def printings(*, appearances: Collection[int]) -> dict[int, Printed]:
    """Return the appearances by id, each with the name of its speaker and of those its words came through."""
    rows = Appearance.objects.filter(pk__in=appearances).values(*_COLUMNS)
    chains = _chains(appearances)
    return {row["id"]: _printed(row, chains[row["id"]]) for row in rows}


def pairs(asking: Iterable[Printed], found: dict[int, list[Printed]]) -> dict[tuple[int, int], None]:
    """Return each pair of an asking printing and one found for its wording: smaller id first, none twice.

    Two printings on the same words of one text are no pair.
    """
    paired: dict[tuple[int, int], None] = {}
    for one in asking:
        for other in found.get(one.wording or 0, ()):
            if not one.lies_in(other):
                paired[min(one.id, other.id), max(one.id, other.id)] = None
    return paired


def _chains(appearances: Collection[int]) -> dict[int, list[str]]:
    """Return the names in each chain: the source's where it is resolved, else the one printed."""
    hops = Hop.objects.filter(appearance_id__in=appearances).order_by("appearance_id", "position")
    chains: dict[int, list[str]] = defaultdict(list)
    for appearance, source, name in hops.values_list("appearance_id", "source__name", "name"):
        chains[appearance].append(source or name)
    return chains


def _printed(row: Mapping[str, Any], chain: list[str]) -> Printed:
    said = masked(row["text"], row["start"], row["segments"])
    printing = Printing(
        text=said,
        speaker=(chain[0] or None) if chain else None,
        published_at=row["article__published_as"] or None,
        outlet=row["article__outlet__name"],
        via=tuple(chain[1:]),
        article=str(row["article_id"]),
    )
    return Printed(row["id"], row["wording_id"], row["revision_id"], row["start"], row["end"], printing)
