"""Peers: other ways to find the same candidates, for the same askings, on the same server and in one run."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TypeVar

from django.db import connection
from rapidfuzz import fuzz, process

from quotes.models import Wording
from quotes.services.matching.wordings import Worded
from tests.benchmarks.matching.clocks import processor_milliseconds
from tests.benchmarks.matching.lookups import Asked, LookUps
from tests.benchmarks.measuring import percentile, report

_RUNS = "SELECT array_agg(hashtext(w[i] || ' ' || w[i + 1] || ' ' || w[i + 2])) FROM generate_series(1, {}) i"
_BUILD_GIN = f"""
    DROP TABLE IF EXISTS bench_gin;
    CREATE TABLE bench_gin AS
    SELECT id, ({_RUNS.format("cardinality(w) - 2")}) AS keys
    FROM (SELECT id, string_to_array(normal, ' ') AS w FROM quotes_wording WHERE words > 2) wording;
    CREATE INDEX bench_gin_keys ON bench_gin USING gin (keys);
    VACUUM ANALYZE bench_gin
"""
_ASK_GIN = """
    SELECT stored.id FROM bench_gin asked JOIN bench_gin stored ON stored.keys && asked.keys
    WHERE asked.id = %s ORDER BY
        cardinality(ARRAY(SELECT unnest(stored.keys) INTERSECT SELECT unnest(asked.keys))) DESC
    LIMIT 50
"""
_BUILD_TRIGRAMS = """
    CREATE EXTENSION pg_trgm;
    CREATE INDEX bench_trigrams ON quotes_wording USING gin (normal gin_trgm_ops)
"""
_ASK_TRIGRAMS = """
    SELECT id FROM quotes_wording WHERE normal %% %s ORDER BY similarity(normal, %s) DESC LIMIT 50
"""
T = TypeVar("T")
_MILLION, _IN_MEMORY, _FEW = 1_000_000, 100_000, 10_000
_OFTEN, _SELDOM = 200, 5  # askings of a peer that answers at once, and of one that takes a second


def compare(size: int, look_ups: LookUps) -> None:
    """Ask the peers that can answer at this size, and report how much longer they take than we do."""
    asked, asking, ours = look_ups
    normals = dict(Wording.objects.filter(pk__in={one.id for one in asking}).values_list("pk", "normal"))
    _gin(size, asking, ours)
    if size >= _MILLION:
        _trigrams(size, [normals[one.id] for one in asking], ours)
    if size <= _IN_MEMORY:
        _brute_force(size, [normals[one.id] for one in asking], ours)
    if size <= _FEW:
        _lsh(size, asking, asked)


def _gin(size: int, asking: Sequence[Worded], ours: Sequence[float]) -> None:
    with connection.cursor() as cursor:
        for statement in _BUILD_GIN.split(";"):
            cursor.execute(statement)
        spent = _ask(cursor.execute, [(_ASK_GIN, [one.id]) for one in _some(asking, _OFTEN)])
    _report("GIN over the same runs of three words", size, spent, ours)


def _trigrams(size: int, normals: Sequence[str], ours: Sequence[float]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm')")
        if not cursor.fetchone()[0]:
            report(bench="look-up against a peer", stored=size, peer="pg_trgm", missing="not on this server")
            return
        for statement in _BUILD_TRIGRAMS.split(";"):
            cursor.execute(statement)
        asked = _some(normals, _SELDOM)
        spent = _ask(cursor.execute, [(_ASK_TRIGRAMS, [normal, normal]) for normal in asked])
        cursor.execute("DROP INDEX bench_trigrams; DROP EXTENSION pg_trgm")
    _report("pg_trgm similarity", size, spent, ours)


def _brute_force(size: int, normals: Sequence[str], ours: Sequence[float]) -> None:
    stored = list(Wording.objects.values_list("normal", flat=True))
    scorer = fuzz.token_set_ratio
    asked = _some(normals, _SELDOM)
    calls = [partial(process.extract, one, stored, scorer=scorer, limit=50) for one in asked]
    spent = processor_milliseconds(calls)
    _report("rapidfuzz token_set_ratio, brute force", size, spent, ours)


def _lsh(size: int, asking: Sequence[Worded], asked: Sequence[Asked]) -> None:
    """Report the recall of MinHash LSH over the same runs, sixteen bands of two."""
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        missing = "not installed; requirements/install bench installs it"
        report(bench="recall against a peer", stored=size, peer="datasketch LSH", missing=missing)
        return

    def hashed(normal: str) -> MinHash:
        words = normal.split()
        runs = [" ".join(run).encode() for run in zip(words, words[1:], words[2:], strict=False)]
        minhash = MinHash(num_perm=32, seed=1)
        minhash.update_batch(runs or [normal.encode()])
        return minhash

    index = MinHashLSH(params=(16, 2), num_perm=32)
    rows = dict(Wording.objects.values_list("pk", "normal"))
    hashes = {pk: hashed(normal) for pk, normal in rows.items()}
    for pk, minhash in hashes.items():
        index.insert(pk, minhash)
    ids = {normal: pk for pk, normal in rows.items()}
    kinds: dict[str, list[bool]] = {}
    for wording, one in zip(asking, asked, strict=True):
        hit = ids[one.target.lower()] in index.query(hashes[wording.id])
        kinds.setdefault(one.kind, []).append(hit)
    recall = {kind: round(sum(hits) / len(hits), 3) for kind, hits in kinds.items()}
    report(bench="recall against a peer", stored=size, peer="datasketch LSH, 16 bands of 2", **recall)


def _some(rows: Sequence[T], number: int) -> Sequence[T]:
    """Return so many of the rows, evenly chosen: some of each kind of asking."""
    return rows[:: max(1, len(rows) // number)][:number]


def _ask(execute: Callable[..., object], statements: Collection[tuple[str, list[object]]]) -> list[float]:
    return processor_milliseconds([partial(execute, *statement) for statement in statements])


def _report(peer: str, size: int, spent: list[float], ours: Sequence[float]) -> None:
    here = {share: percentile(list(ours), share) for share in (0.5, 0.99)}
    there = {share: percentile(spent, share) for share in (0.5, 0.99)}
    report(
        bench="look-up against a peer",
        stored=size,
        peer=peer,
        peer_p50_ms=there[0.5],
        peer_p99_ms=there[0.99],
        times_p50=round(there[0.5] / here[0.5], 1),
        times_p99=round(there[0.99] / here[0.99], 1),
    )
