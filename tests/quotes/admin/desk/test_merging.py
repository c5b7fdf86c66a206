"""Merging sources: ticked, foreseen, merged and kept apart in the editor's name, and undone."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quotes.models import Act, KeptApart, Source
from tests.factories import AdminFactory, AppearanceFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(AdminFactory(username="ada"))
    return client


@pytest.fixture
def alike() -> list[Source]:
    names = ("Danek Orsolan", "Orsolan", "Orsolan of Vela", "Minister Danek Orsolan")
    made = [SourceFactory(name=name) for name in names]
    AppearanceFactory(text="Our water is our bread", chain=[made[1]])
    return made


def live() -> set[str]:
    return set(Source.objects.live().filter(name__contains="Orsolan").values_list("name", flat=True))


def shown(desk: Client, **query: object) -> str:
    return desk.get(reverse("admin:desk_merging"), query).content.decode()


def act(desk: Client, **given: object) -> str:
    return desk.post(reverse("admin:desk_merging_act"), given, follow=True).content.decode()


def test_teach_where_nothing_looks_alike(desk: Client) -> None:
    assert "No two sources look alike" in shown(desk)


def test_show_those_that_look_alike_with_a_tick_each(desk: Client, alike: list[Source]) -> None:
    page = shown(desk)

    assert page.count('type="checkbox" name="source"') == len(alike)
    assert "Our water is our bread" in page


def test_foresee_what_merging_changes_without_the_one_left_out(desk: Client, alike: list[Source]) -> None:
    into, loser, *_ = alike

    page = shown(desk, source=[into.public_id, loser.public_id], into=into.public_id, preview=1)

    assert "1 printing names Danek Orsolan" in page
    assert "New other names of Danek Orsolan: <b>Orsolan</b>." in page
    assert "These become" in page
    assert "Orsolan of Vela" not in page.split("<footer")[0]
    assert live() == {source.name for source in alike}


def test_merge_three_of_four_and_undo_it(desk: Client, alike: list[Source]) -> None:
    into, left_out = alike[0], alike[2]
    ticked = [source.public_id for source in alike if source != left_out]

    page = act(desk, source=ticked, into=into.public_id, do="merge", reason="One minister.")

    merge = Act.objects.get()
    assert (live(), merge.reason, merge.decided_by.username) == (
        {"Danek Orsolan", "Orsolan of Vela"}, "One minister.", "ada",
    )  # fmt: skip
    assert reverse("admin:desk_undo", args=[merge.pk]) in page
    desk.post(reverse("admin:desk_undo", args=[merge.pk]))
    assert live() == {source.name for source in alike}


def test_never_suggest_again_what_is_kept_apart(desk: Client, alike: list[Source]) -> None:
    act(desk, source=[source.public_id for source in alike], do="apart", reason="Father and son.")

    assert "No two sources look alike" in shown(desk)
    assert {row.reason for row in KeptApart.objects.current()} == {"Father and son."}


def test_say_why_sources_kept_apart_are_not_merged(desk: Client, alike: list[Source]) -> None:
    both = [source.public_id for source in alike[:2]]
    act(desk, source=both, do="apart")

    page = act(desk, source=both, do="merge")

    assert "are kept apart by ada" in page
    assert "Merge them" not in page


def test_ask_for_two_ticks(desk: Client, alike: list[Source]) -> None:
    page = act(desk, source=[alike[0].public_id], do="merge")

    assert "Tick two sources or more." in page
    assert "Only Danek Orsolan is ticked" in page


@pytest.mark.parametrize(("name", "told"), [("Orsolan", "Minister Danek"), ("Nobody", "Nobody goes by")])
def test_look_for_who_may_be_one(desk: Client, alike: list[Source], name: str, told: str) -> None:
    assert told in shown(desk, name=name)


def test_open_within_fifteen_queries(desk: Client, alike: list[Source]) -> None:
    ids = [source.public_id for source in alike]
    shown(desk)
    with CaptureQueriesContext(connection) as groups:
        shown(desk)
    with CaptureQueriesContext(connection) as preview:
        shown(desk, source=ids, preview=1)

    assert (len(groups) <= 15, len(preview) <= 15) == (True, True)
