"""Faults while a rebuild runs: killed, frozen and busy workers leave what a fault-free run leaves."""

import json
import signal
import time

import pytest

from quotes import tasks
from quotes.models import Appearance, Article, Job, Match, Piece, Quote
from quotes.services import jobs
from quotes.services.articles import Submission, accept
from quotes.services.exporting import quotes_as_records
from quotes.services.work import sweeping
from tests.faults.processes import until
from tests.faults.test_workers import blocked

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(200)]

WORDS = [
    "bridge",
    "harbour",
    "orchard",
    "railway",
    "theatre",
    "lantern",
    "quarry",
    "ferry",
    "market",
    "chapel",
]
LOCK = "LOCK TABLE quotes_match IN ACCESS EXCLUSIVE MODE"


def text_of(number: int) -> str:
    place, other = WORDS[number % 10], WORDS[number // 10 % 10]
    return (
        f"Port Ellery — “The {place} by the {other} will open to everybody in May,” Mayor Ada Okoro said.\n\n"
        f"“Nobody will pay a toll of {number} crowns at the {place},” Bo Ek of the council added.\n"
    )


def publish(numbers: range) -> None:
    """Have articles, each printed by two outlets, read and matched."""
    for number in numbers:
        for outlet in ("Ellery Post", "Harbour News"):
            pk = accept(by=None, submission=Submission(outlet=outlet, text=text_of(number))).article.pk
            assert tasks.read_article(pk)
            assert tasks.match_article(pk)


def forget() -> None:
    """Leave what other rules leave that found nothing: every printing in a quote of its own."""
    Match.objects.all().delete()
    Article.objects.update(matched_with="0")
    for row in Appearance.objects.filter(quote__isnull=False).order_by("pk"):
        row.quote = Quote.objects.create(text=row.text, appearance_count=1, outlet_count=1)
        row.save()


def quotes() -> list[object]:
    """Return what an export says, but for the quotes' ids, which a forgotten quote does not keep."""
    return [{**record, "quote": ""} for record in quotes_as_records()]


def sweep_until_over(job: Job, seconds: float = 90) -> Job:
    def over() -> bool:
        sweeping.sweep()
        time.sleep(0.2)
        job.refresh_from_db()
        return job.state not in (Job.State.WAITING, Job.State.RUNNING)

    until(over, seconds, f"the job does not end: {job.done} of {job.total}")
    return job


def rebuild() -> Job:
    return jobs.request(by=None, kind="rebuild")


def test_a_worker_killed_in_mid_rebuild_loses_and_doubles_nothing(start_worker, elsewhere):
    publish(range(6))
    before = quotes()
    forget()
    elsewhere.execute("LOCK TABLE quotes_match IN EXCLUSIVE MODE")
    worker = start_worker()
    job = rebuild()
    until(blocked, 30, "the worker is not in the middle of a piece")

    worker.kill()
    elsewhere.rollback()
    start_worker()
    sweep_until_over(job)

    assert (job.state, job.done) == (Job.State.DONE, job.total)
    assert quotes() == before
    assert Piece.objects.filter(attempts=2).count() == 1
    pairs = list(Match.objects.current().values_list("a", "b"))
    assert len(pairs) == len(set(pairs))


@pytest.mark.full  # make test freezes a worker in an article
def test_a_worker_frozen_in_a_piece_past_its_lease_is_not_allowed_to_commit(start_worker, elsewhere):
    publish(range(3))
    before = quotes()
    forget()
    worker = start_worker()
    worker.send(signal.SIGSTOP)
    job = rebuild()
    elsewhere.execute(LOCK)  # it can claim a piece of words, and compare nothing
    worker.send(signal.SIGCONT)
    held = Piece.objects.filter(stage="words", lease__isnull=False)
    until(lambda: held.exists(), 30, "the worker claims nothing")
    worker.send(signal.SIGSTOP)
    frozen = held.get()
    elsewhere.rollback()

    start_worker()
    sweep_until_over(job)
    worker.send(signal.SIGCONT)
    refused = f"somebody else has {frozen} of job {job.pk} now"
    until(
        lambda: refused in worker.said() or "terminating connection" in worker.said(), 30, "it is not refused"
    )

    assert job.state == Job.State.DONE
    assert quotes() == before
    frozen.refresh_from_db()
    assert frozen.attempts == 2


def test_two_workers_share_a_rebuild_and_end_where_one_does(start_worker):
    publish(range(12))
    before = quotes()
    forget()
    workers = [start_worker(), start_worker()]

    job = sweep_until_over(rebuild())

    assert (job.state, quotes()) == (Job.State.DONE, before)
    assert all("quotes.work_on_job" in worker.said() for worker in workers)


def test_a_new_article_does_not_wait_for_the_end_of_a_rebuild(start_worker):
    publish(range(8))
    forget()
    worker = start_worker()
    job = rebuild()
    until(lambda: job.pieces.filter(finished_at__isnull=False).exists(), 30, "the rebuild does not begin")

    article = accept(by=None, submission=Submission(outlet="Ellery Post", text=text_of(99))).article
    matched = Article.objects.filter(pk=article.pk, state=Article.State.MATCHED)
    until(matched.exists, 60, "the article is not matched")
    job.refresh_from_db()
    at = (job.state, job.done)
    sweep_until_over(job)
    worker.kill()

    assert at[0] == Job.State.RUNNING
    assert job.state == Job.State.DONE
    assert at[1] < job.done


def test_a_cancelled_rebuild_stops_its_workers_and_goes_on_when_resumed(start_worker, redis):
    publish(range(6))
    before = quotes()
    forget()
    start_worker()
    job = rebuild()
    until(lambda: job.pieces.filter(finished_at__isnull=False).count() > 2, 30, "the rebuild does not begin")

    jobs.cancel(by=None, job=job)
    until(lambda: not redis.exists("rebuild", "unacked"), 30, "messages are left")
    done = Job.objects.get(pk=job.pk).done
    time.sleep(1)
    assert Job.objects.get(pk=job.pk).done == done
    jobs.resume(by=None, job=job)
    sweep_until_over(job)

    assert (job.state, quotes()) == (Job.State.DONE, before)


@pytest.mark.full  # make test delivers articles three times
def test_every_message_of_a_rebuild_delivered_three_times_has_the_effect_of_one(start_worker, redis):
    publish(range(4))
    before = json.dumps(list(quotes_as_records()))
    job = rebuild()
    for _ in range(30):
        tasks.work_on_job.delay(job.pk)
    start_worker()
    sweep_until_over(job)

    assert json.dumps(list(quotes_as_records())) == before
    assert set(job.pieces.values_list("attempts", flat=True)) == {1}
