"""Peers: other ways to do the same work, or a part of it, on the same texts and in the same run."""

from collections.abc import Collection
from typing import Any

from django.db import connection
from rapidfuzz import fuzz, process

from quotes.models import Wording

_BUILD_GIN = """
    DROP TABLE IF EXISTS bench_gin;
    CREATE TABLE bench_gin AS SELECT wording_id, array_agg(key) AS keys FROM quotes_wordingkey GROUP BY 1;
    CREATE INDEX bench_gin_keys ON bench_gin USING gin (keys);
    ANALYZE bench_gin;
"""
_ASK_GIN = """
    WITH asked AS (SELECT array_agg(key) AS keys FROM quotes_wordingkey WHERE wording_id = %s)
    SELECT wording_id FROM bench_gin, asked WHERE bench_gin.keys && asked.keys
    ORDER BY cardinality(ARRAY(SELECT unnest(bench_gin.keys) INTERSECT SELECT unnest(asked.keys))) DESC
    LIMIT 50
"""


class BruteForce:
    """rapidfuzz's token_set_ratio over every stored normal form, in memory."""

    name = "rapidfuzz token_set_ratio, brute force"

    def __init__(self) -> None:
        self._normal = list(Wording.objects.values_list("normal", flat=True))

    def ask(self, wordings: Collection[int]) -> None:
        """Find the fifty nearest of each wording."""
        for normal in Wording.objects.filter(pk__in=wordings).values_list("normal", flat=True):
            process.extract(normal, self._normal, scorer=fuzz.token_set_ratio, limit=50)


class Gin:
    """PostgreSQL's GIN over the same keys, ranked by the number of keys in common."""

    name = "GIN over the same keys"

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_BUILD_GIN)

    def ask(self, wordings: Collection[int]) -> None:
        """Find the fifty nearest of each wording."""
        with connection.cursor() as cursor:
            for wording in wordings:
                cursor.execute(_ASK_GIN, [wording])
                cursor.fetchall()


class Tokenizer:
    """spaCy's blank English tokenizer: what every parser-based reader pays before it starts."""

    name = "spaCy blank English tokenizer"
    missing = "spaCy is not installed; requirements/install bench installs it"

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer

    @classmethod
    def installed(cls) -> "Tokenizer | None":
        """Return the tokenizer, None where spaCy is not installed."""
        try:
            import spacy
        except ImportError:
            return None
        return cls(spacy.blank("en").tokenizer)

    def ask(self, text: str) -> None:
        """Split `text` into tokens."""
        self._tokenizer(text)
