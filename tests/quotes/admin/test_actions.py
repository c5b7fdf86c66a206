"""What editors do in the register goes through the services, in their name."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from quotes.models import Alias, Appearance, Article, Copy, Match, Revision, Source
from tests.factories import AdminFactory, AppearanceFactory, ArticleFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return AdminFactory(username="ada")


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def act(desk: Client, model: str, action: str, *rows: object) -> None:
    answer = desk.post(
        reverse(f"admin:quotes_{model}_changelist"),
        {"action": action, "_selected_action": [row.pk for row in rows]},
    )
    assert answer.status_code == 302


@pytest.mark.parametrize(("action", "state"), [("confirm", "confirmed"), ("reject", "rejected")])
def test_decide_on_appearances_in_the_editors_name(
    desk: Client, editor: User, action: str, state: str
) -> None:
    first, second = AppearanceFactory(), AppearanceFactory()

    act(desk, "appearance", action, first, second)

    decided = Appearance.objects.values_list("state", "decided_by")
    assert list(decided) == [(state, editor.pk), (state, editor.pk)]


@pytest.mark.parametrize("judgement", ["same", "altered", "different", "unsure"])
def test_judge_a_pair_in_the_editors_name(desk: Client, editor: User, judgement: str) -> None:
    a, b = AppearanceFactory(), AppearanceFactory()
    suggested = Match.objects.create(a=a, b=b, relation="exact", judgement="unsure", score=0.5)

    act(desk, "match", f"judge_{judgement}", suggested)

    current = Match.objects.current().get(a=a, b=b)
    assert (current.judgement, current.decided_by) == (judgement, editor)


def copy() -> Copy:
    a, b = ArticleFactory(), ArticleFactory(text="The bridge was shut on Monday.")
    revisions = {"revision_a": a.revisions.get(), "revision_b": b.revisions.get()}
    return Copy.objects.create(
        a=a, b=b, share_a=0.9, share_b=0.8, giver="a", source=a.outlet, version="1", **revisions
    )


@pytest.mark.parametrize(("action", "state"), [("accept", "accepted"), ("reject", "rejected")])
def test_decide_on_a_copy_in_the_editors_name(desk: Client, editor: User, action: str, state: str) -> None:
    suggested = copy()

    act(desk, "copy", action, suggested)

    decided = Copy.objects.current().get()
    assert (decided.state, decided.decided_by, decided.source) == (state, editor, suggested.a.outlet)


def test_take_a_decision_on_a_copy_back(desk: Client) -> None:
    act(desk, "copy", "reject", copy())

    act(desk, "copy", "withdraw", Copy.objects.current().get())

    assert Copy.objects.current().get().decided_by is None


def test_retry_failed_articles_only(desk: Client) -> None:
    failed = ArticleFactory(state="failed", failure="The worker was lost.")
    matched = ArticleFactory(state="matched")

    act(desk, "article", "retry", failed, matched)

    assert list(Article.objects.order_by("pk").values_list("state", flat=True)) == ["accepted", "matched"]


def test_paste_an_article(desk: Client) -> None:
    text = (
        "Bridge to open in May\n\nBy Ann Lee\n14 March 2025\n\nThe bridge was closed on Monday.\n\n"
        "“The bridge will open in May,” Mayor Ada Okoro said.\n"
    )

    answer = desk.post(
        reverse("admin:quotes_article_add"), {"outlet": "The Gazette", "text": text, "url": ""}
    )

    article = Article.objects.get()
    assert answer.status_code == 302
    assert (article.outlet.name, article.title) == ("The Gazette", "Bridge to open in May")
    assert Revision.objects.get().text == text


def test_say_what_is_wrong_with_a_pasted_article(desk: Client) -> None:
    pasted = {"outlet": "The Gazette", "text": "   ", "url": ""}

    page = desk.post(reverse("admin:quotes_article_add"), pasted).content.decode()

    assert "This field is required." in page or "There is no text in it" in page
    assert Article.objects.count() == 0


def test_give_a_source_another_name(desk: Client, editor: User) -> None:
    source = SourceFactory(name="Ysolde Penhallick")
    inline = {"aliases-TOTAL_FORMS": 1, "aliases-INITIAL_FORMS": 0}
    alias = {"aliases-0-name": "The Ports Minister", "aliases-0-since": "", "aliases-0-until": ""}

    desk.post(
        reverse("admin:quotes_source_change", args=[source.pk]),
        {"name": source.name, "kind": "person", "disambiguation": "", "homepage": "", **inline, **alias},
    )

    added = Alias.objects.get()
    assert (added.name, added.decided_by) == ("The Ports Minister", editor)
    assert list(Source.objects.named(added.name_key)) == [source]


def test_offer_no_deletion_of_rows_whose_ids_must_live(desk: Client) -> None:
    row = AppearanceFactory()

    assert desk.post(reverse("admin:quotes_appearance_delete", args=[row.pk])).status_code == 403
