"""History: what people decided on a row and its parts, with reasons, each with its undo."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quotes.models import Act, Appearance
from quotes.services import appearances, undoing
from tests.factories import AdminFactory, AppearanceFactory, ArticleFactory, QuoteFactory, StaffFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> User:
    return AdminFactory(username="ada")


@pytest.fixture
def desk(client: Client, ada: User) -> Client:
    client.force_login(ada)
    return client


@pytest.fixture
def row() -> Appearance:
    return AppearanceFactory(quote=QuoteFactory())


def address(row: Model) -> str:
    return reverse("admin:desk_history", args=[row._meta.model_name, row.public_id])  # type: ignore[attr-defined]


@pytest.mark.parametrize("of", ["self", "article", "quote"])
def test_show_a_decision_on_the_row_and_on_what_holds_it(
    desk: Client, ada: User, row: Appearance, of: str
) -> None:
    appearances.confirm(by=ada, appearance=row, reason="Heard on the recording.")

    page = desk.get(address(row if of == "self" else getattr(row, of))).content.decode()

    assert "Confirmed “The bridge will open in May”" in page
    assert "ada, <time" in page
    assert "“Heard on the recording.”" in page


def test_undo_from_the_history_with_a_reason(desk: Client, ada: User, row: Appearance) -> None:
    appearances.confirm(by=ada, appearance=row)
    made = Act.objects.get()

    sent = {"next": address(row), "reason": "The wrong line."}
    page = desk.post(reverse("admin:desk_undo", args=[made.pk]), sent, follow=True).content.decode()

    row.refresh_from_db()
    assert row.state == "suggested"
    assert "Taken back by ada" in page
    assert "“The wrong line.”" in page
    assert "Undo it" not in page


def test_teach_where_nobody_decided(desk: Client, row: Appearance) -> None:
    assert "Nobody has decided anything here yet" in desk.get(address(row)).content.decode()


@pytest.mark.parametrize("kind", ["user", "act", "source"])
def test_find_nothing_of_other_kinds(desk: Client, row: Appearance, kind: str) -> None:
    assert desk.get(reverse("admin:desk_history", args=[kind, row.public_id])).status_code == 404


def test_page_through_many_decisions(desk: Client, ada: User, monkeypatch: pytest.MonkeyPatch) -> None:
    row = ArticleFactory()
    for number in range(52):
        told = {"sentence": f"Decision {number}.", "about": "article", "about_id": row.public_id}
        Act.objects.create(kind="judge", decided_by=None, **told)

    first = desk.get(address(row)).content.decode()
    oldest = Act.objects.order_by("-pk")[49].pk
    second = desk.get(address(row), {"before": oldest}).content.decode()

    assert f"?before={oldest}" in first
    assert [f"Decision {number}." in second for number in (0, 1, 2)] == [True, True, False]


def test_hide_undo_from_who_may_not(client: Client, ada: User, row: Appearance) -> None:
    appearances.confirm(by=ada, appearance=row)
    client.force_login(StaffFactory(groups=["reader"]))

    assert client.get(address(row)).status_code == 403


def test_open_with_the_same_queries_at_one_and_at_three_acts(
    desk: Client, ada: User, row: Appearance
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as made:
            desk.get(address(row))
        return len(made)

    appearances.confirm(by=ada, appearance=row)
    queries()
    at_one = queries()
    undoing.undo(by=ada, act=Act.objects.get())
    row.refresh_from_db()
    appearances.confirm(by=ada, appearance=appearances.reject(by=ada, appearance=row))

    assert queries() == at_one <= 15


def test_lead_from_the_register_to_the_decisions(desk: Client, row: Appearance) -> None:
    states = desk.get(reverse("admin:quotes_appearance_history", args=[row.pk])).content.decode()

    assert address(row) in states
