from datetime import timedelta

import pytest
from django.utils import timezone

from quotes.models import Article, Job
from quotes.services.work import sweeping, waking
from tests.factories import ArticleFactory
from tracker.celery import app

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_queues():
    with app.connection_for_write() as connection:
        for queue in ("read", "match", "rebuild"):
            connection.default_channel.queue_purge(queue)


def sent(queue: str) -> list[list[int]]:
    with app.connection_for_read() as connection:
        simple = connection.SimpleQueue(queue)
        return sorted(simple.get_nowait().payload[0] for _ in range(simple.qsize()))


def test_sweep_sends_what_waits_to_its_queue():
    accepted, read = ArticleFactory(), ArticleFactory(state=Article.State.READ)
    ArticleFactory(state=Article.State.MATCHED)
    ArticleFactory(state=Article.State.FAILED, failure="why")

    assert sweeping.sweep() == 2

    assert (sent("read"), sent("match")) == ([[accepted.pk]], [[read.pk]])


def test_sweep_leaves_live_leases_and_takes_expired_ones():
    now = timezone.now()
    lease = "00000000-0000-0000-0000-000000000001"
    ArticleFactory(lease=lease, lease_until=now + timedelta(seconds=30))
    expired = ArticleFactory(lease=lease, lease_until=now - timedelta(seconds=1))

    sweeping.sweep()

    assert sent("read") == [[expired.pk]]


def test_sweep_leaves_what_may_not_run_yet():
    ArticleFactory(run_after=timezone.now() + timedelta(minutes=1))

    assert sweeping.sweep() == 0


def test_sweep_adds_nothing_to_a_queue_that_is_long_enough():
    article = ArticleFactory()
    for _ in range(sweeping.BATCH):
        waking.send(waking.READ, article.pk)

    assert sweeping.sweep() == 0


def test_pending_counts_unfinished_articles():
    ArticleFactory()
    ArticleFactory(state=Article.State.READ)
    ArticleFactory(state=Article.State.MATCHED)
    ArticleFactory(state=Article.State.FAILED, failure="why")

    assert sweeping.pending() == 2


def test_sweep_wakes_a_worker_for_a_job_that_is_not_over_unless_one_is_on_its_way():
    job = Job.objects.create(kind="rebuild")
    Job.objects.create(kind="trial", state=Job.State.CANCELLED, finished_at=timezone.now())

    assert (sweeping.sweep(), sweeping.sweep()) == (1, 0)

    assert sent("rebuild") == [[job.pk]]
