"""The rules that hold at any time, each as a statement that finds what breaks it.

Most are constraints and triggers too, so that nothing breaks them unseen; here they are asked of rows
that were restored, copied or written while a trigger was away.
"""

from dataclasses import dataclass

REPORT = "report this"
RESTORE = "restore the row from a backup, and look who wrote past the triggers"
MATCH_AGAIN = "have its article matched again"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in words; `broken_by` selects a text column that names each row breaking it."""

    name: str
    broken_by: str
    remedy: str


_DECIDED = ("appearance", "hop", "match", "copy", "alias", "stance", "act", "keptapart", "flag")
_MERGEABLE = ("quote", "source", "claim")
_STANDING = "a.state <> 'rejected' AND a.kind <> 'indirect'"
# Quotes are counted anew when the articles that print them are matched: those under way are not due yet.
_SETTLED = """
    NOT EXISTS (SELECT FROM quotes_appearance u JOIN quotes_article r ON r.id = u.article_id
                WHERE u.quote_id = q.id AND r.state <> 'matched')
"""

SPANS = (
    Rule(
        "the text at a span is the stored one",
        """
        SELECT format('appearance %s at %s..%s', a.public_id, a.start, a."end")
        FROM quotes_appearance a JOIN quotes_revision r ON r.id = a.revision_id
        WHERE substr(r.text, a.start + 1, a."end" - a.start) <> a.text
        """,
        RESTORE,
    ),
    Rule(
        "a cue's text at its span is the stored one",
        """
        SELECT format('appearance %s', a.public_id)
        FROM quotes_appearance a JOIN quotes_revision r ON r.id = a.revision_id
        WHERE a.cue_start IS NOT NULL AND substr(r.text, a.cue_start + 1, a.cue_end - a.cue_start) <> a.cue
        """,
        RESTORE,
    ),
    Rule(
        "a hop's evidence is the text at its span",
        """
        SELECT format('hop %s of appearance %s', h.position, a.public_id)
        FROM quotes_hop h JOIN quotes_appearance a ON a.id = h.appearance_id
        JOIN quotes_revision r ON r.id = a.revision_id
        WHERE h.start IS NOT NULL AND substr(r.text, h.start + 1, h."end" - h.start) <> h.evidence
        """,
        RESTORE,
    ),
    Rule(
        "the segments of an appearance lie in its span",
        """
        SELECT format('appearance %s', a.public_id) FROM quotes_appearance a
        WHERE EXISTS (SELECT FROM jsonb_array_elements(a.segments) s
                      WHERE (s->>0)::int < a.start OR (s->>1)::int > a."end" OR (s->>0)::int >= (s->>1)::int)
        """,
        RESTORE,
    ),
    Rule(
        "an appearance is of its revision's article",
        """
        SELECT format('appearance %s', a.public_id)
        FROM quotes_appearance a JOIN quotes_revision r ON r.id = a.revision_id
        WHERE r.article_id <> a.article_id
        """,
        RESTORE,
    ),
    Rule(
        "a chain has the positions 0..n",
        """
        SELECT format('appearance %s', a.public_id)
        FROM quotes_hop h JOIN quotes_appearance a ON a.id = h.appearance_id
        GROUP BY a.public_id HAVING count(DISTINCT h.position) <> max(h.position) + 1 OR min(h.position) <> 0
        """,
        "have its article read again",
    ),
)
PAIRS = (
    Rule(
        "a pair is two appearances in order",
        "SELECT format('match %s', m.public_id) FROM quotes_match m WHERE m.a_id >= m.b_id",
        RESTORE,
    ),
    Rule(
        "a pair has one judgement in force",
        """
        SELECT format('matches %s', string_agg(m.public_id::text, ', ' ORDER BY m.id)) FROM quotes_match m
        WHERE m.superseded_at IS NULL GROUP BY m.a_id, m.b_id HAVING count(*) > 1
        """,
        "set superseded_at on all but the one a person judged, else the newest",
    ),
    Rule(
        "what people judged different is in two quotes",
        """
        SELECT format('match %s, quote %s', m.public_id, q.public_id)
        FROM quotes_match m JOIN quotes_appearance a ON a.id = m.a_id
        JOIN quotes_appearance b ON b.id = m.b_id
        JOIN quotes_quote q ON q.id = a.quote_id
        WHERE m.superseded_at IS NULL AND m.decided_by_id IS NOT NULL AND m.judgement = 'different'
          AND a.quote_id = b.quote_id AND 'rejected' NOT IN (a.state, b.state)
        """,
        MATCH_AGAIN,
    ),
    Rule(
        "what people judged the same is in one quote",
        """
        SELECT format('match %s', m.public_id)
        FROM quotes_match m JOIN quotes_appearance a ON a.id = m.a_id
        JOIN quotes_appearance b ON b.id = m.b_id
        WHERE m.superseded_at IS NULL AND m.decided_by_id IS NOT NULL AND m.judgement IN ('same', 'altered')
          AND a.quote_id IS DISTINCT FROM b.quote_id AND 'rejected' NOT IN (a.state, b.state)
        """,
        MATCH_AGAIN,
    ),
)
OUTCOMES = (
    Rule(
        "a tie that joined nothing is between two quotes",
        """
        SELECT format('match %s', m.public_id)
        FROM quotes_match m JOIN quotes_appearance a ON a.id = m.a_id
        JOIN quotes_appearance b ON b.id = m.b_id
        WHERE m.superseded_at IS NULL AND m.outcome <> '' AND a.quote_id = b.quote_id
          AND 'rejected' NOT IN (a.state, b.state)
        """,
        MATCH_AGAIN,
    ),
)
MERGES = tuple(
    Rule(
        f"a merged {table} leads to one that lives",
        f"""
        WITH RECURSIVE onward(start, id, steps) AS (
            SELECT id, merged_into_id, 1 FROM quotes_{table} WHERE merged_into_id IS NOT NULL
            UNION ALL
            SELECT o.start, t.merged_into_id, o.steps + 1 FROM onward o JOIN quotes_{table} t ON t.id = o.id
            WHERE t.merged_into_id IS NOT NULL AND o.steps < 1000
        )
        SELECT format('{table} %s', t.public_id) FROM quotes_{table} t
        WHERE t.id IN (SELECT start FROM onward WHERE steps >= 1000 OR id = start)
        """,  # noqa: S608 - our own table names
        "empty merged_into on one of the rows of the circle",
    )
    for table in _MERGEABLE
)
COUNTS = (
    Rule(
        "a quote's counters equal a recount",
        f"""
        SELECT format('quote %s counts %s in %s outlets, there are %s in %s', q.public_id, q.appearance_count,
                      q.outlet_count, count(a.id), count(DISTINCT r.outlet_id))
        FROM quotes_quote q LEFT JOIN quotes_appearance a ON a.quote_id = q.id AND {_STANDING}
        LEFT JOIN quotes_article r ON r.id = a.article_id
        WHERE {_SETTLED} GROUP BY q.id
        HAVING (q.appearance_count, q.outlet_count) <> (count(a.id), count(DISTINCT r.outlet_id))
        """,  # noqa: S608 - our own conditions
        MATCH_AGAIN,
    ),
    Rule(
        "a quote's first printing is its earliest",
        f"""
        SELECT format('quote %s', q.public_id)
        FROM quotes_quote q JOIN quotes_appearance a ON a.quote_id = q.id AND {_STANDING}
        JOIN quotes_article r ON r.id = a.article_id
        WHERE {_SETTLED} GROUP BY q.id HAVING q.first_published_at IS DISTINCT FROM min(r.published_at)
        """,  # noqa: S608 - our own conditions
        MATCH_AGAIN,
    ),
    Rule(
        "a merged quote prints nothing",
        """
        SELECT format('appearance %s in the merged quote %s', a.public_id, q.public_id)
        FROM quotes_appearance a JOIN quotes_quote q ON q.id = a.quote_id WHERE q.merged_into_id IS NOT NULL
        """,
        MATCH_AGAIN,
    ),
    Rule(
        "a merged source is named by no hop and prints no article",
        """
        SELECT format('source %s', s.public_id) FROM quotes_source s
        WHERE s.merged_into_id IS NOT NULL AND (EXISTS (SELECT FROM quotes_hop h WHERE h.source_id = s.id)
              OR EXISTS (SELECT FROM quotes_article r WHERE r.outlet_id = s.id))
        """,
        "undo its merge and merge it again",
    ),
    Rule(
        "every printing of a matched article is in a quote",
        f"""
        SELECT format('appearance %s', a.public_id)
        FROM quotes_appearance a JOIN quotes_article r ON r.id = a.article_id
        WHERE a.quote_id IS NULL AND {_STANDING} AND r.state = 'matched'
        """,  # noqa: S608 - our own conditions
        MATCH_AGAIN,
    ),
    Rule(
        "reported speech is in no quote",
        """
        SELECT format('appearance %s', a.public_id) FROM quotes_appearance a
        WHERE a.kind = 'indirect' AND a.quote_id IS NOT NULL
        """,
        REPORT,
    ),
    Rule(
        "a quote's words are printed in it",
        f"""
        SELECT format('quote %s', q.public_id) FROM quotes_quote q
        WHERE q.appearance_count > 0 AND q.merged_into_id IS NULL AND {_SETTLED}
          AND NOT EXISTS (SELECT FROM quotes_appearance a WHERE a.quote_id = q.id AND {_STANDING}
                          AND (strpos(a.text, q.text) > 0 OR jsonb_array_length(a.segments) > 1))
        """,  # noqa: S608 - our own conditions
        MATCH_AGAIN,
    ),
)
DECISIONS = tuple(
    Rule(
        "a decision has a person and a time",
        f"""
        SELECT format('{table} number %s', d.id) FROM quotes_{table} d
        WHERE (d.decided_by_id IS NULL) <> (d.decided_at IS NULL)
        """,  # noqa: S608 - our own table names
        RESTORE,
    )
    for table in _DECIDED
)
WORK = tuple(
    Rule(
        "nothing runs past its lease",
        f"""
        SELECT format('{table} %s', w.public_id) FROM quotes_{table} w
        WHERE w.lease_until < statement_timestamp() - interval '120 seconds'
          AND w.state IN ('accepted', 'read', 'waiting', 'running')
        """,  # noqa: S608 - our own table names
        "see that a worker and beat run: the sweep takes it up",
    )
    for table in ("article", "job")
)
RULES = (*SPANS, *PAIRS, *OUTCOMES, *MERGES, *COUNTS, *DECISIONS, *WORK)
