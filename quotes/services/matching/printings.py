"""Printings: appearances as comparing sees them, read from the database in two queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.db.models.functions import Greatest, Substr

from quotes.models import Appearance, Hop
from quotes.text.circumstances import said_in, said_since, sentence
from quotes.text.comparing.keys import MINIMUM_WORDS
from quotes.text.comparing.normalising import normalise
from quotes.text.comparing.types import Printing
from quotes.text.segments import masked

_COLUMNS = (
    "id", "article_id", "revision_id", "start", "end", "segments", "text", "wording_id",
    "article__outlet__name", "article__published_as", "setting", "before", "after",
)  # fmt: skip

_BEFORE = 600  # a translation is often told of in the paragraph before
_AFTER = 300


@dataclass(frozen=True, slots=True)
class Printed:
    """An appearance ready for comparing: what it prints, where, and what its article says of the occasion.

    `said_since` and `said_in` are as in `quotes.text.circumstances`.
    """

    id: int
    wording: int | None
    revision: int
    start: int
    end: int
    printing: Printing
    said_since: str | None = None
    said_in: str | None = None

    def lies_in(self, other: "Printed") -> bool:
        """Tell whether the two stand on the same words of one text: nested, or shared by several speakers."""
        return self.revision == other.revision and self.start < other.end and other.start < self.end


def printings(*, appearances: Collection[int]) -> dict[int, Printed]:
    """Return the appearances by id, each with the name of its speaker and of those its words came through."""
    first = Greatest(F("start") - _BEFORE, 0)  # of the words before, in code points
    rows = Appearance.objects.filter(pk__in=appearances).annotate(
        before=Substr("revision__text", first + 1, F("start") - first),
        after=Substr("revision__text", F("end") + 1, _AFTER),
    )
    chains = _chains(appearances)
    return {row["id"]: _printed(row, chains[row["id"]]) for row in rows.values(*_COLUMNS)}


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


def short_pairs(asking: Iterable[Printed]) -> dict[tuple[int, int], None]:
    """Return the pairs of each printing too short for keys with the others of its text, as in `pairs`.

    A word or two identify nothing elsewhere, but within one article they are a fragment of what is near.
    """
    by_text: dict[int, list[Printed]] = defaultdict(list)
    for one in asking:
        by_text[one.revision].append(one)
    return {
        (min(one.id, other.id), max(one.id, other.id)): None
        for together in by_text.values()
        for one in together
        if len(normalise(one.printing.text).words) < MINIMUM_WORDS
        for other in together
        if not one.lies_in(other)
    }


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
    before, after = row["before"], row["after"]
    return Printed(
        **{name: row[name] for name in ("id", "start", "end")},
        wording=row["wording_id"],
        revision=row["revision_id"],
        printing=printing,
        said_since=said_since(
            around=sentence(before, after), setting=row["setting"], published=printing.published_at
        ),
        said_in=said_in(before + after.partition("\n")[0]),
    )
