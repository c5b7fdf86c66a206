"""Drawing: the text stays as it is, letter for letter, whatever it holds."""

import html
import re

import pytest

from quotes.admin.desk.article.drawing import drawn, excerpt
from quotes.models import Appearance
from tests.factories import AppearanceFactory, ArticleFactory, SourceFactory

pytestmark = pytest.mark.django_db

TEXT = "Danek Orsolan spoke.\r\n\n“Our <b>water</b> & our bread,” he said 🌊.\n"
WORDS = "Our <b>water</b> & our bread"


@pytest.fixture
def rows() -> list[Appearance]:
    made = AppearanceFactory(
        article=ArticleFactory(text=TEXT), text=WORDS, chain=[SourceFactory(name="Danek Orsolan")]
    )
    return list(Appearance.objects.filter(pk=made.pk).with_chain())


def plain(drawing: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", drawing))


def test_draw_the_text_letter_for_letter(rows: list[Appearance]) -> None:
    assert plain(drawn(TEXT, rows, rows[0].revision)) == TEXT


def test_mark_the_quote_and_the_evidence_of_each_hop(rows: list[Appearance]) -> None:
    drawing = drawn(TEXT, rows, rows[0].revision)

    assert '<a id="h-1-0"></a><span class="evidence h-1-0"' in drawing
    assert 'class="quote q-1 direct suggested"' in drawing


def test_draw_a_part_of_the_text(rows: list[Appearance]) -> None:
    assert plain(excerpt(TEXT, rows, (6, 40))) == TEXT[6:40]
