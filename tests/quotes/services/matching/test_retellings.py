"""Retellings: renderings of one foreign statement meet by speaker, date and meaning, one to one."""

from datetime import UTC, datetime

import pytest

from quotes.models import Article, Match, Source
from quotes.services.matching.match import match_article
from tests.factories import AppearanceFactory, ArticleFactory, HopFactory, SourceFactory

pytestmark = pytest.mark.django_db

WELL = "The well belongs to both tribes, and whoever poisons it drinks from it too."
SPRING = "That spring is owned by the two clans alike; anyone who puts venom in it will swallow it himself."
SONS = "We buried our sons in the morning and in the evening they offered us a truce."
BOYS = "At sunrise we laid our boys in the ground; by sunset a ceasefire was being proposed to us."


@pytest.fixture
def speaker() -> Source:
    return SourceFactory(name="Nabil Rashwan")


def printed(speaker: Source, *texts: str, day: int = 1, told: str = "he said in Arabic.") -> Article:
    """Store an article of the day in May 2025 that prints the texts, each with the reporter's words."""
    body = "".join(f"“{text}” {told}\n\n" for text in texts)
    when = datetime(2025, 5, day, tzinfo=UTC)
    article = ArticleFactory(
        text=body, state=Article.State.READ, published_at=when, published_as=when.date().isoformat()
    )
    for text in texts:
        AppearanceFactory(article=article, text=text, chain=[speaker])
    return article


def found(*articles: Article) -> set[tuple[str, str]]:
    """Match the articles in order; return the first words of each pair found to be renderings."""
    for article in articles:
        assert match_article(article_id=article.pk)
    rows = Match.objects.current().filter(relation="retranslated", judgement__in=["same", "altered"])
    return {
        (row.a.text.split()[1], row.b.text.split()[1])
        for row in rows.select_related("a", "b").order_by("a__text")
    }


def test_match_article_finds_renderings_one_to_one(speaker: Source) -> None:
    assert found(printed(speaker, WELL, SONS), printed(speaker, BOYS, SPRING, day=2)) == {
        ("well", "spring"),
        ("buried", "sunrise"),
    }


def test_match_article_puts_renderings_into_one_quote(speaker: Source) -> None:
    one, other = printed(speaker, WELL), printed(speaker, SPRING)
    found(one, other)

    assert one.appearances.get().quote == other.appearances.get().quote


def test_match_article_finds_the_same_whichever_article_comes_first(speaker: Source) -> None:
    one, other = printed(speaker, WELL, SONS), printed(speaker, BOYS, SPRING, day=2)

    assert found(other, one) == {("well", "spring"), ("buried", "sunrise")}


@pytest.mark.parametrize("told", ["he said.", "he said in English."])
def test_match_article_takes_no_native_words_for_renderings(speaker: Source, told: str) -> None:
    assert found(printed(speaker, WELL, told=told), printed(speaker, SPRING, told=told)) == set()


def test_match_article_takes_nobody_elses_words_for_a_rendering(speaker: Source) -> None:
    assert found(printed(speaker, WELL), printed(SourceFactory(name="Samir Haddad"), SPRING)) == set()


def test_match_article_looks_no_month_back_for_renderings(speaker: Source) -> None:
    early = printed(speaker, WELL)
    late = printed(speaker, SPRING)
    Article.objects.filter(pk=late.pk).update(
        published_at=datetime(2025, 6, 20, tzinfo=UTC), published_as="2025-06-20"
    )

    assert found(early, late) == set()


def test_match_article_keeps_what_made_the_score(speaker: Source) -> None:
    found(printed(speaker, WELL), printed(speaker, SPRING))

    match = Match.objects.get(relation="retranslated")

    assert [name for name, _ in match.features] == [
        "foreign words", "likeness", "meaning shared", "speaker", "inferred", "chain", "date", "contrast"
    ]  # fmt: skip
    assert match.reason.startswith("Words said in another language, printed on the same day")


def test_match_article_meets_an_agencys_own_article(speaker: Source) -> None:
    agency, misread = SourceFactory(name="KCNA"), SourceFactory(name="Nabil Rashwan al-Hadi")
    own = printed(misread, WELL, told="he said.")
    Article.objects.filter(pk=own.pk).update(outlet=agency)
    passed_on = printed(speaker, SPRING, told="he said, KCNA reported.")
    for appearance in passed_on.appearances.all():
        HopFactory(appearance=appearance, position=1, source=agency)

    assert found(own, passed_on) == {("well", "spring")}
