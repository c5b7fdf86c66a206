"""The quote's screen: printings, provenance, conflicts; merged and split in the editor's name."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quotes.models import Act, Appearance, Match, Quote, Source
from quotes.services.matching.assembling import assemble
from tests.factories import (
    AdminFactory,
    AgencyFactory,
    AppearanceFactory,
    ArticleFactory,
    OutletFactory,
    QuoteFactory,
    SourceFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> User:
    return AdminFactory(username="ada")


@pytest.fixture
def desk(client: Client, ada: User) -> Client:
    client.force_login(ada)
    return client


@pytest.fixture
def speaker() -> Source:
    return SourceFactory(name="Danek Orsolan")


def printing(
    quote: Quote, outlet: str, day: int, *chain: Source, words: str = "Our water is our bread"
) -> Appearance:
    article = ArticleFactory(
        text=f"“{words},” he said.\n", outlet=OutletFactory(name=outlet),
        published_as=f"2025-03-{day:02}", published_at=f"2025-03-{day:02}T00:00Z",
    )  # fmt: skip
    return AppearanceFactory(article=article, text=words, quote=quote, chain=chain)


def shown(desk: Client, quote: Quote) -> str:
    return desk.get(reverse("admin:desk_quote", args=[quote.public_id])).content.decode()


def test_show_printings_in_time_and_who_was_first(desk: Client, speaker: Source) -> None:
    quote, wire = QuoteFactory(speaker=speaker), AgencyFactory(name="VETA")
    printing(quote, "The Post", 12, speaker, wire)
    printing(quote, "The Echo", 11, speaker, wire)

    page = shown(desk, quote)

    assert "<b>The Echo</b> carried it first, 2025-03-11." in page
    assert "From <b>VETA</b>: The Echo, The Post." in page
    assert "<b>1</b> independent route, all through VETA." in page
    assert "<td>1 d</td>" in page
    assert page.index("<b>The Echo</b> <span") < page.index("<b>The Post</b> <span")


def test_tell_of_conflicting_speakers(desk: Client, speaker: Source) -> None:
    quote = QuoteFactory(speaker=None)
    printing(quote, "The Post", 12, speaker)
    printing(quote, "The Echo", 11, SourceFactory(name="Ysolde Penhallick"))

    page = shown(desk, quote)

    assert "Printed as said by different people." in page
    assert "Ysolde Penhallick in The Echo; Danek Orsolan in The Post" in page


def test_teach_where_nobody_prints_it(desk: Client) -> None:
    assert "Nobody prints it any more" in shown(desk, QuoteFactory())


def test_follow_a_merged_quote(desk: Client) -> None:
    into = QuoteFactory()

    answer = desk.get(reverse("admin:desk_quote", args=[QuoteFactory(merged_into=into).public_id]))

    assert answer["Location"] == reverse("admin:desk_quote", args=[into.public_id])


def test_merge_after_a_preview_and_undo_it(desk: Client, ada: User, speaker: Source) -> None:
    rows = [printing(QuoteFactory(speaker=speaker), name, 11, speaker) for name in ("The Post", "The Echo")]
    one, other = (row.quote for row in rows)
    address = reverse("admin:desk_quote_merge", args=[one.public_id])

    preview = desk.get(address, {"with": f"https://via.example/api/v1/quotes/{other.public_id}"})
    done = desk.post(address, {"with": other.public_id, "reason": "One speech."}, follow=True)

    act = Act.objects.get()
    assert "1 printing in 1 article comes to it." in preview.content.decode()
    assert (Quote.objects.live().count(), act.decided_by, act.reason) == (1, ada, "One speech.")
    assert reverse("admin:desk_undo", args=[act.pk]) in done.content.decode()
    desk.post(reverse("admin:desk_undo", args=[act.pk]))
    assert Quote.objects.live().count() == 2


def test_split_after_a_preview_and_undo_it(desk: Client, ada: User, speaker: Source) -> None:
    rows = [printing(QuoteFactory(speaker=speaker), name, 11, speaker) for name in ("The Post", "The Echo")]
    a, b = rows
    Match.objects.create(a=a, b=b, relation="exact", judgement="same", score=1)
    assemble(appearances=[a.pk, b.pk])
    quote = Quote.objects.live().get()
    address = reverse("admin:desk_quote_split", args=[quote.public_id])

    preview = desk.get(address, {"appearance": b.public_id}).content.decode()
    desk.post(address, {"appearance": b.public_id, "reason": "Said twice."})

    act = Act.objects.get()
    assert preview.index("The Post") < preview.index("<h3>The other") < preview.rindex("The Echo")
    assert (Quote.objects.live().count(), act.decided_by, act.reason) == (2, ada, "Said twice.")
    desk.post(reverse("admin:desk_undo", args=[act.pk]))
    assert Quote.objects.live().count() == 1


@pytest.mark.parametrize(
    ("name", "told"), [("quote_merge", "Choose a quote to merge with"), ("quote_split", "some, not all")]
)
def test_ask_for_what_is_meant(desk: Client, name: str, told: str) -> None:
    answer = desk.get(reverse(f"admin:desk_{name}", args=[QuoteFactory().public_id]), follow=True)

    assert told in answer.content.decode()


def test_show_a_reader_no_form(client: Client, speaker: Source) -> None:
    client.force_login(StaffFactory(groups=["reader"]))
    quote = QuoteFactory(speaker=speaker)
    printing(quote, "The Post", 12, speaker)

    page = shown(client, quote)

    assert ("The Post" in page, 'type="checkbox"' in page) == (True, False)


def test_open_with_the_same_queries_at_two_and_at_four_printings(desk: Client, speaker: Source) -> None:
    quote = QuoteFactory(speaker=speaker)

    def queries() -> int:
        with CaptureQueriesContext(connection) as made:
            shown(desk, quote)
        return len(made)

    for number in (1, 2):
        printing(quote, f"Paper {number}", number, speaker)
    queries()
    at_two = queries()
    for number in (3, 4):
        printing(quote, f"Paper {number}", number, speaker)

    assert queries() == at_two <= 15
