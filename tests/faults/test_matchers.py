"""Many processes match overlapping articles at once: the partition of one, no pair twice, no deadlock."""

import os
import random
import subprocess
import sys

import pytest

from quotes.models import Appearance, Article, Hop, Match, Quote
from quotes.services.matching import match_article
from quotes.services.verifying import breaches
from tests.factories import AppearanceFactory, ArticleFactory, OutletFactory, SourceFactory
from tests.faults.processes import ROOT

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(300)]

SAID = [
    f"The {thing} will not {verb} again before the {place} has been rebuilt in {stuff}"
    for thing, verb, place, stuff in (
        ("ferry", "sail", "harbour wall", "stone"),
        ("tram", "run", "old viaduct", "steel"),
        ("market", "open", "customs hall", "brick"),
        ("school", "teach", "northern wing", "timber"),
        ("mill", "grind", "upper weir", "granite"),
    )
]


def printed_over_and_over(articles: int) -> list[int]:
    """Store read articles that each print several of the statements: whole, in part, or altered."""
    chance = random.Random(7)
    outlets = [OutletFactory() for _ in range(4)]
    speakers = [SourceFactory() for _ in range(2)]
    made = []
    for _ in range(articles):
        said = [_variant(chance, words) for words in chance.sample(SAID, 3)]
        text = "\n\n".join(f"“{words},” she said." for words in said) + "\n"
        article = ArticleFactory(text=text, outlet=chance.choice(outlets), state=Article.State.READ)
        for words in said:
            AppearanceFactory(article=article, text=words, chain=[chance.choice(speakers)])
        made.append(article.pk)
    return made


def _variant(chance: random.Random, words: str) -> str:
    parts = [
        words,
        words,
        words.split(" again ")[1],
        words.replace(" not ", " "),
        words.replace("has", "had"),
    ]
    return chance.choice(parts)


def together(processes: int, articles: list[int], url: str) -> None:
    """Have so many processes match all the articles at once; each ends without an error."""
    command = [sys.executable, "-m", "tests.faults.matchers", str(processes), *map(str, articles)]
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tracker.settings"}
    ended = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240, check=False
    )
    assert (ended.returncode, "Traceback" in ended.stderr, "deadlock" in ended.stderr) == (0, False, False), (
        ended.stderr
    )


def partition() -> set[tuple[frozenset[int], str, int, int]]:
    parts: dict[Quote, set[int]] = {}
    for row in Appearance.objects.select_related("quote"):
        parts.setdefault(row.quote, set()).add(row.pk)
    return {
        (frozenset(part), quote.text, quote.appearance_count, quote.outlet_count)
        for quote, part in parts.items()
    }


def alone(articles: list[int]) -> None:
    """Match them anew, one after the other."""
    Match.objects.all().delete()
    Appearance.objects.update(quote=None)
    Article.objects.update(state=Article.State.READ)
    for article in articles:
        assert match_article(article_id=article)


@pytest.mark.parametrize(("processes", "articles"), [(4, 24), pytest.param(16, 120, marks=pytest.mark.full)])
def test_matching_side_by_side_gives_the_partition_of_one(
    processes: int, articles: int, own_database_url: str
) -> None:
    ids = printed_over_and_over(articles)

    together(processes, ids, own_database_url)

    assert not Article.objects.exclude(state=Article.State.MATCHED).exists()
    found, pairs = partition(), list(Match.objects.current().values_list("a", "b"))
    assert (len(pairs), [str(breach) for breach in breaches()]) == (len(set(pairs)), [])
    assert any(len(part) > 1 for part, *_ in found)
    alone(ids)
    assert (partition(), set(Match.objects.current().values_list("a", "b"))) == (found, set(pairs))
    assert Hop.objects.count() == 3 * articles
