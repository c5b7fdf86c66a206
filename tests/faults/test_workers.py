import json
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from quotes import tasks
from quotes.models import Appearance, Article, Hop, Revision, Source
from quotes.services.articles import Accepted, Submission, accept
from quotes.services.work import sweeping, waking
from tests.faults.processes import ROOT, until

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(110)]

SPEAKERS = ["Ada Okoro", "Bo Ek", "Cy Dow", "Di Fox", "Ed Gay"]


def text_of(number: int) -> str:
    speaker = SPEAKERS[number % len(SPEAKERS)]
    return (
        f"Port Ellery (Reuters) — “Bridge number {number} will open in May,” Mayor {speaker} said.\n\n"
        f"“Nobody will pay a toll of {number} crowns on it,” {speaker} added.\n"
    )


def submit(number: int, outlet: str = "Ellery Post") -> Accepted:
    return accept(by=None, submission=Submission(outlet=outlet, text=text_of(number)))


def shape(outlet: str) -> list[object]:
    """Everything that reading stored for an outlet's articles, and where they stand, without ids."""
    articles = Article.objects.filter(outlet__name=outlet).order_by("revisions__text")
    return [
        (
            (article.state, article.attempts, article.lease),
            list(
                article.appearances.order_by("start", "joint").values_list(
                    *("start", "end", "joint", "text", "kind", "cue", "quote__text", "quote__speaker__name")
                )
            ),
            list(
                Hop.objects.filter(appearance__article=article)
                .order_by("appearance__start", "appearance__joint", "position")
                .values_list("position", "source__name", "basis", "start", "end", "evidence")
            ),
        )
        for article in articles
    ]


def twin_of(numbers: range) -> list[object]:
    """Take the same texts through in this process, without a fault, and return their shape."""
    for number in numbers:
        pk = submit(number, "Twin Post").article.pk
        assert tasks.read_article(pk)
        assert tasks.match_article(pk)
    return shape("Twin Post")


def sweep_until_done(seconds: float) -> None:
    """Sweep as beat does, only more often, until nothing is left to do."""

    def done() -> bool:
        sweeping.sweep()
        time.sleep(0.2)
        return sweeping.pending() == 0

    until(done, seconds, f"{sweeping.pending()} articles are still not done")


def blocked() -> bool:
    """Tell whether a session of this database waits for another one's lock."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity"
            " WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0)"
        )
        return cursor.fetchone()[0]


def hold_the_name(elsewhere, name: str) -> None:
    """Have another transaction in the middle of making a source: whoever makes it too waits for its end."""
    elsewhere.execute(
        "INSERT INTO quotes_source (public_id, name, name_key, kind, disambiguation, homepage, created_at)"
        " VALUES (gen_random_uuid(), %s, lower(%s), 'person', '', '', now())",
        [name, name],
    )


def test_a_worker_killed_in_mid_article_loses_and_doubles_nothing(start_worker, elsewhere):
    hold_the_name(elsewhere, "Ada Okoro")
    worker = start_worker()
    numbers = range(3)
    for number in numbers:
        submit(number)
    until(blocked, 20, "the worker is not in the middle of an article")

    worker.kill()
    killed = time.monotonic()
    elsewhere.rollback()
    assert Article.objects.filter(state=Article.State.ACCEPTED, lease__isnull=False).count() == 1
    assert Appearance.objects.count() == 0
    second = start_worker()
    sweep_until_done(60)
    second.kill()

    assert time.monotonic() - killed < 120
    assert shape("Ellery Post") == twin_of(numbers)
    assert Source.objects.filter(name="Ada Okoro").count() == 1


def test_a_worker_frozen_past_its_lease_is_not_allowed_to_commit(start_worker, elsewhere):
    worker = start_worker()
    worker.send(signal.SIGSTOP)
    article = submit(0).article
    elsewhere.execute(
        "LOCK TABLE quotes_source IN ACCESS EXCLUSIVE MODE"
    )  # it can claim, and read no further
    worker.send(signal.SIGCONT)
    until(lambda: Article.objects.filter(lease__isnull=False).exists(), 20, "the worker claims nothing")
    worker.send(signal.SIGSTOP)
    elsewhere.rollback()

    until(lambda: tasks.read_article(article.pk), 20, "the lease does not run out")
    assert tasks.match_article(article.pk)
    worker.send(signal.SIGCONT)
    refused = f"somebody else has article {article.pk} now: nothing was written"
    until(lambda: refused in worker.said(), 20, "the worker does not see that its lease is lost")
    worker.kill()

    assert shape("Ellery Post") == twin_of(range(1))


def test_a_worker_frozen_in_its_transaction_does_not_hold_the_article_for_ever(start_worker, elsewhere):
    hold_the_name(elsewhere, "Ada Okoro")
    worker = start_worker()
    article = submit(0).article
    until(blocked, 20, "the worker is not in the middle of an article")
    worker.send(signal.SIGSTOP)
    elsewhere.rollback()

    assert tasks.read_article(article.pk) is False
    until(lambda: tasks.read_article(article.pk), 30, "the article stays locked")
    worker.send(signal.SIGCONT)
    sweep_until_done(30)
    worker.kill()

    assert shape("Ellery Post") == twin_of(range(1))


def test_a_flushed_redis_costs_latency_and_nothing_else(start_worker, redis):
    numbers = range(6)
    for number in numbers:
        submit(number)
    assert redis.llen("read") == len(numbers)
    redis.flushdb()
    worker = start_worker()
    assert sweeping.pending() == len(numbers)

    waking.current_app.send_task("quotes.sweep")  # as beat does
    until(lambda: sweeping.pending() == 0, 60, "the sweep does not find what the messages left behind")
    worker.kill()

    assert shape("Ellery Post") == twin_of(numbers)


def test_a_broker_that_is_down_keeps_no_article_out(own_database_url, tmp_path):
    lines = [{"outlet": "Ellery Post", "text": text_of(number)} for number in range(5)]
    ingest = subprocess.run(
        [sys.executable, "manage.py", "ingest", "-"],
        input="\n".join(map(json.dumps, lines)),
        env={**os.environ, "DATABASE_URL": own_database_url, "REDIS_URL": f"unix://{tmp_path}/none.sock"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert ingest.returncode == 0
    assert ingest.stdout.count("\tnew\n") == 5
    assert sweeping.sweep() == sweeping.pending() == 5


def test_every_message_delivered_three_times_has_the_effect_of_one(start_worker, redis):
    numbers = range(12)
    pks = [submit(number).article.pk for number in numbers]
    messages = [(task, pk) for pk in pks for task in (waking.READ, waking.MATCH) for _ in range(3)]
    random.Random(7).shuffle(messages)
    for task, pk in messages:
        waking.send(task, pk)
    worker = start_worker()
    until(lambda: not redis.exists("read", "match", "unacked"), 60, "messages are left")
    worker.kill()

    assert sweeping.pending() == 0
    assert shape("Ellery Post") == twin_of(numbers)


def test_fifty_parallel_accepts_of_one_article_make_one_row():
    def call(number: int) -> bool:
        try:
            return submit(number).created
        finally:
            connection.close()

    for number in range(5):
        with ThreadPoolExecutor(50) as pool:
            created = list(pool.map(call, [number] * 50))
        assert sorted(created) == [False] * 49 + [True]

    assert Article.objects.count() == Revision.objects.count() == 5
    assert Source.objects.count() == 1
