import pytest
from django.db import InterfaceError, OperationalError

from quotes import tasks
from quotes.models import Article
from quotes.services.work.leases import LEASE_SECONDS
from tests.factories import ArticleFactory

OF_AN_ARTICLE = [tasks.read_article, tasks.match_article]


@pytest.mark.parametrize("task", OF_AN_ARTICLE)
def test_a_lease_outlives_the_tasks_own_time_limit(task):
    assert task.soft_time_limit < task.time_limit < LEASE_SECONDS


@pytest.mark.parametrize("task", OF_AN_ARTICLE)
def test_only_a_database_that_is_away_is_tried_again(task):
    assert task.autoretry_for == (OperationalError, InterfaceError)


@pytest.mark.parametrize(
    ("task", "queue"),
    [(tasks.read_article, "read"), (tasks.match_article, "match"), (tasks.sweep, "default")],
)
def test_each_task_has_its_queue(task, queue):
    route = task.app.amqp.router.route({}, task.name)

    assert ((route.get("queue") and route["queue"].name) or task.app.conf.task_default_queue) == queue


@pytest.mark.django_db
@pytest.mark.parametrize("task", OF_AN_ARTICLE)
def test_a_missing_article_is_logged_and_nothing_else(task, caplog):
    assert task(4711) is False

    assert caplog.messages == ["article 4711 is not there: nothing to do"]


@pytest.mark.django_db
def test_read_and_match_take_an_article_to_its_end_once():
    article = ArticleFactory()

    ran = [tasks.read_article(article.pk), tasks.read_article(article.pk)]
    ran += [tasks.match_article(article.pk), tasks.match_article(article.pk)]

    article.refresh_from_db()
    assert ran == [True, False, True, False]
    assert article.state == Article.State.MATCHED


@pytest.mark.django_db
def test_sweep_tells_how_many_it_woke():
    ArticleFactory()

    assert tasks.sweep() == 1
