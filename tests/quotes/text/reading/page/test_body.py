"""Nothing of the body is lost: every quote that is known lies in the body, outside the furniture."""

import gzip
import json
from itertools import islice
from pathlib import Path

import pytest

from quotes.text.reading.page import read_page
from quotes.text.reading.types import Given, Page
from quotes.text.spans import Span
from tests.stories.answers import Answered, samples, stories

_CORPUS = Path(__file__).resolve().parents[6] / "shared" / "corpus"
_HEADLINES = ("title", "standfirst")


def _outside(page: Page, span: Span) -> bool:
    """Tell whether a part of `span` is neither body nor headline."""
    for part in page.furniture:
        if part.kind in _HEADLINES and part.span.start <= span.start and span.end <= part.span.end:
            return False
    holes = [
        part.span for part in page.furniture if part.span.start < span.end and span.start < part.span.end
    ]
    return bool(holes) or span.start < page.body.start or span.end > page.body.end


@pytest.mark.parametrize("story", [*stories(), *samples()], ids=str)
def test_read_page_keeps_every_annotated_quote_in_the_body(story: Answered) -> None:
    page = read_page(story.text, Given(outlet=story.outlet))

    spans = [Span(*quote["span"]) for quote in story.quotes]
    assert [span.of(story.text) for span in spans if _outside(page, span)] == []


@pytest.mark.skipif(not _CORPUS.is_dir(), reason="the shared corpus is not beside this checkout")
def test_read_page_keeps_every_scored_quote_of_two_hundred_articles_in_the_body() -> None:
    with gzip.open(_CORPUS / "articles_train.jsonl.gz", "rt") as lines:
        articles = [json.loads(line) for line in islice(lines, 0, 800, 4)]
    with gzip.open(_CORPUS / "gold_extraction_train.jsonl.gz", "rt") as lines:
        gold = {answer["article_id"]: answer["quotes"] for answer in map(json.loads, lines)}

    lost = []
    for article in articles:
        page = read_page(article["text"], Given(outlet=article["outlet"], title=article["title"]))
        scored = [quote for quote in gold[article["id"]] if quote["tier"] == "scored"]
        lost += [article["id"] for quote in scored if _outside(page, Span(quote["start"], quote["end"]))]
    assert lost == []
