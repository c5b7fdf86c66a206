"""Matching: printings of the same words become one quote, whatever order they come in, once and for all."""

import random
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction

from quotes.models import Appearance, Article, Match, Quote, Wording, WordingKey
from quotes.services.matching.match import match_article
from tests.factories import AppearanceFactory, ArticleFactory, SourceFactory
from tests.quotes.services.samples import EXPECTED, match_samples, partition, read_sample

pytestmark = pytest.mark.django_db

SEED_LIKE = "stannet-ledger/2025-03-11-karsen-gates-stay-shut.txt"
SHIPS = "There are eleven ships at anchor tonight and no room for a twelfth"

REASON = "The Vasteny Courier of 2025-03-29 reports another occasion: {} had printed the words on {}."


def rows_of_matching() -> dict[str, list[Any]]:
    """Return every row that matching writes, history included."""
    events = [apps.get_model("quotes", f"{name}Event") for name in ("Quote", "Appearance", "Match")]
    models = [Quote, Appearance, Match, Wording, WordingKey, *events]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.full) for seed in range(2, 20))])
def test_match_article_finds_the_same_quotes_in_any_order_of_ingestion(seed: int) -> None:
    paths = list(EXPECTED["articles"])
    shuffled = random.Random(seed).sample(paths, len(paths))
    with transaction.atomic():
        match_samples(paths)
        in_order = partition()
        transaction.set_rollback(True)

    match_samples(shuffled)

    assert partition() == in_order


def test_match_article_finds_the_quotes_of_the_samples() -> None:
    match_samples(list(EXPECTED["articles"]))

    found = {part for part in partition() if len(part) > 1}
    expected = [{place(row) for row in quote["appearances"]} for quote in EXPECTED["same_quote"]]
    assert found == {frozenset(part) for part in expected if len(part) > 1}


def place(row: dict[str, Any]) -> tuple[str, int, int]:
    return row["article"], row["span"][0], row["span"][1]


def test_match_article_leaves_no_history_of_the_first_quote_of_an_appearance() -> None:
    match_samples(list(EXPECTED["articles"])[:2])

    events = apps.get_model("quotes", "AppearanceEvent").objects
    assert not events.filter(quote=None).exists()
    assert Appearance.objects.quoted().filter(quote=None).count() == 0


def test_match_article_says_why_the_same_words_are_another_quote() -> None:
    match_samples(list(EXPECTED["articles"])[:7])

    slogans = Match.objects.filter(relation="stock", a__text__startswith="Our water is our bread")

    assert {(match.judgement, match.reason) for match in slogans} == {
        ("different", REASON.format("The Stannet Ledger", "2025-03-11")),
        ("different", REASON.format("The Evening Lantern", "2025-03-12")),
    }


def test_match_article_changes_nothing_on_a_second_run() -> None:
    match_samples(list(EXPECTED["articles"])[:5])
    before = rows_of_matching()
    Article.objects.update(state=Article.State.READ)

    for article in Article.objects.order_by("pk"):
        assert match_article(article_id=article.pk) is True

    assert rows_of_matching() == before


def test_match_article_does_nothing_for_a_matched_article() -> None:
    article = read_sample(SEED_LIKE)

    assert [match_article(article_id=article.pk) for _ in range(2)] == [True, False]


def test_match_article_shows_the_same_words_given_to_two_speakers() -> None:
    match_samples([path for path in EXPECTED["articles"] if "2025-06-0" in path])

    conflict = Quote.objects.conflicting().get()

    assert (conflict.text, conflict.speaker, conflict.outlet_count) == (SHIPS, None, 3)


def test_match_article_prefers_the_words_most_outlets_bear_out() -> None:
    match_samples([path for path in EXPECTED["articles"] if "2025-03-1" in path])

    printed = Appearance.objects.get(text__startswith="We will open the gates of Karsen")

    assert printed.quote.text.startswith("We will not open the gates of Karsen")


def test_match_article_puts_every_appearance_into_a_quote_that_counts_it() -> None:
    match_samples(list(EXPECTED["articles"]))

    counted = {
        quote.pk: (quote.appearances.count(), len({row.article.outlet_id for row in quote.appearances.all()}))
        for quote in Quote.objects.filter(appearance_count__gt=0)
    }
    assert not Appearance.objects.filter(quote__isnull=True).exists()
    assert counted == {
        quote.pk: (quote.appearance_count, quote.outlet_count)
        for quote in Quote.objects.filter(appearance_count__gt=0)
    }


def test_match_article_takes_no_two_unnamed_officials_for_a_conflict() -> None:
    words = "The bridge over the Sallow will carry no tram before the autumn of next year"
    for _ in range(2):
        article = ArticleFactory(text=f"“{words},” an official said.\n", state=Article.State.READ)
        official = SourceFactory(name="official", kind="unnamed", only_in=article)
        AppearanceFactory(article=article, text=words, chain=[official])
        match_article(article_id=article.pk)

    quote = Quote.objects.get()

    assert (quote.appearance_count, str(quote.speaker)) == (2, "official")
    assert not Quote.objects.conflicting().exists()


def test_match_article_gives_reported_speech_no_wording_and_no_quote() -> None:
    article = ArticleFactory(text="The bridge will open in May, she said.\n", state=Article.State.READ)
    reported = AppearanceFactory(article=article, kind=Appearance.Kind.INDIRECT)
    printed = AppearanceFactory()
    match_article(article_id=printed.article_id)

    match_article(article_id=article.pk)

    reported.refresh_from_db()
    assert (reported.wording_id, reported.quote_id, Match.objects.count()) == (None, None, 0)
