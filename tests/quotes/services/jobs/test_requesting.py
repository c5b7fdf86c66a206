"""Requesting, cancelling and resuming jobs: one rebuild at a time, and nothing done twice."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from quotes.models import Job, Piece
from quotes.services import jobs
from quotes.services.errors import Refused
from quotes.services.jobs import pieces
from quotes.services.work.leases import LeaseLostError
from tests.factories import AppearanceFactory
from tests.quotes.services.jobs.working import finish

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("editor")


def rebuild(by: User | None = None) -> Job:
    return jobs.request(by=by, kind="rebuild", anew=True)


def code_of(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.code


def test_request_names_who_asked_and_under_which_rules(editor):
    job = rebuild(editor)

    assert (job.state, job.requested_by) == (Job.State.WAITING, editor)
    assert job.parameters["anew"] is True


def test_request_refuses_a_second_rebuild_while_one_runs(editor):
    first = rebuild(editor)

    with pytest.raises(Refused) as refused:
        rebuild(editor)

    assert code_of(refused) == "conflict"
    assert str(first.public_id) in refused.value.message
    assert Job.objects.count() == 1


def test_request_takes_dry_runs_beside_a_rebuild(editor):
    rebuild(editor)

    states = {jobs.request(by=editor, kind="trial").state for _ in range(2)}

    assert states == {Job.State.WAITING}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"kind": "import"}, "no_kind"),
        ({"kind": "rebuild", "thresholds": {"same_from": 0.6}}, "only_in_a_trial"),
        ({"kind": "trial", "thresholds": {"sane_from": 0.6}}, "no_threshold"),
    ],
)
def test_request_refuses_what_it_cannot_do(given, code):
    with pytest.raises(Refused) as refused:
        jobs.request(by=None, **given)

    assert code_of(refused) == code


def test_cancel_stops_a_job_at_the_next_piece_and_resume_goes_on_from_there(editor):
    AppearanceFactory.create_batch(3)
    job = rebuild(editor)
    assert jobs.work_on(job_id=job.pk)

    jobs.cancel(by=editor, job=job)
    assert not jobs.work_on(job_id=job.pk)
    done = job.pieces.filter(finished_at__isnull=False).count()
    jobs.resume(by=editor, job=job)
    finish(job)

    assert done == 1
    assert job.pieces.filter(finished_at__isnull=False).count() == job.done == job.total
    assert set(job.pieces.values_list("attempts", flat=True)) == {1}


def test_cancel_leaves_a_piece_under_way_without_effect():
    AppearanceFactory()
    job = rebuild()
    jobs.work_on(job_id=job.pk)
    piece = pieces.claim(job_id=job.pk)
    jobs.cancel(by=None, job=job)

    with pytest.raises(LeaseLostError):
        pieces.finish(piece=piece, counts={"compared": 1}, result=[])

    job.refresh_from_db()
    assert job.state == Job.State.CANCELLED


def test_cancel_refuses_what_is_over():
    job = finish(rebuild())

    with pytest.raises(Refused) as refused:
        jobs.cancel(by=None, job=job)

    assert code_of(refused) == "conflict"


def test_resume_refuses_what_is_not_stopped_and_what_another_rebuild_overtook():
    first = jobs.cancel(by=None, job=rebuild())
    second = rebuild()

    for job in (first, second):
        with pytest.raises(Refused) as refused:
            jobs.resume(by=None, job=job)
        assert code_of(refused) == "conflict"


def test_resume_refuses_a_job_of_other_rules():
    job = rebuild()
    job.parameters["rules"] = "1.1.1.1"
    job.save()
    AppearanceFactory()
    jobs.work_on(job_id=job.pk)
    job.refresh_from_db()

    with pytest.raises(Refused) as refused:
        jobs.resume(by=None, job=job)

    assert (job.state, job.failure[:17], code_of(refused)) == (
        Job.State.FAILED,
        "The rules changed",
        "outdated",
    )


def test_finish_refuses_a_worker_whose_lease_ran_out():
    AppearanceFactory()
    job = rebuild()
    jobs.work_on(job_id=job.pk)
    frozen = pieces.claim(job_id=job.pk)
    Piece.objects.filter(pk=frozen.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    thawed = pieces.claim(job_id=job.pk)

    with pytest.raises(LeaseLostError):
        pieces.finish(piece=frozen, counts={}, result=[])

    assert thawed.pk == frozen.pk


def test_work_on_fails_a_job_whose_piece_lost_three_workers():
    AppearanceFactory()
    job = rebuild()
    jobs.work_on(job_id=job.pk)
    ago = timezone.now() - timedelta(seconds=1)
    left = job.pieces.filter(finished_at__isnull=True)
    left.update(attempts=3, lease=uuid4(), lease_until=ago)

    assert not jobs.work_on(job_id=job.pk)
    job.refresh_from_db()
    assert job.state == Job.State.FAILED
    assert job.failure.startswith("The worker was lost 3 times at its piece ")

    finish(jobs.resume(by=None, job=job))


def test_halve_cuts_a_piece_that_takes_too_long_in_two():
    AppearanceFactory.create_batch(4)
    job = rebuild()
    while not job.pieces.filter(stage="quotes").exists():
        jobs.work_on(job_id=job.pk)
    slow = pieces.claim(job_id=job.pk)

    assert pieces.halve(piece=slow)

    (first, middle), (next_one, last) = (
        job.pieces.filter(stage="quotes").values_list("first", "last").order_by("first")
    )
    assert (first, middle + 1, last) == (slow.first, next_one, slow.last)
    finish(job)


def test_work_on_says_what_broke():
    AppearanceFactory()
    job = rebuild()
    job.parameters.pop("stored")
    job.save()

    while jobs.work_on(job_id=job.pk):
        pass

    job.refresh_from_db()
    assert job.state == Job.State.FAILED
    assert "broke with KeyError ('stored')" in job.failure
