"""Anchoring: what an editor decided on follows its words into a new revision, or stays where they are."""

import pytest

from quotes.models import Appearance, Article, Revision
from quotes.services import appearances, articles, reading
from quotes.services.articles import Submission
from quotes.services.reading.anchoring import nearest
from quotes.services.verifying import breaches
from tests.factories import StaffFactory

pytestmark = pytest.mark.django_db

TEXT = "Port Ellery — “The bridge will open in May,” Mayor Ada Okoro told the Gazette on Tuesday.\n"
LONGER = "“Nobody will pay a toll,” Bo Ek said.\n\n" + TEXT


def send(text: str) -> Article:
    given = Submission(outlet="Ellery Post", text=text, sender_id="a")
    article = articles.accept(by=None, submission=given).article
    assert reading.read_article(article_id=article.pk)
    return article


def decided(article: Article) -> Appearance:
    row = article.appearances.get(text="The bridge will open in May")
    return appearances.confirm(by=StaffFactory(), appearance=row)


def where(row: Appearance) -> tuple[int, str, list[str], str]:
    """Return the revision a row is in, its words there, its hops' evidence there, and its state."""
    fresh = Appearance.objects.select_related("revision").get(pk=row.pk)
    text = fresh.revision.text
    evidence = [text[hop.start : hop.end] for hop in fresh.hops.order_by("position")]
    return fresh.revision.number, text[fresh.start : fresh.end], evidence, fresh.state


def test_decided_words_follow_into_each_revision_that_prints_them() -> None:
    article = send(TEXT)
    row = decided(article)
    first = where(row)

    for text in (LONGER, TEXT, LONGER):
        send(text)

    assert where(row) == (4, *first[1:])
    assert Revision.objects.count() == 4
    assert article.appearances.filter(text=row.text).count() == 1
    assert list(breaches()) == []


def test_decided_words_that_are_gone_stay_on_their_revision_and_come_back() -> None:
    row = decided(send(TEXT))
    first = where(row)

    send(TEXT.replace("in May", "in June"))
    while_gone = where(row)
    send(TEXT)

    assert while_gone == first
    assert where(row) == (3, *first[1:])


def test_decided_words_stay_where_the_proof_of_their_chain_is() -> None:
    row = decided(send(TEXT))
    first = where(row)

    article = send(TEXT.replace("Mayor Ada Okoro", "The mayor"))

    assert where(row) == first
    assert article.appearances.filter(text=row.text).count() == 1
    assert list(breaches()) == []


def test_decided_words_follow_where_the_reader_finds_no_quote_any_more() -> None:
    row = decided(send(TEXT))

    send(LONGER.replace("“The bridge will open in May,”", "The bridge will open in May,"))

    assert where(row)[:2] == (2, "The bridge will open in May")


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("he said, he knew", 9, 9),
        ("he said, he knew", 0, 0),
        ("the other he", 0, 10),
        ("the other", 0, None),
        ("he", 40, 0),
        ("", 0, None),
    ],
)
def test_nearest_finds_whole_words(text: str, at: int, found: int | None) -> None:
    assert nearest(text, "he", at) == found
