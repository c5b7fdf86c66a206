import pytest

from quotes.text.reading.page import read_page
from quotes.text.reading.types import Page
from tests.quotes.text.reading.page.pages import SAMPLES, Sample


def _read(sample: Sample, page: Page) -> dict[str, object]:
    body = page.body.of(sample.text)
    return {
        "starts": body[: len(sample.starts)],
        "ends": body[-len(sample.ends) :],
        "title": page.title,
        "standfirst": page.standfirst,
        "byline": page.byline,
        "published_at": page.published_at,
        "dateline": page.dateline,
        "credit": page.credit,
        "picture_credit": page.picture_credit,
        "contributions": page.contributions,
        "kinds": tuple(item.kind for item in page.furniture),
    }


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_read_page_finds_every_part_of_an_invented_page(sample: Sample) -> None:
    page = read_page(sample.text, sample.given)

    expected = {field: getattr(sample, field) for field in _read(sample, page)}
    assert _read(sample, page) == expected
    assert page.problems == ()
