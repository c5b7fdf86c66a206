"""Home: what failed, what runs, what came in; what each role sees of it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from quotes.admin.desk.days import drawn
from quotes.models import Article, Job
from tests.factories import ArticleFactory, StaffFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(StaffFactory(groups=["admin"]))
    return client


def shown(client: Client) -> str:
    return client.get(reverse("admin:index")).content.decode()


def test_teach_what_to_do_where_nothing_came_in(editor: Client) -> None:
    assert "Nothing has come in yet" in shown(editor)


def test_show_why_an_article_failed(editor: Client) -> None:
    ArticleFactory(title="The gates", state="failed", failure="The worker was lost.")

    page = shown(editor)

    assert "The gates" in page
    assert "The worker was lost." in page


def test_read_a_failed_article_again(editor: Client) -> None:
    failed = ArticleFactory(state="failed", failure="The worker was lost.")

    editor.post(reverse("admin:desk_article_retry", args=[failed.pk]))

    assert Article.objects.get().state == "accepted"


def test_say_that_an_article_is_not_failed_any_more(editor: Client) -> None:
    row = ArticleFactory(state="matched")

    page = editor.post(reverse("admin:desk_article_retry", args=[row.pk]), follow=True).content.decode()

    assert "is not failed any more" in page
    assert Article.objects.get().state == "matched"


def test_draw_a_running_job_with_its_bar(editor: Client) -> None:
    Job.objects.create(kind="rebuild", state="running", done=3, total=9)

    assert '<progress max="9" value="3"' in shown(editor)


def test_hide_jobs_from_who_may_not_see_them(client: Client) -> None:
    client.force_login(StaffFactory(groups=["reader"]))
    Job.objects.create(kind="rebuild", state="running", done=3, total=9)

    assert "<progress" not in shown(client)


def test_open_with_the_same_queries_at_one_and_at_three_rows(editor: Client) -> None:
    def add() -> None:
        ArticleFactory(state="failed", failure="The worker was lost.")
        Job.objects.create(kind="import", state="running")

    add()
    shown(editor)
    with CaptureQueriesContext(connection) as at_one:
        shown(editor)
    add()
    add()

    with CaptureQueriesContext(connection) as at_three:
        shown(editor)

    assert len(at_three) == len(at_one)
    assert len(at_three) <= 15


def test_count_what_came_in_by_day() -> None:
    now = timezone.now()
    ArticleFactory()
    yesterday = ArticleFactory()
    Article.objects.filter(pk=yesterday.pk).update(received_at=now - timedelta(days=1))

    bars = drawn("articles", Article.objects.all(), "received_at").bars

    assert [bar.count for bar in bars[-3:]] == [0, 1, 1]
    assert (len(bars), bars[-1].day) == (28, now.date())


def test_send_a_policy_that_runs_no_script_of_a_page(editor: Client) -> None:
    policy = editor.get(reverse("admin:index"))["Content-Security-Policy"]

    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
