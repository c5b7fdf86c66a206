import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.text.reading.page import read_page
from quotes.text.reading.page.html import page_from_html
from quotes.text.reading.types import Given

PARAGRAPHS = (
    "OSLO, March 5 (Reuters) - Lunda Lines will stop night crossings from October.",
    "“We cannot run boats through fog on luck and good wishes,” Marit Solheim told the board.",
    "The union welcomed the decision but asked when the crossings would return.",
)
_PIECES = ["<p>", "</p>", "<script>", "<meta name=author content=x>", "é", "<![CDATA[", "a b c. "]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite"},
{"@type": "NewsArticle", "headline": "Ferry company drops night crossings",
"datePublished": "2024-03-05T14:02:00+01:00",
"author": [{"@type": "Person", "name": "Ingrid Aune"}, {"name": "Per Dahl"}],
"publisher": {"name": "Island Post"}}]}
</script>"""


def _html(head: str, body: str = BODY) -> str:
    return (
        f"<html><head><title>Ferries | Island Post</title>{head}</head><body>"
        "<nav><a href='/'>Home</a></nav>"
        f"<article><h1>Ferry company drops night crossings</h1>{body}</article>"
        "<footer>About us</footer></body></html>"
    )


def test_page_from_html_reads_json_ld_before_meta_elements() -> None:
    head = LINKED + (
        '<meta property="og:title" content="Ferries stay in port"/>'
        '<link rel="canonical" href="https://island.example/ferries"/>'
    )

    text, known, url = page_from_html(_html(head))

    assert known == Given(
        title="Ferry company drops night crossings",
        outlet="Island Post",
        published_at="2024-03-05T14:02:00+01:00",
        byline=("Ingrid Aune", "Per Dahl"),
    )
    assert url == "https://island.example/ferries"
    assert [line for line in text.split("\n") if line in PARAGRAPHS] == list(PARAGRAPHS)


def test_page_from_html_reads_meta_elements_where_json_ld_is_broken() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
        '<meta property="og:title" content="Ferries stay in port"/>'
        '<meta property="og:site_name" content="Island Post"/>'
        '<meta property="article:published_time" content="2024-03-05"/>'
        '<meta name="author" content="By Ingrid Aune and Per Dahl"/>'
        '<meta property="og:url" content="javascript:alert(1)"/>'
    )

    _, known, url = page_from_html(_html(head))

    assert known == Given("Ferries stay in port", "Island Post", "2024-03-05", ("Ingrid Aune", "Per Dahl"))
    assert url is None


def test_page_from_html_gives_text_whose_page_can_be_read() -> None:
    text, known, _ = page_from_html(_html(LINKED))

    page = read_page(text, known)

    assert page.body.of(text).split("\n")[0] == PARAGRAPHS[0]
    assert (page.dateline, page.credit, page.published_at) == ("Oslo", "Reuters", "2024-03-05T14:02:00+01:00")


@pytest.mark.parametrize(
    ("html", "sentence"),
    [
        ("", "The HTML is empty; send the page as the browser saved it."),
        (
            "<html><body></body></html>",
            "No article was found in the HTML; send the article's page, or its text.",
        ),
        ("\x00\x01", "No article was found in the HTML; send the article's page, or its text."),
    ],
)
def test_page_from_html_says_what_to_do_where_there_is_no_article(html: str, sentence: str) -> None:
    with pytest.raises(ValueError) as error:  # noqa: PT011
        page_from_html(html)

    assert str(error.value) == sentence


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PIECES)))
def test_page_from_html_raises_nothing_but_value_errors(pieces: list[str]) -> None:
    with contextlib.suppress(ValueError):
        assert page_from_html("".join(pieces))[0].strip() != ""
