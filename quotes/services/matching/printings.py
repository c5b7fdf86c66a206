"""Printings: appearances as comparing sees them, read from the database in one statement."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from quotes.services.statements import array, run
from quotes.text.circumstances import said_in
from quotes.text.comparing.keys import MINIMUM_WORDS
from quotes.text.comparing.normalising import normalise
from quotes.text.comparing.speakers import is_pronoun
from quotes.text.comparing.types import Printing
from quotes.text.occasions import UNTOLD, Told, told
from quotes.text.reporters import around
from quotes.text.segments import masked

_BEFORE = 600  # a translation is often told of in the paragraph before
_AFTER = 300

# `chain`: the names in each chain, the source's where it is resolved, else the one printed.
_PRINTINGS = f"""
    SELECT printed.id, printed.article_id, printed.revision_id, printed.start, printed."end",
           printed.segments::text, printed.text, printed.wording_id,
           outlet.name, article.published_as, printed.setting,
           substr(revision.text, printed.start - least(printed.start, {_BEFORE}) + 1,
                  least(printed.start, {_BEFORE})),
           substr(revision.text, printed."end" + 1, {_AFTER}),
           ARRAY(SELECT coalesce(
                     (SELECT source.name FROM quotes_source source WHERE source.id = hop.source_id), hop.name)
                 FROM quotes_hop hop WHERE hop.appearance_id = printed.id ORDER BY hop.position),
           revision.body_end > revision.body_start,
           (SELECT hop.evidence FROM quotes_hop hop WHERE hop.appearance_id = printed.id AND hop.position = 0)
    FROM unnest(%s::bigint[]) wanted(id)
    JOIN quotes_appearance printed ON printed.id = wanted.id
    JOIN quotes_article article ON article.id = printed.article_id
    JOIN quotes_source outlet ON outlet.id = article.outlet_id
    JOIN quotes_revision revision ON revision.id = printed.revision_id
"""  # noqa: S608 - our own numbers


class _Row(NamedTuple):
    """What `_PRINTINGS` answers."""

    id: int
    article: int
    revision: int
    start: int
    end: int
    segments: str
    text: str
    wording: int | None
    outlet: str
    published_as: str
    setting: str
    before: str
    after: str
    chain: list[str]
    told: bool
    named_by: str | None


@dataclass(frozen=True, slots=True)
class Printed:
    """An appearance ready for comparing: what it prints, where, and what its article says of the occasion.

    `told` is as in `quotes.text.occasions`, `said_in` as in `quotes.text.circumstances`, `beside` the
    reporter's words before and after, empty where the text has no body: then nobody reports.
    """

    id: int
    wording: int | None
    revision: int
    start: int
    end: int
    printing: Printing
    told: Told = UNTOLD
    said_in: str | None = None
    beside: str = ""

    def lies_in(self, other: "Printed") -> bool:
        """Tell whether the two stand on the same words of one text: nested, or shared by several speakers."""
        return self.revision == other.revision and self.start < other.end and other.start < self.end


def printings(*, appearances: Collection[int]) -> dict[int, Printed]:
    """Return the appearances by id, each with the name of its speaker and of those its words came through."""
    rows = (_Row(*row) for row in run(_PRINTINGS, [array(sorted(set(appearances)))]))
    return {row.id: _printed(row) for row in rows}


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


def _printed(row: _Row) -> Printed:
    printing = Printing(
        text=masked(row.text, row.start, json.loads(row.segments)),
        speaker=(row.chain[0] or None) if row.chain else None,
        published_at=row.published_as or None,
        outlet=row.outlet,
        via=tuple(row.chain[1:]),
        article=str(row.article),
        inferred=is_pronoun(row.named_by or ""),
    )
    words = around(row.before, row.after)
    return Printed(
        id=row.id,
        wording=row.wording,
        revision=row.revision,
        start=row.start,
        end=row.end,
        printing=printing,
        told=told(around=words, setting=row.setting, published=printing.published_at),
        said_in=said_in(words),
        beside=words.all if row.told else "",
    )
