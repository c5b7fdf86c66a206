"""Compare: what differs between wordings, by kind and with its meaning; judged in the editor's name."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quotes.admin.desk.wordings import Piece, compared
from quotes.models import Appearance, Match, Quote
from quotes.services.judgements import judge
from tests.factories import AdminFactory, AppearanceFactory, ArticleFactory, QuoteFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(AdminFactory(username="ada"))
    return client


def printing(words: str, **fields: object) -> Appearance:
    article = ArticleFactory(
        text=f"“{words},” she said.\n", published_as="2025-03-11", published_at="2025-03-11T00:00Z"
    )
    speaker = SourceFactory(name="Danek Orsolan", disambiguation=str(article.pk))
    return AppearanceFactory(article=article, text=words, chain=[speaker], **fields)


def address(*rows: Appearance) -> str:
    return f"{reverse('admin:desk_compare')}?" + "&".join(f"appearance={row.public_id}" for row in rows)


def rows(*words: str) -> list[Appearance]:
    made = [printing(one).pk for one in words]
    return list(Appearance.objects.filter(pk__in=made).with_chain().order_by("pk"))


def test_tell_what_was_dropped_with_its_meaning() -> None:
    base, other = compared(
        rows(
            "The gates will not open before the spring of next year",
            "The gates will open before the spring of next year",
        )
    )

    assert [piece.kind for piece in base.pieces] == ["equal"]
    changed = [piece for piece in other.pieces if piece.kind not in ("equal", "aside")]
    assert [(piece.kind, piece.theirs, piece.ours) for piece in changed] == [("dropped", "not", "")]
    assert other.meanings == [changed[0].meaning]


def test_print_each_wording_in_full() -> None:
    words = "The gates will open in May for all", "The heavy gates will open in June for all of us"

    shown = compared(rows(*words))

    assert sorted("".join(piece.ours for piece in one.pieces) for one in shown) == sorted(words)


def test_set_the_reporters_words_apart_from_the_speakers() -> None:
    text = "“We can wait,” she said, “for a week.”"
    row = AppearanceFactory(
        article=ArticleFactory(text=text),
        text="We can wait,” she said, “for a week",
        segments=[[1, 12], [26, 36]],
    )

    pieces = compared([row, *rows("We can wait")])[0].pieces

    assert list(pieces) == [
        Piece("equal", "We can wait"),
        Piece("aside", ",” she said, “"),
        Piece("equal", "for a week"),
    ]


def test_show_the_evidence_that_is_stored(editor: Client) -> None:
    a, b = rows("Our water is our bread", "Our bread is our bread")
    stretches = [("equal", [0, 3]), ("replaced", [4, 9])]
    Match.objects.create(
        a=a,
        b=b,
        relation="edited",
        judgement="altered",
        score=0.8,
        features=[["coverage", 4.2]],
        reason="Printed on one day.",
        differences=[{"operation": operation, "a": span, "b": span} for operation, span in stretches],
        changes=[{"kind": "name", "a": [4, 9], "b": [4, 9], "sentence": "Water became bread."}],
    )

    page = editor.get(address(a, b)).content.decode()

    assert "Water became bread." in page
    assert "gives 80% that both print the same utterance; for it: the shorter one is in the longer." in page
    assert "Printed on one day." in page


def test_say_that_other_words_are_in_the_quote_through_another_printing() -> None:
    said = QuoteFactory()
    words = ("The gates stay closed until the corn is in", "Nobody opens a dam before autumn")
    made = [printing(one, quote=said).pk for one in words]

    shown = compared(list(Appearance.objects.filter(pk__in=made).with_chain()))

    assert shown[1].why == "It is in this quote through another printing."


def test_show_one_printing_of_each_wording_of_a_quote(editor: Client) -> None:
    said = QuoteFactory()
    for words in ("Our water is our bread", "Our water is our daily bread"):
        printing(words, quote=said)
    page = editor.get(f"{reverse('admin:desk_compare')}?quote={said.public_id}")

    assert page.status_code == 200
    assert Quote.objects.count() == 1


@pytest.mark.parametrize("query", ["", "?appearance=nonsense", "?quote=01a204e0-b09c-7567-a023-964596f1bbf0"])
def test_teach_where_there_is_nothing_to_compare(editor: Client, query: str) -> None:
    page = editor.get(reverse("admin:desk_compare") + query)

    assert (page.status_code, "Nothing to compare" in page.content.decode()) == (200, True)


def test_judge_a_pair_with_its_reason(editor: Client) -> None:
    a, b = rows("Our water is our bread", "Our bread is our bread")
    given = {
        "appearance": [a.public_id, b.public_id],
        "judgement": "altered",
        "reason": "A word was swapped.",
    }

    page = editor.post(reverse("admin:desk_compare_judge"), given, follow=True).content.decode()

    standing = Match.objects.current().get()
    assert (standing.judgement, standing.reason, standing.decided_by.username) == (
        "altered",
        "A word was swapped.",
        "ada",
    )
    assert "ada judged it <b>altered</b>" in page


def test_keep_what_was_typed_where_a_judgement_is_refused(editor: Client) -> None:
    a, b = rows("Our water is our bread", "Our bread is our bread")
    (c,) = rows("Our water is our daily bread")
    ada = AdminFactory()
    judge(by=ada, a=a, b=c, judgement="same")
    judge(by=ada, a=b, b=c, judgement="same")
    given = {
        "appearance": [a.public_id, b.public_id],
        "judgement": "different",
        "reason": "Not the same day.",
    }

    page = editor.post(reverse("admin:desk_compare_judge"), given, follow=True).content.decode()

    assert 'value="Not the same day."' in page
    assert Match.objects.current().filter(a=a, b=b).count() == 0


def test_open_within_fifteen_queries(editor: Client) -> None:
    made = rows(
        "Our water is our bread", "Our bread is our bread", "Our water is our daily bread", "Water is bread"
    )
    editor.get(address(*made))

    with CaptureQueriesContext(connection) as queries:
        editor.get(address(*made))

    assert len(queries) <= 15


def test_escape_what_is_printed(editor: Client) -> None:
    a, b = rows("<script>alert(1)</script> is how it ends", "<script>alert(2)</script> is how it ends")

    assert "<script>alert" not in editor.get(address(a, b)).content.decode()
