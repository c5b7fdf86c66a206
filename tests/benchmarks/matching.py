"""Matching an article of eight quotes, with ever more quotes stored."""

import time
from collections.abc import Iterator
from functools import partial

from django.db import connection

from quotes.models import Appearance, Article, Wording
from quotes.services.matching.candidates import candidates
from quotes.services.matching.match import match_article
from quotes.services.matching.trial import Record, store_records
from tests.benchmarks.measuring import milliseconds, percentile, report
from tests.benchmarks.peers import BruteForce, Gin
from tests.benchmarks.synthetic import Speech

QUOTES_AN_ARTICLE = 8
ARTICLES = 30
ASKED_OF_PEERS = 5
AT_ONCE = 10_000


def run(sizes: list[int]) -> None:
    """Measure at each number of stored quotes, each on top of the one before."""
    stored: list[str] = []
    for size in sizes:
        speech = Speech(seed=size)
        new = list(speech.quotes(size - len(stored)))
        start = time.perf_counter()
        for first in range(0, len(new), AT_ONCE):
            store_records(list(_records(f"{size}-{first}", new[first : first + AT_ONCE])))
        report(bench="store", stored=size, quotes_a_second=round(len(new) / (time.perf_counter() - start)))
        stored += new
        _analyze()
        _measure(size, speech, stored)


def _measure(size: int, speech: Speech, stored: list[str]) -> None:
    """Match articles that print four stored quotes altered and four new ones; half the work is in each."""
    step = max(1, len(stored) // (ARTICLES * QUOTES_AN_ARTICLE))
    targets = stored[::step][: ARTICLES * QUOTES_AN_ARTICLE // 2]
    quotes = [text for target in targets for text in (speech.altered(target), *speech.quotes(1))]
    store_records(list(_records(f"asking-{size}", quotes)))
    articles = list(Article.objects.filter(sender_id__startswith=f"asking-{size}-").order_by("pk"))
    wordings = [list(article.appearances.values_list("wording_id", flat=True)) for article in articles]
    matched = milliseconds(partial(match_article, article_id=article.pk) for article in articles)
    found = milliseconds(partial(candidates, wordings=asked) for asked in wordings)
    figures = {"stored": size, "quotes": QUOTES_AN_ARTICLE, "p50_ms": percentile(found, 0.5)}
    report(
        bench="match_article", stored=size, p50_ms=percentile(matched, 0.5), p99_ms=percentile(matched, 0.99)
    )
    report(bench="candidates", **figures, p99_ms=percentile(found, 0.99), recall=_recall(articles, targets))
    for peer in (BruteForce(), Gin()):
        taken = milliseconds(partial(peer.ask, asked) for asked in wordings[:ASKED_OF_PEERS])
        slow = percentile(taken, 0.5)
        times = round(slow / percentile(found, 0.5), 1)
        report(bench="candidates against a peer", **figures, peer=peer.name, peer_p50_ms=slow, times=times)


def _recall(articles: list[Article], targets: list[str]) -> float:
    """Return the share of altered printings whose stored quote is among the candidates."""
    known = {row.normal: row.pk for row in Wording.objects.filter(normal__in=[t.casefold() for t in targets])}
    asking = list(Appearance.objects.filter(article__in=articles).order_by("pk"))[::2]
    found = candidates(wordings=[row.wording_id for row in asking])
    wordings = dict(
        Appearance.objects.filter(pk__in={one.appearance for one in found}).values_list("pk", "wording_id")
    )
    pairs = {(one.asking, wordings[one.appearance]) for one in found}
    wanted = zip(asking, targets, strict=True)
    hits = [(row.wording_id, known.get(target.casefold())) in pairs for row, target in wanted]
    return round(sum(hits) / len(hits), 3)


def _records(name: str, quotes: list[str]) -> Iterator[Record]:
    for place, text in enumerate(quotes):
        article = f"{name}-{place // QUOTES_AN_ARTICLE:06d}"
        yield Record(
            f"{article}#{place:08d}", article, "The Ledger", "2025-03-11", text, f"Speaker {place % 997}"
        )


def _analyze() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
