"""Matching side by side: many workers give the partition one would, and no pair twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from quotes.models import Appearance, Article, Match, Quote
from quotes.services.matching.match import match_article
from tests.quotes.services.samples import EXPECTED, partition, read_sample

pytestmark = pytest.mark.django_db(transaction=True)

PATHS = [path for path in EXPECTED["articles"] if "2025-06-0" in path]
WORKERS = 4


def match_and_disconnect(article: int) -> bool:
    try:
        return match_article(article_id=article)
    finally:
        connection.close()


def test_match_article_side_by_side_gives_the_partition_of_one_worker() -> None:
    articles = [read_sample(path).pk for path in PATHS]
    twice = [*articles, *articles[::-1]]

    with ThreadPoolExecutor(WORKERS) as workers:
        done = list(workers.map(match_and_disconnect, twice))
    together = partition()
    pairs = list(Match.objects.current().values_list("a", "b"))
    one_by_one(articles)

    assert (done.count(True), len(pairs)) == (len(articles), len(set(pairs)))
    assert together == partition()


def one_by_one(articles: list[int]) -> None:
    Match.objects.all().delete()
    Appearance.objects.update(quote=None)
    Quote.objects.update(merged_into=None)  # what side by side merged forwards
    Quote.objects.all().delete()
    Article.objects.update(state=Article.State.READ)
    for article in articles:
        match_article(article_id=article)
