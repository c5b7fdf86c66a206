"""The review queue: decided by plain posts and by the script's, in the editor's name, with nothing lost."""

import html
import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quotes.models import Act, Appearance, Copy, Flag, Hop, Match, Quote
from quotes.services import appearances, reviewing
from tests.factories import (
    AdminFactory,
    AgencyFactory,
    AppearanceFactory,
    ArticleFactory,
    QuoteFactory,
    SourceFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db

TEXT = "The gates stay shut.\n\n“Our water is our bread,” Danek Orsolan said, VETA reported.\n"
WORDS = "Our water is our bread"


@pytest.fixture
def editor() -> User:
    return AdminFactory(username="ada")


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def printing(**fields: object) -> Appearance:
    article = ArticleFactory(text=TEXT)
    speaker = SourceFactory(name="Danek Orsolan", disambiguation=str(article.pk))
    agency = AgencyFactory(name="VETA", disambiguation=str(article.pk))
    return AppearanceFactory(article=article, text=WORDS, chain=[speaker, agency], confidence=0.5, **fields)


def hop() -> Hop:
    row = printing(state="confirmed", decided_by=AdminFactory(), decided_at="2025-03-11T00:00Z")
    row.hops.filter(position=1).update(source=None, name="VETA", candidates=["VETA"])
    return row.hops.get(position=1)


def match() -> Match:
    decided = {"state": "confirmed", "decided_by": AdminFactory(), "decided_at": "2025-03-11T00:00Z"}
    a, b = printing(**decided), printing(**decided)
    return Match.objects.create(a=a, b=b, relation="edited", judgement="unsure", score=0.5)


def conflict() -> Quote:
    said = QuoteFactory(text=WORDS, speaker=None, appearance_count=2, outlet_count=2)
    printing(quote=said)
    printing(quote=said)
    return said


def copy() -> Copy:
    a, b = ArticleFactory(text=TEXT), ArticleFactory(text=TEXT)
    sides = {"revision_a": a.revisions.get(), "revision_b": b.revisions.get(), "share_a": 0.9, "share_b": 0.8}
    return Copy.objects.create(
        a=a, b=b, giver="a", source=a.outlet, passages=[{"a": [0, 20], "b": [0, 20]}], **sides
    )


ITEMS: dict[str, Callable[[], object]] = {
    "appearance": printing,
    "hop": hop,
    "match": match,
    "conflict": conflict,
    "copy": copy,
}


def shown(desk: Client, **query: str) -> str:
    return desk.get(reverse("admin:desk_review"), query).content.decode()


def fields(page: str) -> dict[str, str]:
    """Return the hidden fields of the card that is shown."""
    return {
        name: html.unescape(re.search(rf'name="{name}" value="([^"]*)"', page)[1])
        for name in ("address", "version", "query")
    }


def post(desk: Client, page: str, do: str, **data: object):
    return desk.post(reverse("admin:desk_review_act"), {**fields(page), "do": do, **data}, follow=True)


def test_teach_where_nothing_waits(desk: Client) -> None:
    assert "Nothing waits" in shown(desk)


@pytest.mark.parametrize("kind", ITEMS)
def test_show_each_kind_with_its_buttons(desk: Client, kind: str) -> None:
    ITEMS[kind]()

    page = shown(desk, kind=kind)

    assert f'<article class="card panel {kind}"' in page
    assert 'data-key="a"' in page


@pytest.mark.parametrize(("do", "state"), [("confirm", "confirmed"), ("reject", "rejected")])
def test_decide_on_a_suggested_quote(desk: Client, editor: User, do: str, state: str) -> None:
    printing()

    page = post(desk, shown(desk), do, reason="Heard on the recording.").content.decode()

    now = Appearance.objects.get()
    assert (now.state, now.decided_by, now.reason) == (state, editor, "Heard on the recording.")
    assert str(Act.objects.get()) in page.replace("&#x27;", "'")


def test_put_the_words_right(desk: Client) -> None:
    printing()

    post(desk, shown(desk), "correct", first="water", last="bread", kind="partial", setting="")

    now = Appearance.objects.get()
    assert (now.words, now.kind, now.state) == ("water is our bread", "partial", "confirmed")


def test_name_another_speaker(desk: Client) -> None:
    row = printing()

    post(desk, shown(desk), "correct_speaker", name="Ysolde Penhallick", new="person")

    assert str(row.hops.get(position=0).source) == "Ysolde Penhallick"


def test_resolve_a_source(desk: Client) -> None:
    unresolved = hop()

    post(desk, shown(desk, kind="hop"), "resolve", name="The Veta Agency", new="agency")

    unresolved.refresh_from_db()
    assert str(unresolved.source) == "The Veta Agency"


def test_judge_a_pair(desk: Client, editor: User) -> None:
    match()

    post(desk, shown(desk, kind="match"), "altered")

    now = Match.objects.current().get()
    assert (now.judgement, now.decided_by) == ("altered", editor)


def test_keep_the_speakers_of_a_conflict(desk: Client) -> None:
    conflict()

    post(desk, shown(desk, kind="conflict"), "keep")

    assert Act.objects.filter(part_of__isnull=True).count() == 1
    assert 'class="card' not in shown(desk, kind="conflict")


def test_ask_for_the_printing_that_a_conflict_is_decided_on(desk: Client) -> None:
    conflict()

    page = post(desk, shown(desk, kind="conflict"), "split").content.decode()

    assert "Tick the printing it is about first." in page


def test_accept_a_copy(desk: Client) -> None:
    copy()

    post(desk, shown(desk, kind="copy"), "accept")

    assert Copy.objects.current().get().state == "accepted"


def test_skip_until_asked_for_again(desk: Client) -> None:
    printing()

    page = post(desk, shown(desk), "skip").content.decode()
    desk.post(reverse("admin:desk_review_again"))

    assert "Show the 1 you skipped" in page
    assert 'class="card' in shown(desk)


def test_flag_with_a_note_and_take_it_back(desk: Client) -> None:
    printing()

    page = post(desk, shown(desk), "flag", note="Is this a translation?").content.decode()
    post(desk, page, f"unflag {Flag.objects.get().pk}")

    assert "Flagged by ada: Is this a translation?" in page
    assert Flag.objects.standing().count() == 0


def test_undo_shows_the_item_again(desk: Client) -> None:
    row = printing()
    post(desk, shown(desk), "reject")

    page = desk.post(
        reverse("admin:desk_review_undo", args=[Act.objects.get().pk]), follow=True
    ).content.decode()

    assert fields(page)["address"] == f"appearance-{row.public_id}"
    assert Appearance.objects.get().state == "suggested"


def test_tell_the_second_who_decided_and_keep_what_was_typed(desk: Client) -> None:
    row = printing()
    page = shown(desk)
    appearances.reject(by=AdminFactory(username="ben"), appearance=row)

    answer = post(desk, page, "confirm", reason="Heard on the recording.")

    told = answer.content.decode()
    assert answer.status_code == 409
    assert "Meanwhile ben did this" in told
    assert 'value="Heard on the recording."' in told
    assert Appearance.objects.get().state == "rejected"


def test_give_two_editors_different_items(desk: Client) -> None:
    for _ in range(4):
        printing()
    other = Client()
    other.force_login(AdminFactory(username="ben"))

    assert fields(shown(desk))["address"] != fields(shown(other))["address"]


def test_keep_the_filter_over_a_decision(desk: Client) -> None:
    printing()

    answer = post(desk, shown(desk, kind="appearance", least="0.1"), "confirm")

    assert answer.redirect_chain[-1][0] == f"{reverse('admin:desk_review')}?kind=appearance&least=0.1"


def test_say_what_is_wrong_with_a_filter(desk: Client) -> None:
    assert "Nobody goes by “Nobody Known”" in shown(desk, speaker="Nobody Known")


def test_answer_a_script_with_the_next_card(desk: Client) -> None:
    for _ in range(4):
        printing()
    page = shown(desk)
    first, *ready = re.findall(r'data-address="([^"]*)"', page)
    sent = {**fields(page), "do": "confirm", "shown": ready, "want": "1"}

    answer = desk.post(reverse("admin:desk_review_act"), sent, headers={"X-Desk": "script"}).json()

    (card,) = answer["ahead"]
    assert re.search(r'data-address="([^"]*)"', card)[1] not in (first, *ready)
    assert "<b>1 of 4</b>" in answer["side"]


def test_answer_a_script_with_the_refused_card(desk: Client) -> None:
    row = printing()
    page = shown(desk)
    appearances.reject(by=AdminFactory(username="ben"), appearance=row)
    sent = {**fields(page), "do": "confirm", "reason": "Heard."}

    answer = desk.post(reverse("admin:desk_review_act"), sent, headers={"X-Desk": "script"})

    assert answer.status_code == 409
    assert 'value="Heard."' in answer.json()["refused"]


def test_renew_what_is_shown(desk: Client, editor: User) -> None:
    printing()
    address = fields(shown(desk))["address"]

    kept = desk.post(reverse("admin:desk_review_renew"), {"shown": [address]}).json()["kept"]

    assert kept == [address]
    assert reviewing.holder(address) == editor


def test_turn_single_keys_off_and_on(desk: Client) -> None:
    assert "keys-on" in shown(desk)

    desk.post(reverse("admin:desk_keys"), {"keys": "off"})

    assert "keys-on" not in shown(desk)


@pytest.mark.parametrize("kind", ITEMS)
def test_open_within_fifteen_queries(client: Client, kind: str) -> None:
    desk = client
    desk.force_login(StaffFactory(groups=["editor"]))
    for _ in range(3):
        ITEMS[kind]()
    shown(desk, kind=kind)

    with CaptureQueriesContext(connection) as queries:
        shown(desk, kind=kind)

    assert len(queries) <= 15, "\n".join(query["sql"][:160] for query in queries)
