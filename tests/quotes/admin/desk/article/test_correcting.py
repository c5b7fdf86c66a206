"""The article screen: each correction in the editor's name, and nothing typed lost where one is refused."""

import re

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quotes.models import Act, Appearance, Hop, Source
from quotes.services import appearances
from tests.factories import (
    AdminFactory,
    AgencyFactory,
    AppearanceFactory,
    ArticleFactory,
    SourceFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db

TEXT = "The gates stay shut.\n\n“Our water is our bread,” Danek Orsolan said, VETA reported.\n"


@pytest.fixture
def editor() -> User:
    return AdminFactory(username="ada")


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def row() -> Appearance:
    chain = [SourceFactory(name="Danek Orsolan"), AgencyFactory(name="VETA")]
    return AppearanceFactory(article=ArticleFactory(text=TEXT), text="Our water is our bread", chain=chain)


def opened(desk: Client, row: Appearance) -> str:
    address = reverse("admin:desk_article", args=[row.article_id])
    return desk.get(address, {"quote": row.pk}).content.decode()


def post(desk: Client, row: Appearance, action: str, **data: object) -> str:
    seen = re.search(r'name="version" value="(\w+)"', opened(desk, row))
    sent = {"version": seen[1], "action": action, **data}
    return desk.post(reverse("admin:desk_correct", args=[row.pk]), sent, follow=True).content.decode()


def chain(row: Appearance) -> list[str]:
    return [str(hop.source) for hop in row.hops.order_by("position")]


def test_correct_the_words_by_how_they_begin_and_end(desk: Client, editor: User, row: Appearance) -> None:
    page = post(
        desk, row, "words", first="water", last="bread", kind="partial", setting="", reason="Too long."
    )

    now = Appearance.objects.get()
    assert (now.words, now.kind, now.decided_by, now.reason) == (
        "water is our bread", "partial", editor, "Too long.",
    )  # fmt: skip
    assert Act.objects.get().sentence[:9] in page


@pytest.mark.parametrize(("action", "state"), [("confirm", "confirmed"), ("reject", "rejected")])
def test_decide_on_a_quote(desk: Client, row: Appearance, action: str, state: str) -> None:
    post(desk, row, action, reason="Heard on the recording.")

    now = Appearance.objects.get()
    assert (now.state, now.reason) == (state, "Heard on the recording.")


def test_correct_the_speaker_by_a_new_name(desk: Client, row: Appearance) -> None:
    post(desk, row, "hop 0", name="Ysolde Penhallick", new="person")

    assert chain(row) == ["Ysolde Penhallick", "VETA"]


def test_correct_a_hop_by_a_source_that_was_chosen(desk: Client, row: Appearance) -> None:
    other = AgencyFactory(name="Halvard")

    post(desk, row, "hop 1", source=other.public_id, name="whatever stands there")

    assert chain(row) == ["Danek Orsolan", "Halvard"]


def test_add_a_hop_with_the_words_that_prove_it(desk: Client, row: Appearance) -> None:
    post(desk, row, "add", name="Halvard", new="agency", position="1", first="reported", last="")

    added = row.hops.get(position=1)
    assert chain(row) == ["Danek Orsolan", "Halvard", "VETA"]
    assert (added.evidence, added.basis) == ("reported", "editor")


@pytest.mark.parametrize(
    ("action", "left"), [("drop 1", ["Danek Orsolan"]), ("inwards 1", ["VETA", "Danek Orsolan"])]
)
def test_drop_and_move_a_hop(desk: Client, row: Appearance, action: str, left: list[str]) -> None:
    post(desk, row, action)

    assert chain(row) == left


def test_say_who_an_unresolved_hop_is(desk: Client, row: Appearance) -> None:
    Hop.objects.filter(position=1).update(source=None, candidates=["VETA"])

    post(desk, row, "hop 1", name="VETA")

    hop = row.hops.get(position=1)
    assert (str(hop.source), hop.basis) == ("VETA", "explicit")


def test_keep_what_was_typed_where_a_name_is_unknown(desk: Client, row: Appearance) -> None:
    page = post(
        desk, row, "add", name="Nobody Known", position="1", first="reported", reason="In the last line."
    )

    assert "Nobody goes by “Nobody Known” yet" in page
    assert 'value="Nobody Known"' in page
    assert 'name="first" value="reported"' in page
    assert 'value="In the last line."' in page
    assert not Source.objects.filter(name="Nobody Known").exists()


def test_tell_the_second_editor_who_decided_and_keep_what_was_typed(desk: Client, row: Appearance) -> None:
    seen = re.search(r'name="version" value="(\w+)"', opened(desk, row))[1]
    appearances.reject(by=AdminFactory(username="ben"), appearance=row)
    sent = {"version": seen, "action": "words", "first": "water", "last": "bread", "reason": "Too long."}

    answer = desk.post(reverse("admin:desk_correct", args=[row.pk]), sent)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "This was changed by ben on" in page
    assert 'name="last" value="bread"' in page
    assert Appearance.objects.get().state == "rejected"


def test_undo_a_correction_from_the_list_of_decisions(desk: Client, row: Appearance) -> None:
    post(desk, row, "drop 1")

    desk.post(reverse("admin:desk_undo", args=[Act.objects.get().pk]), {"next": "https://elsewhere.example/"})

    assert chain(row) == ["Danek Orsolan", "VETA"]


def test_show_a_reader_the_chains_and_no_form(client: Client, row: Appearance) -> None:
    client.force_login(StaffFactory(groups=["reader"]))

    page = opened(client, row)

    assert "VETA" in page
    assert 'name="action"' not in page


def test_open_with_the_same_queries_at_one_and_at_three_quotes(desk: Client, row: Appearance) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as made:
            opened(desk, row)
        return len(made)

    opened(desk, row)
    at_one = queries()
    for words in ("water is our", "is our bread"):
        AppearanceFactory(article=row.article, text=words, chain=[hop.source for hop in row.hops.all()])

    assert queries() == at_one <= 15


def test_offer_the_names_that_begin_so(desk: Client, row: Appearance) -> None:
    SourceFactory(name="Orsola Lind")

    found = desk.get(reverse("admin:desk_sources"), {"q": "orsol"}).json()["sources"]

    assert [one["name"] for one in found] == ["Danek Orsolan", "Orsola Lind"]
