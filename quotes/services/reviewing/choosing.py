"""Choosing: what an editor should see next, the most uncertain that reached furthest first."""

from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import connection

from quotes.services.reviewing.addresses import skipping
from quotes.services.reviewing.filters import Filters
from quotes.services.reviewing.kinds import KINDS, SCANNED, WAITS


@dataclass(frozen=True, slots=True)
class Chosen:
    """An item's row, by kind and id, and what put it in its place."""

    kind: str
    row: int
    uncertainty: float
    reach: int


def choose(*, editor: AbstractBaseUser, filters: Filters, skip: Collection[str], limit: int) -> list[Chosen]:
    """Return the next items, one query a kind, without those skipped and those others have before them.

    Without filters the order is over the pools of each kind; with filters over as many that fit as one can
    look through.
    """
    given = {**filters.given(), **skipping(skip), "editor": editor.pk, "limit": limit}
    found: list[Chosen] = []
    with connection.cursor() as cursor:
        for kind in (kind for kind in KINDS if not filters.kinds or kind in filters.kinds):
            cursor.execute(
                _ranked(kind, filters), given
            )  # each planned by itself: together they come out worse
            found += [Chosen(kind, *row) for row in cursor.fetchall()]
    return sorted(found, key=lambda one: (-one.uncertainty * one.reach, KINDS.index(one.kind), one.row))[
        :limit
    ]


def _ranked(kind: str, filters: Filters) -> str:
    waits = WAITS[kind]
    condition = waits.condition(filters)
    if filters.narrow:
        pool = f"SELECT {waits.id} AS id FROM {waits.looked_through} WHERE {condition} LIMIT {SCANNED}"  # noqa: S608
    else:
        pool = " UNION ".join(f"({one.format(unskipped=waits.unskipped)})" for one in waits.pools)
    still = "true" if waits.scanned else waits.waits  # what is dear to tell is not told twice
    return f"""
        WITH pool(id) AS MATERIALIZED ({pool})
        SELECT {waits.id} AS id, ({waits.uncertainty})::float8 AS uncertainty,
               {waits.reach} AS reach
        FROM {waits.rows} JOIN pool ON pool.id = {waits.id}
        WHERE ({still}) AND NOT EXISTS (
            SELECT FROM quotes_lease lease WHERE lease.kind = '{kind}' AND lease.row = {waits.id}
            AND lease.until > statement_timestamp() AND lease.editor_id <> %(editor)s
        )
        ORDER BY ({waits.uncertainty}) * {waits.reach} DESC, {waits.id} LIMIT %(limit)s
    """  # noqa: S608 - our own words
