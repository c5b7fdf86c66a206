"""Jobs at the desk: bars and rates, errors as CSV, asked for, cancelled, resumed; failed articles again."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from quotes.models import Article, Job, Piece
from tests.factories import AdminFactory, ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(AdminFactory(username="ada"))
    return client


def shown(desk: Client) -> str:
    return desk.get(reverse("admin:desk_jobs")).content.decode()


def post(desk: Client, name: str, *args: int, **given: str) -> str:
    return desk.post(reverse(f"admin:desk_{name}", args=args), given, follow=True).content.decode()


def test_teach_where_nothing_runs(desk: Client) -> None:
    assert "Nothing runs. An import" in shown(desk)


def test_tell_how_fast_a_job_is_and_how_long_it_takes(desk: Client) -> None:
    job = Job.objects.create(kind="rebuild", state="running", done=10, total=40)
    Job.objects.filter(pk=job.pk).update(created_at=timezone.now() - timedelta(hours=1))
    for number in range(10):
        Piece.objects.create(job=job, stage="words", first=number, last=number, finished_at=timezone.now())

    page = shown(desk)

    assert '<progress max="40" value="10"' in page
    assert "10 of 40, 2 a minute, about 15 minutes left" in page


@pytest.mark.parametrize("kind", ["rebuild", "trial"])
def test_ask_for_a_job(desk: Client, kind: str) -> None:
    page = post(desk, "jobs_ask", kind=kind, anew="on")

    job = Job.objects.get()
    assert (job.kind, job.requested_by.username, job.parameters["anew"]) == (kind, "ada", True)
    assert "is asked for" in page


def test_say_that_a_rebuild_is_under_way(desk: Client) -> None:
    post(desk, "jobs_ask", kind="rebuild")

    assert "A rebuild is under way" in post(desk, "jobs_ask", kind="rebuild")


def test_cancel_and_resume_a_job(desk: Client) -> None:
    post(desk, "jobs_ask", kind="rebuild")
    job = Job.objects.get()

    page = post(desk, "jobs_act", job.pk, do="cancel")
    job.refresh_from_db()
    cancelled = job.state
    post(desk, "jobs_act", job.pk, do="resume")

    job.refresh_from_db()
    assert (cancelled, job.state) == ("cancelled", "waiting")
    assert "The rebuild is cancelled" in page


@pytest.mark.parametrize("do", ["cancel", "nonsense"])
def test_say_why_a_job_cannot_be_stopped(desk: Client, do: str) -> None:
    job = Job.objects.create(kind="rebuild", state="done", finished_at=timezone.now())

    assert 'class="error"' in post(desk, "jobs_act", job.pk, do=do)
    assert Job.objects.get().state == "done"


def test_give_errors_as_a_sheet_without_formulas(desk: Client) -> None:
    job = Job.objects.create(kind="import", errors=[{"line": 3, "message": "=cmd|' /C calc'!A0"}])

    answer = desk.get(reverse("admin:desk_jobs_errors", args=[job.pk]))

    assert answer.content.decode() == "line,message\r\n3,'=cmd|' /C calc'!A0\r\n"
    assert answer["Content-Type"].startswith("text/csv")


def test_read_all_failed_articles_again(desk: Client) -> None:
    for _ in range(2):
        ArticleFactory(state="failed", failure="The worker was lost.")
    sheet = desk.get(reverse("admin:desk_jobs_failed")).content.decode()

    page = post(desk, "jobs_retry")

    assert sheet.count("The worker was lost.") == 2
    assert "2 articles will be read again." in page
    assert not Article.objects.filter(state="failed").exists()


def test_open_with_the_same_queries_at_one_and_at_three_rows(desk: Client) -> None:
    def add() -> None:
        ArticleFactory(state="failed", failure="The worker was lost.")
        Job.objects.create(kind="import", state="running")
        Job.objects.create(
            kind="export", state="done", finished_at=timezone.now(), parameters={"what": "quotes"}
        )

    def queries() -> int:
        with CaptureQueriesContext(connection) as made:
            shown(desk)
        return len(made)

    add()
    queries()
    at_one = queries()
    add()
    add()

    assert queries() == at_one <= 15
