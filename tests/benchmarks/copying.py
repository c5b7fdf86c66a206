"""Copies with ever more articles stored: how long a look-up takes, what it finds, what an article costs."""

import random
import time
from collections.abc import Callable
from functools import partial

from django.db import connection, transaction
from django.utils import timezone

from quotes.models import Article, Revision, Source, StoryKey
from quotes.services import copying
from quotes.services.copying.index import post, sharing
from quotes.services.copying.stories import stories
from quotes.services.statements import run as statement
from quotes.text.copying import compare, keys_of, story
from quotes.text.spans import Span
from tests.benchmarks.matching.clocks import processor_milliseconds
from tests.benchmarks.matching.speech import Speech
from tests.benchmarks.measuring import milliseconds, percentile, report

WORDS = 450
KEYS = 98  # of an article of so many words: two runs in nine
ASKED = 200
BACKGROUND = 5_000  # keys that one posting in ten has: formulas and boilerplate

# Keys of articles nobody asks for: numbers as even as hashes are, and some that many share.
_FILL = f"""
    WITH articles AS (
        INSERT INTO quotes_article (public_id, outlet_id, title, url, sender_id, standfirst, byline,
            published_as, dateline, credit, picture_credit, contributions, language, received_at, state,
            attempts, failure, matched_with)
        SELECT gen_random_uuid(), %(outlet)s, 'Filler', '', '', '', '[]', '', '', '', '', '[]', 'en', now(),
            'matched', 0, '', '' FROM generate_series(1, %(articles)s) RETURNING id
    )
    INSERT INTO quotes_storykey (key, article)
    SELECT (CASE WHEN random() < 0.1 THEN floor({BACKGROUND} * random() ^ 2)
                 ELSE floor((random() - 0.5) * 4294967296) END)::int, id
    FROM articles CROSS JOIN generate_series(1, {KEYS}) ON CONFLICT DO NOTHING
"""


def run(sizes: list[int]) -> None:
    """Measure at each number of stored articles, on tables of their own."""
    for size in sizes:
        with transaction.atomic():
            _measure(size)
            transaction.set_rollback(True)


def _measure(size: int) -> None:
    filler, paper, agency = (
        Source.objects.create(name=name, name_key=name, kind=Source.Kind.OUTLET)
        for name in ("filler", "paper", "agency")
    )
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE quotes_storykey")  # a table without what the size before left behind
        cursor.execute(_FILL, {"outlet": filler.pk, "articles": size})
    speech, drawn = Speech(seed=size), random.Random(size)
    originals = [_stored(agency, " ".join(speech.words(WORDS))) for _ in range(ASKED)]
    for article in originals:
        post(article=article.pk, keys=_keys(article))
    copies = [_stored(paper, _copied(article, speech, drawn)) for article in originals]
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE quotes_storykey, quotes_article")
    asked = [partial(sharing, article=article.pk, keys=_keys(article)) for article in copies]
    whole = [partial(copying.find, article=article.pk) for article in copies]
    milliseconds(asked[:20])
    looked, found = processor_milliseconds(asked), processor_milliseconds(whole)
    floor = processor_milliseconds([partial(statement, "SELECT 1", ())] * ASKED)
    right = sum(
        bool(copying.find(article=copy.pk).get((original.pk, copy.pk)))
        for original, copy in zip(originals, copies, strict=True)
    )
    report(
        bench="copies",
        stored=size,
        look_up_p50_ms=percentile(looked, 0.5),
        look_up_p99_ms=percentile(looked, 0.99),
        select_1_ms=percentile(floor, 0.5),
        find_p50_ms=percentile(found, 0.5),
        find_p99_ms=percentile(found, 0.99),
        recall=right / ASKED,
        **_sizes(),
    )
    _pure(originals[0], copies[0])


def _stored(outlet: Source, text: str) -> Article:
    article = Article.objects.create(
        outlet=outlet, published_at=timezone.now(), published_as="2025-03-01T10:00"
    )
    Revision.objects.create(article=article, text=text, digest="", body_start=0, body_end=len(text))
    return article


def _keys(article: Article) -> tuple[int, ...]:
    return keys_of(stories(articles=[article.pk])[article.pk].story).keys


def _copied(article: Article, speech: Speech, drawn: random.Random) -> str:
    """Return the article's text as a desk prints it: another top, the end cut, one word in thirty changed."""
    words = article.revisions.get().text.split()[60 : drawn.randint(150, WORDS)]
    changed = [speech.words(1)[0] if drawn.random() < 1 / 30 else word for word in words]
    return " ".join(speech.words(70) + changed)


def _pure(original: Article, copy: Article) -> None:
    """Report what the words alone cost, without a database, and how that grows with the text."""
    texts = [article.revisions.get().text for article in (original, copy)]
    for times in (1, 10):
        a, b = (story(text * times, Span(0, len(text) * times)) for text in texts)
        report(
            bench="copies, words alone",
            words=len(a.words),
            story_ms=_least(partial(story, texts[0] * times, Span(0, len(texts[0]) * times))),
            keys_ms=_least(partial(keys_of, a)),
            compare_ms=_least(partial(compare, a, b)),
        )


def _least(call: Callable[[], object]) -> float:
    """Return the least processor time of ten calls: what it costs of one core, alone."""
    return round(min(milliseconds([call] * 10, time.process_time)), 2)


def _sizes() -> dict[str, float]:
    """Return what the index takes of the disk."""
    table = StoryKey._meta.db_table
    ((size, articles),) = statement(
        f"SELECT pg_total_relation_size('{table}'), count(DISTINCT article) FROM {table}", ()
    )
    return {"bytes_an_article": round(size / articles)}
