import pytest

from quotes.management.waiting import failed, wait
from quotes.models import Article
from quotes.services.work import leases
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

REMEDY = (
    " s: start `manage.py dev`, or"
    " `celery -A tracker worker -Q default,fetch,read,match,rebuild,export` and `celery -A tracker beat`."
)
GAVE_UP = "Gave up waiting for 1 articles; they are stored, and will be read later."


def test_wait_returns_at_once_where_all_is_done():
    done = [
        ArticleFactory(state=Article.State.MATCHED),
        ArticleFactory(state=Article.State.FAILED, failure="x"),
    ]
    said: list[str] = []

    assert wait([article.pk for article in done], said.append) is True

    assert said == ["2 of 2 articles read and matched"]
    assert list(failed([article.pk for article in done])) == done[1:]


def test_wait_says_that_no_worker_is_there_and_gives_up():
    said: list[str] = []

    assert wait([ArticleFactory().pk], said.append, uneasy_after=0.2, give_up_after=0.4) is False

    assert said[0].startswith("No worker has taken up an article for ")
    assert said[0].endswith(REMEDY)
    assert said[-1] == GAVE_UP


def test_wait_is_not_uneasy_while_a_worker_is_at_work():
    article = ArticleFactory()
    leases.claim(article_id=article.pk, state=Article.State.ACCEPTED)
    said: list[str] = []

    wait([article.pk], said.append, uneasy_after=0.2, give_up_after=0.4)

    assert said == [GAVE_UP]


def test_wait_for_nothing_returns_at_once():
    assert wait([], print) is True
