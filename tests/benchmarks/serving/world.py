"""The stored printings as an installation has them: quotes, speakers, agencies, and matches between."""

from django.db import connection, transaction

# Every second article came through one of twenty agencies; a quote is the printings of one wording.
_COMPLETE = """
    SET LOCAL session_replication_role = replica;
    SET LOCAL work_mem = '256MB';
    INSERT INTO quotes_source (public_id, name, name_key, kind, disambiguation, homepage, created_at)
    SELECT gen_random_uuid(), name, lower(name), 'person', '', '', now()
    FROM (SELECT DISTINCT name FROM quotes_hop WHERE position = 0 AND source_id IS NULL) speaker;
    INSERT INTO quotes_source (public_id, name, name_key, kind, disambiguation, homepage, created_at)
    SELECT gen_random_uuid(), 'Agency ' || n, 'agency ' || n, 'agency', '', '', now()
    FROM generate_series(1, 20) n;
    UPDATE quotes_hop hop SET source_id = source.id
    FROM quotes_source source WHERE source.name = hop.name AND source.kind = 'person';
    INSERT INTO quotes_hop (appearance_id, position, source_id, name, basis, start, "end", evidence,
        candidates, confidence, reason)
    SELECT appearance.id, 1, agency.id, agency.name, 'credit', appearance.start, appearance."end",
        appearance.text, '[]', 1, ''
    FROM quotes_appearance appearance
    JOIN quotes_source agency ON agency.name = 'Agency ' || 1 + appearance.article_id % 20
    WHERE appearance.article_id % 2 = 0;
    WITH made AS (
        INSERT INTO quotes_quote (public_id, text, appearance_count, outlet_count, created_at,
            first_published_at)
        SELECT gen_random_uuid(), min(appearance.text), count(*), count(DISTINCT article.outlet_id), now(),
            min(article.published_at)
        FROM quotes_appearance appearance JOIN quotes_article article ON article.id = appearance.article_id
        WHERE appearance.quote_id IS NULL AND wording_id IS NOT NULL GROUP BY wording_id RETURNING id, text
    )
    UPDATE quotes_appearance appearance SET quote_id = made.id
    FROM made JOIN quotes_appearance one ON one.text = made.text AND one.quote_id IS NULL
    WHERE appearance.wording_id = one.wording_id AND appearance.quote_id IS NULL;
    UPDATE quotes_quote quote SET speaker_id = said.source
    FROM (SELECT appearance.quote_id, min(hop.source_id) AS source FROM quotes_appearance appearance
          JOIN quotes_hop hop ON hop.appearance_id = appearance.id AND hop.position = 0
          WHERE quote_id IS NOT NULL GROUP BY quote_id HAVING count(DISTINCT hop.source_id) = 1) said
    WHERE said.quote_id = quote.id;
    INSERT INTO quotes_match (public_id, a_id, b_id, relation, fuller, judgement, score, differences, changes,
        features, version, outcome, reason, created_at)
    SELECT gen_random_uuid(), a, b, 'exact', 'a', 'same', 1, '[]', '[]', '{}', '', '', '', now()
    FROM (SELECT id AS b, lag(id) OVER (PARTITION BY quote_id ORDER BY id) AS a FROM quotes_appearance
          WHERE quote_id IS NOT NULL) pair WHERE a IS NOT NULL;
"""


def complete() -> None:
    """Make what `stored.store` leaves out, and let the planner know."""
    with connection.cursor() as cursor:
        with transaction.atomic():
            cursor.execute(_COMPLETE)
        cursor.execute("VACUUM (ANALYZE)")
