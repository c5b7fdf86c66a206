"""Keys in hash partitions: the very same statements, each probe in one partition."""

import pytest
from django.db import connection

from quotes.models import WordingKey
from quotes.services.matching.candidates import candidates
from quotes.services.matching.wordings import find_or_create
from tests.quotes.services.samples import EXPECTED, match_samples, partition

pytestmark = pytest.mark.django_db

PARTS = 4
PARTED = """
    DROP TABLE quotes_wordingkey;
    CREATE TABLE quotes_wordingkey (key int NOT NULL, wording int NOT NULL, PRIMARY KEY (key, wording))
        PARTITION BY HASH (key);
"""
PART = """
    CREATE TABLE quotes_wordingkey_{0} PARTITION OF quotes_wordingkey
        FOR VALUES WITH (MODULUS 4, REMAINDER {0})
"""


def test_match_finds_the_same_quotes_with_its_keys_in_hash_partitions() -> None:
    paths = list(EXPECTED["articles"])
    match_samples(paths)
    whole, postings = partition(), WordingKey.objects.count()
    with connection.cursor() as cursor:
        forget(cursor)
        cursor.execute(PARTED)
        for part in range(PARTS):
            cursor.execute(PART.format(part))

    match_samples(paths)

    assert partition() == whole
    assert WordingKey.objects.count() == postings
    assert all(count > postings / PARTS / 2 for count in sizes())
    text = "There are eleven ships at anchor tonight and no room for a twelfth"
    asked = find_or_create(texts=[text])[text]
    assert candidates(keys={asked.id: asked.keys})


def forget(cursor) -> None:
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute("TRUNCATE quotes_article, quotes_quote, quotes_wording, quotes_wordingkey CASCADE")


def sizes() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM quotes_wordingkey GROUP BY tableoid")
        return [count for (count,) in cursor.fetchall()]
