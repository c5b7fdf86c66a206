"""Assembling: tell the quotes that some appearances print apart, and keep their rows true."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from quotes.graph.canonical import Printing, Tie, canonical
from quotes.graph.heirs import Inheritance, inherit
from quotes.models import Appearance, Match, Quote
from quotes.models.public_id import new_public_id
from quotes.services.matching.partitioning import SAME, parted, place
from quotes.services.matching.pointing import point
from quotes.services.matching.touched import (
    Placed,
    Tied,
    Touched,
    past_quotes,
    touched,
)
from quotes.services.statements import array, run
from quotes.text.comparing.normalising import normalise
from quotes.text.segments import joined, masked

# One number names the lock, the table's own id the place: a scratch copy of the table has a lock of its own.
_LOCK = "SELECT pg_advisory_xact_lock((%s::bigint << 32) | 'quotes_quote'::regclass::oid::bigint)"
_LOCK_NUMBER = 4711
_TEXTS = "SELECT id, text FROM quotes_quote WHERE id = ANY(%s::bigint[])"
# Rows that say so already are not written. In the order of their ids, as merges lock them.
_STATE = """
    WITH wanted AS (
        SELECT * FROM unnest(%(ids)s::bigint[], %(texts)s::text[], %(speakers)s::bigint[],
                             %(firsts)s::timestamptz[], %(appearances)s::int[], %(outlets)s::int[])
            wanted(id, text, speaker, first, appearances, outlets)
    ), changed AS (
        SELECT wanted.* FROM wanted JOIN quotes_quote quote ON quote.id = wanted.id
        WHERE (quote.text, quote.speaker_id, quote.first_published_at, quote.appearance_count,
               quote.outlet_count, quote.merged_into_id)
              IS DISTINCT FROM (wanted.text, wanted.speaker, wanted.first, wanted.appearances,
                                wanted.outlets, NULL)
        ORDER BY quote.id FOR UPDATE OF quote
    )
    UPDATE quotes_quote quote
    SET text = changed.text, speaker_id = changed.speaker, first_published_at = changed.first,
        appearance_count = changed.appearances, outlet_count = changed.outlets, merged_into_id = NULL
    FROM changed WHERE quote.id = changed.id RETURNING quote.id
"""
_NEW = """
    INSERT INTO quotes_quote (public_id, text, speaker_id, first_published_at, appearance_count,
                              outlet_count, created_at)
    SELECT made.*, clock_timestamp()
    FROM unnest(%(public_ids)s::uuid[], %(texts)s::text[], %(speakers)s::bigint[], %(firsts)s::timestamptz[],
                %(appearances)s::int[], %(outlets)s::int[]) made
    RETURNING public_id, id
"""
_OUTCOMES = """
    UPDATE quotes_match SET outcome = wanted.outcome
    FROM unnest(%s::bigint[], %s::text[]) wanted(id, outcome)
    WHERE quotes_match.id = wanted.id RETURNING 1
"""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a quote's row says of its appearances."""

    text: str
    speaker_id: int | None
    first_published_at: datetime | None
    appearance_count: int
    outlet_count: int


def partition_lock(*, shared: bool = False) -> None:
    """Wait for the partition to be ours until the transaction ends: one at a time moves appearances.

    `shared` is for those who move groups of their own each, side by side, while nobody else moves any.
    """
    lock = _LOCK.replace("xact_lock(", "xact_lock_shared(") if shared else _LOCK
    with connection.cursor() as cursor:
        cursor.execute(lock, [_LOCK_NUMBER])


def assemble(
    *, appearances: Collection[int], quotes: Collection[int] = (), homes: Mapping[int, int] | None = None
) -> None:
    """Put the appearances, and all that they or `quotes` touch, into the quotes they print.

    Call it under the lock of the partition. Every standing appearance ends in a quote. Quotes keep
    their ids where they can, are merged forwards where they are emptied, and come back where a part
    that once was theirs stands alone again; `homes` says for which appearances which quote that was,
    else their history tells. Rows that stay as they are are not written.
    """
    homes = homes or {}
    around = touched(appearances=appearances, quotes={*quotes, *homes.values()})
    rows = around.appearances
    told = parted(around)
    parts = told.parts
    facts = _facts_of(parts, around)
    was = _homes(parts, around, homes)
    quote_of = {pk: quote for pk, quote in (around.quote_of | was).items() if pk in rows}
    inheritance = inherit(parts, quote_of, _carriers(quote_of, rows))
    kept = _quotes(inheritance, facts)
    in_quote = dict(zip(kept, parts, strict=True))
    merged = {**inheritance.merged, **_orphaned(around, in_quote, inheritance)}
    _move(rows, in_quote, merged)
    _note(around, told.outcomes)
    back = {pk: quote for pk, quote in was.items() if pk not in rows and quote in kept}
    point(Appearance, "quote", back)
    _merge(merged)
    gone = around.quotes - set(kept) - set(merged)
    if gone:
        emptied = Quote.objects.filter(pk__in=gone, appearance_count__gt=0)
        emptied.update(appearance_count=0, outlet_count=0)


def _facts_of(parts: list[frozenset[int]], around: Touched) -> list[Facts]:
    rows = around.appearances
    part_of = {pk: number for number, part in enumerate(parts) for pk in part}
    ties: dict[int, list[Tie]] = defaultdict(list)
    for match in around.matches:
        if match.judgement in SAME and part_of[match.a_id] == part_of[match.b_id]:
            ties[part_of[match.a_id]].append(Tie(match.a_id, match.b_id, rival=_rivals(match)))
    return [
        _facts(sorted((rows[pk] for pk in part), key=place), ties[number])
        for number, part in enumerate(parts)
    ]


def _canonical(members: list[Placed], ties: list[Tie]) -> Placed:
    if len(members) == 1:
        return members[0]
    printings = [
        Printing(
            id=row.pk,
            outlet=row.outlet_id,
            words=sum(not word.inserted for word in normalise(_said(row)).words),
            quoted=row.kind != Appearance.Kind.INDIRECT,
            published=row.published_as or None,
            text=row.text,
        )
        for row in members
    ]
    chosen = canonical(printings, ties)
    return next(row for row in members if row.pk == chosen)


def _rivals(match: Tied) -> bool:
    return match.judgement == Match.Judgement.ALTERED or match.relation == Match.Relation.RETRANSLATED


def _said(row: Placed) -> str:
    return masked(row.text, row.start, json.loads(row.segments))


def _printed(row: Placed) -> str:
    return joined(row.text, row.start, json.loads(row.segments))


def _homes(parts: list[frozenset[int]], around: Touched, homes: Mapping[int, int]) -> dict[int, int]:
    """Return the quotes that claim appearances back, rejected ones too, by appearance.

    Those in `homes`; and where a quote falls apart, those that were once merged into it.
    """
    home_parts: dict[int, set[int]] = defaultdict(set)
    for number, part in enumerate(parts):
        for pk in part & around.quote_of.keys():
            home_parts[around.quote_of[pk]].add(number)
    parted = {pk: quote for pk, quote in around.quote_of.items() if len(home_parts[quote]) > 1}
    past = past_quotes(quote_of=parted) if parted else {}
    return past | {pk: quote for pk, quote in homes.items() if pk in around.quote_of}


def _orphaned(
    around: Touched, parts: Mapping[int, frozenset[int]], inheritance: Inheritance
) -> dict[int, int]:
    """Return for each quote that nobody claims where most of its appearances went: its id leads there."""
    quote_in = {pk: quote for quote, part in parts.items() for pk in part}
    went: dict[int, list[int]] = defaultdict(list)
    for pk in sorted(quote_in.keys() & around.quote_of.keys()):
        went[around.quote_of[pk]].append(quote_in[pk])
    left = went.keys() - parts.keys() - inheritance.merged.keys()
    return {quote: max(went[quote], key=lambda to: (went[quote].count(to), -to)) for quote in left}


def _carriers(quote_of: Mapping[int, int], rows: Mapping[int, Placed]) -> dict[int, int]:
    """Return for each quote the earliest of its appearances that prints its canonical wording."""
    quotes = array(sorted(set(quote_of.values())))
    texts = dict(run(_TEXTS, [quotes])) if quote_of else {}
    carriers: dict[int, int] = {}
    for pk in sorted(quote_of, key=lambda pk: (rows[pk].published_as or "~", pk)):
        if _printed(rows[pk]) == texts[quote_of[pk]]:
            carriers.setdefault(quote_of[pk], pk)
    return carriers


def _quotes(inheritance: Inheritance, facts: list[Facts]) -> list[int]:
    """Make the row of each part's quote say the facts; return the quotes, new ones where none is kept."""
    given = list(zip(inheritance.kept, facts, strict=True))
    _state({kept: wanted for kept, wanted in given if kept is not None})
    made = iter(_make([wanted for kept, wanted in given if kept is None]))
    return [next(made) if kept is None else kept for kept in inheritance.kept]


def _make(facts: Sequence[Facts]) -> list[int]:
    """Insert a quote for each of the facts and return their ids, in order."""
    if not facts:
        return []
    names = [str(new_public_id()) for _ in facts]
    ids = {str(name): id for name, id in run(_NEW, {"public_ids": names, **_columns(facts)})}
    return [ids[name] for name in names]


def _agreed(members: Sequence[Placed]) -> int | None:
    """Return the speaker all agree on. "A senior official" of one article contradicts nobody in another."""
    named = [row for row in members if row.speaker is not None]
    known = {row.speaker for row in named if row.speaker_only_in is None}
    if known:
        return known.pop() if len(known) == 1 else None
    return named[0].speaker if len({row.speaker_key for row in named}) == 1 else None


def _facts(members: list[Placed], ties: list[Tie]) -> Facts:
    dates = [row.published_at for row in members if row.published_at is not None]
    return Facts(
        text=_printed(_canonical(members, ties)),
        speaker_id=_agreed(members),
        first_published_at=min(dates, default=None),
        appearance_count=len(members),
        outlet_count=len({row.outlet_id for row in members}),
    )


def _move(rows: Mapping[int, Placed], parts: Mapping[int, frozenset[int]], merged: Mapping[int, int]) -> None:
    """Point the appearances at their quotes; rejected ones go with the quote they are in."""
    moved = {pk: quote for quote, part in parts.items() for pk in sorted(part) if rows[pk].quote_id != quote}
    point(Appearance, "quote", moved)
    if merged:
        left = Appearance.objects.filter(quote__in=merged).values_list("pk", "quote_id")
        point(Appearance, "quote", {pk: merged[quote] for pk, quote in left if quote is not None})


def _merge(merged: Mapping[int, int]) -> None:
    into: dict[int, list[int]] = defaultdict(list)
    for quote, survivor in merged.items():
        into[survivor].append(quote)
    for survivor, emptied in into.items():
        Quote.objects.filter(pk__in=emptied).update(merged_into=survivor, appearance_count=0, outlet_count=0)


def _note(around: Touched, outcomes: Mapping[int, str]) -> None:
    """Write beside the matches which ties were not followed, where that changed."""
    wanted = {match.id: outcomes.get(match.id, "") for match in around.matches}
    changed = {match.id: wanted[match.id] for match in around.matches if match.outcome != wanted[match.id]}
    if changed:
        run(_OUTCOMES, [array(changed), list(changed.values())])


def _state(facts: Mapping[int, Facts]) -> None:
    """Write what changed in the quotes' rows."""
    if not facts:
        return
    run(_STATE, {"ids": array(facts), **_columns(facts.values())})


def _columns(facts: Collection[Facts]) -> dict[str, Any]:
    """Return the facts as arrays, one for each column."""
    return {
        "texts": [one.text for one in facts],
        "speakers": array(one.speaker_id for one in facts),
        "firsts": [one.first_published_at for one in facts],
        "appearances": array(one.appearance_count for one in facts),
        "outlets": array(one.outlet_count for one in facts),
    }
