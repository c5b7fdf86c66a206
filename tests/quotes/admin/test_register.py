"""Every screen of the register opens, costs the same queries at one and at three rows, and shows evidence."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quotes.models import Claim, Copy, Job, Match, Review, Stance
from tests.factories import (
    AdminFactory,
    AgencyFactory,
    AliasFactory,
    AppearanceFactory,
    ArticleFactory,
    QuoteFactory,
    SourceFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db

TEXT = "The gates stay shut.\n\n“Our water is our bread,” Danek Orsolan said, VETA reported.\n"


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(AdminFactory())
    return client


def appearance(**fields: object):
    article = ArticleFactory(text=TEXT)
    speaker = SourceFactory(name="Danek Orsolan", disambiguation=str(article.pk))
    agency = AgencyFactory(name="VETA", disambiguation=str(article.pk))
    words = "Our water is our bread"
    return AppearanceFactory(article=article, text=words, chain=[speaker, agency], **fields)


def quote() -> object:
    said = QuoteFactory(text="Our water is our bread", appearance_count=1, outlet_count=1)
    appearance(quote=said)
    return said


def match() -> Match:
    first, second = appearance(), appearance()
    return Match.objects.create(
        a=first,
        b=second,
        relation="edited",
        judgement="altered",
        score=0.8,
        differences=[{"operation": "replaced", "a": [4, 9], "b": [4, 9]}],
        changes=[{"kind": "negation", "a": None, "b": [0, 3], "sentence": "A “not” was dropped."}],
    )


def copy() -> Copy:
    a, b = ArticleFactory(text=TEXT), ArticleFactory(text=TEXT)
    revisions = {f"revision_{side}": row.revisions.get() for side, row in (("a", a), ("b", b))}
    passages = [{"a": [0, 9], "b": [0, 9]}]
    facts = {"share_a": 0.9, "share_b": 0.8, "giver": "a", "source": a.outlet}
    return Copy.objects.create(a=a, b=b, passages=passages, **revisions, **facts)


def stance() -> Stance:
    claim = Claim.objects.create(text="The gates stay shut.")
    return Stance.objects.create(claim=claim, appearance=appearance(), attitude="asserts")


def review() -> Review:
    claim = Claim.objects.create(text="The gates stay shut.")
    return Review.objects.create(
        claim=claim, publisher=SourceFactory(), url="https://checks.example/1", rating="False"
    )


ROWS: dict[str, Callable[[], object]] = {
    "source": lambda: AliasFactory().source,
    "alias": AliasFactory,
    "revision": lambda: appearance().revision,
    "hop": lambda: appearance().hops.get(position=1),
    "article": lambda: appearance().article,
    "quote": quote,
    "appearance": appearance,
    "match": match,
    "copy": copy,
    "claim": lambda: stance().claim,
    "stance": stance,
    "review": review,
    "job": lambda: Job.objects.create(kind="import", done=3, total=9),
}


@pytest.mark.parametrize("name", ROWS)
def test_list_rows_with_the_same_queries_at_one_and_at_three(editor: Client, name: str) -> None:
    url = reverse(f"admin:quotes_{name}_changelist")
    ROWS[name]()
    editor.get(url)  # content types and the session are cached by now
    with CaptureQueriesContext(
        connection,
    ) as at_one:
        assert editor.get(url).status_code == 200
    for _ in range(2):
        ROWS[name]()

    with CaptureQueriesContext(connection) as at_three:
        assert editor.get(url).status_code == 200

    assert len(at_three) == len(at_one)
    assert len(at_three) <= 15


@pytest.mark.parametrize("name", ROWS)
def test_open_a_row_and_its_history(editor: Client, name: str) -> None:
    row = ROWS[name]()

    page = editor.get(reverse(f"admin:quotes_{name}_change", args=[row.pk]))
    history = editor.get(reverse(f"admin:quotes_{name}_history", args=[row.pk]))

    assert (page.status_code, history.status_code) == (200, 200)


@pytest.mark.parametrize("name", ROWS)
def test_search_finds_rows_without_error(editor: Client, name: str) -> None:
    ROWS[name]()

    assert editor.get(reverse(f"admin:quotes_{name}_changelist"), {"q": "water"}).status_code == 200


@pytest.mark.parametrize("name", ROWS)
def test_refuse_staff_without_permission(client: Client, name: str) -> None:
    client.force_login(StaffFactory())

    assert client.get(reverse(f"admin:quotes_{name}_changelist")).status_code == 403


def test_show_the_words_that_prove_each_hop(editor: Client) -> None:
    page = editor.get(reverse("admin:quotes_appearance_change", args=[appearance().pk])).content.decode()

    assert "<mark title='direct quote'>Our water is our bread</mark>" in page
    assert "<td>via 1</td><td>VETA" in page
    assert "<q>VETA</q>" in page


def test_show_an_article_with_its_chains(editor: Client) -> None:
    row = appearance()

    page = editor.get(reverse("admin:quotes_article_change", args=[row.article_id])).content.decode()

    chain = " via ".join(str(hop.source) for hop in row.hops.order_by("position"))
    assert f"<mark title='{chain}'>Our water is our bread</mark>" in page


def test_escape_what_an_article_says(editor: Client) -> None:
    hostile = "<script>alert(1)</script> is how it ends"
    row = AppearanceFactory(text=hostile)

    page = editor.get(reverse("admin:quotes_appearance_change", args=[row.pk])).content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; is how it ends" in page


def test_show_differing_words_and_meaning_changes(editor: Client) -> None:
    page = editor.get(reverse("admin:quotes_match_change", args=[match().pk])).content.decode()

    assert page.count("<mark title='replaced'>water</mark>") == 2
    assert "A “not” was dropped." in page


def test_show_the_row_as_it_was_before_a_change(editor: Client) -> None:
    source = SourceFactory(name="Danek Orsolan")
    change = reverse("admin:quotes_source_change", args=[source.pk])
    inline = {f"aliases-{key}_FORMS": 0 for key in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}

    answer = editor.post(
        change, {"name": "Danek I. Orsolan", "kind": "person", "disambiguation": "", **inline}
    )

    history = editor.get(reverse("admin:quotes_source_history", args=[source.pk])).content.decode()
    assert answer.status_code == 302
    assert "<dd>Danek Orsolan</dd>" in history
    assert "admin" in history.split("<tbody>")[1]
