"""The index of stories: post an article's keys, and ask which others have them, each in one statement."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from quotes.services.statements import array, run

MOST_ARTICLES_A_KEY = 128

# In order, so that two workers that post the same key never wait for each other in a ring.
_POST = """
    INSERT INTO quotes_storykey (key, article)
    SELECT key, %(article)s::int FROM unnest(%(keys)s::int[]) posted(key) ORDER BY key
    ON CONFLICT DO NOTHING RETURNING 1
"""
# Newest first and capped: a key of boilerplate costs no more than any other. Articles are fetched one by
# one: the planner, who takes every key for a frequent one, would read the whole table to join it.
_SHARING = f"""
    WITH posting AS MATERIALIZED (
        SELECT asked.key, found.article
        FROM unnest(%(keys)s::int[]) asked(key) CROSS JOIN LATERAL (
            SELECT stored.article FROM quotes_storykey stored
            WHERE stored.key = asked.key ORDER BY stored.article DESC LIMIT {MOST_ARTICLES_A_KEY}
        ) found
    ), sharing AS MATERIALIZED (
        SELECT article, array_agg(key ORDER BY key) AS keys
        FROM posting WHERE article <> %(article)s::int GROUP BY article
    )
    SELECT sharing.article, sharing.keys, article.outlet_id, article.published_at
    FROM sharing CROSS JOIN LATERAL (
        SELECT outlet_id, published_at FROM quotes_article WHERE id = sharing.article LIMIT 1
    ) article
    ORDER BY cardinality(sharing.keys) DESC, sharing.article
"""  # noqa: S608 - our own number


@dataclass(frozen=True, slots=True)
class Sharing:
    """An article that shares keys with the one asked for."""

    article: int
    keys: frozenset[int]
    outlet: int
    published: datetime | None


def post(*, article: int, keys: Collection[int]) -> None:
    """Store the article's keys; those it has already stay."""
    run(_POST, {"article": article, "keys": array(sorted(set(keys)))})


def sharing(*, article: int, keys: Collection[int]) -> list[Sharing]:
    """Return the other articles that have any of the keys, those with most in common first."""
    rows = run(_SHARING, {"article": article, "keys": array(sorted(set(keys)))})
    return [Sharing(pk, frozenset(shared), outlet, published) for pk, shared, outlet, published in rows]
