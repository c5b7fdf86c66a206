"""The wait for accepted work before everything stops."""

import pytest
from django.conf import settings

from quotes.models import Article
from tests.factories import ArticleFactory
from tracker.embedded.commands import wait_for_accepted_work
from tracker.embedded.report import Report


@pytest.fixture
def urls(own_database_url: str) -> dict[str, str]:
    """The test's own database, as the supervisor hands it to its children."""
    return {"DATABASE_URL": own_database_url, "REDIS_URL": settings.REDIS_URL}


def test_waits_until_the_last_article_is_finished(
    urls: dict[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    ArticleFactory.create_batch(2)
    waiting = [0]

    def finish_one() -> None:
        waiting.append(Article.objects.unfinished().count())
        first = Article.objects.unfinished().order_by("pk").first()
        Article.objects.filter(pk=first.pk).update(state=Article.State.MATCHED)

    wait_for_accepted_work(urls, finish_one, Report(quiet=False))

    assert waiting == [0, 2, 1]
    assert capfd.readouterr() == ("", "Letting the worker finish what is accepted (articles: 2).\n")


def test_does_not_wait_where_all_is_finished(urls: dict[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    ArticleFactory(state=Article.State.MATCHED)

    wait_for_accepted_work(urls, lambda: pytest.fail("it waited"), Report(quiet=False))

    assert capfd.readouterr() == ("", "")


def test_says_how_many_are_left_after_its_time(
    urls: dict[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    ArticleFactory()

    wait_for_accepted_work(urls, lambda: None, Report(quiet=True), limit=0.1)

    assert capfd.readouterr() == (
        "",
        "Not finished, the next `manage.py dev` goes on with it (articles: 1).\n",
    )
