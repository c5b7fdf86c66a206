"""Stored: the synthetic printings as rows, eight to an article, on empty tables at each size."""

from collections.abc import Iterator, Sequence

import xxhash
from django.db import connection, transaction

from quotes.services.loading.wordings import load_wordings
from quotes.services.matching.trial import Record, store_records
from tests.benchmarks.matching.clocks import Taken, taken
from tests.benchmarks.matching.printings import Print
from tests.benchmarks.measuring import report

QUOTES_AN_ARTICLE = 8
_WHOLE = 4_000
_OUTLETS = 400
_EMPTY = """
    TRUNCATE quotes_source, quotes_wording, quotes_wordingkey, quotes_quote, quotes_article CASCADE;
    INSERT INTO quotes_source (public_id, name, name_key, kind, disambiguation, homepage, created_at)
    SELECT gen_random_uuid(), 'Ledger ' || n, 'ledger ' || n, 'outlet', '', '', now()
    FROM generate_series(1, 400) n;
    CREATE TEMP TABLE IF NOT EXISTS given
        (article int, start int, text text, speaker text, day date, digest uuid, once boolean);
    TRUNCATE given
"""
# The mass of the printings as the services would store them. How fast is not measured: see `_report_whole`.
_MASS = """
    SET LOCAL session_replication_role = replica;
    SET LOCAL work_mem = '256MB';
    CREATE TEMP TABLE numbered ON COMMIT DROP AS
    SELECT row_number() OVER (ORDER BY article, start) AS place, * FROM given;
    INSERT INTO quotes_article (id, public_id, outlet_id, sender_id, published_at, published_as, state,
        url, title, standfirst, byline, dateline, credit, picture_credit, contributions, language,
        received_at, attempts, failure)
    SELECT article, gen_random_uuid(), (SELECT min(id) FROM quotes_source) + article % 400,
        'mass-' || article, min(day), min(day)::text, 'matched', '', '', '', '[]',
        '', '', '', '[]', 'en', now(), 0, ''
    FROM given GROUP BY article;
    INSERT INTO quotes_revision (id, article_id, number, text, digest, body_start, body_end, furniture,
        created_at)
    SELECT article, article, 1, string_agg(speaker || ': ' || text || E'\\n\\n', '' ORDER BY start), '', 0, 0,
        '[]', now()
    FROM given GROUP BY article;
    INSERT INTO quotes_quote (id, public_id, text, first_published_at, appearance_count, outlet_count,
        created_at)
    SELECT place, gen_random_uuid(), text, day, 1, 1, now() FROM numbered WHERE once;
    INSERT INTO quotes_appearance (id, quote_id, public_id, article_id, revision_id, wording_id, start, "end",
        segments, text, kind, joint, cue, setting, confidence, state, reader, reason)
    SELECT place, CASE WHEN once THEN place END, gen_random_uuid(), article, article, wording.id,
        start, start + length(text), '[]', text, 'direct', 0, '', '', 1, 'suggested', '', ''
    FROM numbered LEFT JOIN quotes_wording wording USING (digest);
    INSERT INTO quotes_hop (appearance_id, position, name, basis, start, "end", evidence, candidates,
        confidence, reason)
    SELECT place, 0, speaker, 'explicit', start - length(speaker) - 2,
        start - 2, speaker, '[]', 1, ''
    FROM numbered;
    SELECT setval(pg_get_serial_sequence(name, 'id'), 10000000) FROM unnest(ARRAY['quotes_article',
        'quotes_revision', 'quotes_appearance', 'quotes_quote']) name;
"""


def store(printed: Sequence[Print]) -> None:
    """Store the printings on empty tables, and report how fast and how large."""
    size = len(printed)
    with connection.cursor() as cursor:
        cursor.execute(_EMPTY)
    loading = taken(lambda: load_wordings(texts=(one.text for one in printed)))
    _report("bulk load: wordings and keys, from texts", size, size, loading)
    with connection.cursor() as cursor:
        report(bench="storage of wordings and keys", stored=size, **_sizes(size))
        with transaction.atomic(), cursor.copy("COPY given FROM STDIN") as copy:
            copy.write("".join(_rows(printed)))
        with transaction.atomic():
            cursor.execute(_MASS)
        cursor.execute("VACUUM (ANALYZE)")
    given = records(f"whole-{size}", printed[:_WHOLE])
    storing = taken(lambda: store_records(given))
    _report("bulk load: articles, revisions, appearances, hops, wordings known", size, len(given), storing)


def records(name: str, printed: Sequence[Print]) -> list[Record]:
    """Return the printings as records of articles called after `name`."""
    return [
        Record(
            qid=f"{name}-{place:08d}",
            art=f"{name}-{place // QUOTES_AN_ARTICLE:07d}",
            outlet=f"Ledger {1 + place // QUOTES_AN_ARTICLE % _OUTLETS}",
            date=_day(place),
            text=one.text,
            source=f"Speaker {one.speaker}",
        )
        for place, one in enumerate(printed)
    ]


def _day(place: int) -> str:
    article = place // QUOTES_AN_ARTICLE
    return f"2025-{1 + article % 12:02d}-{1 + article // 12 % 28:02d}"


def _rows(printed: Sequence[Print]) -> Iterator[str]:
    at = 0
    for place, one in enumerate(printed):
        speaker = f"Speaker {one.speaker}"
        at = len(speaker) + 2 + (at if place % QUOTES_AN_ARTICLE else 0)
        normal = one.text.lower().strip("“”!… ")  # of texts as plain as these
        digest = xxhash.xxh3_128_hexdigest(normal.encode())
        article = 1 + place // QUOTES_AN_ARTICLE
        yield f"{article}\t{at}\t{one.text}\t{speaker}\t{_day(place)}\t{digest}\t{one.printed == 1}\n"
        at += len(one.text) + 2


def _report(bench: str, stored: int, quotes: int, spent: Taken) -> None:
    figures = {"quotes_a_second": round(quotes / spent.wall), "our_cpu_us": round(1e6 * spent.ours / quotes)}
    figures["server_cpu_us"] = round(1e6 * spent.servers / quotes)
    report(bench=bench, stored=stored, **figures)


def _sizes(stored: int) -> dict[str, float]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_total_relation_size('quotes_wording') + pg_total_relation_size('quotes_wordingkey'),"
            " (SELECT count(*) FROM quotes_wording), (SELECT count(*) FROM quotes_wordingkey)"
        )
        size, wordings, postings = cursor.fetchone()
    return {
        "wordings": wordings,
        "keys_a_wording": round(postings / wordings, 1),
        "bytes_a_wording": round(size / wordings),
        "bytes_a_quote": round(size / stored),
    }
