"""Wordings by the hundred thousand, with their postings: copied in, one row a wording."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from itertools import chain, islice

import xxhash
from django.db import connection, transaction

from quotes.text.comparing.keys import form

AT_ONCE = 50_000

_GIVEN = """
    CREATE TEMP TABLE IF NOT EXISTS wording_given
        (digest uuid NOT NULL, normal text NOT NULL, words int NOT NULL, posted int[] NOT NULL);
    TRUNCATE wording_given
"""
_COPY = "COPY wording_given (digest, normal, words, posted) FROM STDIN"
# In the order of the digests, so that two writers never wait for each other in a ring; the postings in the
# order of their index, where they have one, which is then filled from left to right.
_MAKE = """
    WITH made AS (
        INSERT INTO quotes_wording (digest, normal, words, keys)
        SELECT given.digest, given.normal, given.words, cardinality(given.posted) FROM wording_given given
        WHERE NOT EXISTS (SELECT FROM quotes_wording known WHERE known.digest = given.digest)
        ORDER BY given.digest ON CONFLICT (digest) DO NOTHING RETURNING id, digest
    ), posted AS (
        INSERT INTO quotes_wordingkey (key, wording)
        SELECT posting.key, made.id FROM made
        JOIN wording_given given ON given.digest = made.digest CROSS JOIN unnest(given.posted) posting(key)
        {order}
    )
    SELECT count(*) FROM made
"""
_IN_ORDER = _MAKE.format(order="ORDER BY 1, 2")
_ANYHOW = _MAKE.format(order="")
_ROOM = "SET LOCAL work_mem = '128MB'; SET LOCAL maintenance_work_mem = '512MB'"
_PRIMARY_KEY = """
    SELECT conname FROM pg_constraint WHERE conrelid = 'quotes_wordingkey'::regclass AND contype = 'p'
"""


def load_wordings(*, texts: Iterable[str]) -> int:
    """Make the wordings of `texts` that are missing, with their postings, and return how many were.

    `texts` may be endless compared to memory: 50,000 at a time are read, and committed, while the next are
    prepared. Safe beside other writers, and to repeat after a break: what is there stays. Where the index
    is empty it is taken away and built again at the end, in one transaction that other writers of wordings
    wait for; so a first load goes twice as fast. Inside a transaction of the caller all is part of that.
    """
    batches = _ahead(_rows(texts))
    first = next(batches, None)
    if first is None:
        return 0
    many = first.count("\n") >= AT_ONCE // 2
    with _index_built_after() if many and _index_is_empty() else nullcontext(_IN_ORDER) as make:
        made = sum(_load(rows, make) for rows in chain([first], batches))
    if many and not connection.in_atomic_block:
        _freshen()
    return made


def _rows(texts: Iterable[str]) -> Iterator[str]:
    """Yield the rows to copy, so many texts at a time; a text without any word has none."""
    rest = iter(texts)
    while some := dict.fromkeys(islice(rest, AT_ONCE)):
        rows: dict[str, str] = {}
        for text in some:
            read = form(text)
            if read.words:
                digest = xxhash.xxh3_128_hexdigest(read.normal.encode())
                # Normal forms hold words, blanks, brackets and ellipses: nothing that COPY gives a meaning.
                rows[digest] = (
                    f"{digest}\t{read.normal}\t{read.words}\t{{{str(read.keys)[1:-1].rstrip(',')}}}\n"
                )
        yield "".join(rows.values())


def _ahead(batches: Iterator[str]) -> Iterator[str]:
    """Yield the batches, each prepared while the one before is being stored."""
    with ThreadPoolExecutor(1) as beside:
        coming = beside.submit(next, batches, None)
        while (batch := coming.result()) is not None:
            coming = beside.submit(next, batches, None)
            yield batch


def _load(rows: str, make: str) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_ROOM)
        cursor.execute(_GIVEN)
        with connection.wrap_database_errors, cursor.copy(_COPY) as copy:
            copy.write(rows)
        cursor.execute(make)
        made: int = cursor.fetchone()[0]
    return made


def _index_is_empty() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT NOT EXISTS (SELECT FROM quotes_wordingkey)")
        return bool(cursor.fetchone()[0])


@contextmanager
def _index_built_after() -> Iterator[str]:
    """Run the block without the index of the postings, then build it, all in one transaction.

    Gives the statement that makes wordings best meanwhile.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_ROOM)
        cursor.execute("LOCK TABLE quotes_wordingkey IN ACCESS EXCLUSIVE MODE")
        cursor.execute(_PRIMARY_KEY)
        name = cursor.fetchone()[0]
        if not _index_is_empty():  # somebody was faster
            yield _IN_ORDER
            return
        cursor.execute(f'ALTER TABLE quotes_wordingkey DROP CONSTRAINT "{name}"')
        yield _ANYHOW
        cursor.execute(f'ALTER TABLE quotes_wordingkey ADD CONSTRAINT "{name}" PRIMARY KEY (key, wording)')


def _freshen() -> None:
    """Let the server count what came in, and its index answer alone."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE) quotes_wording, quotes_wordingkey")
