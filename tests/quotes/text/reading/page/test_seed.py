"""The wire story every checkout beside the shared folder can be measured on."""

import json
from pathlib import Path

import pytest

from quotes.text.reading.page import read_page
from quotes.text.reading.types import Given

_SEEDS = Path(__file__).resolve().parents[6] / "shared" / "seed"
_STORIES = sorted(_SEEDS.glob("*.txt")) if _SEEDS.is_dir() else []


@pytest.mark.skipif(not _STORIES, reason="the shared seed stories are not beside this checkout")
@pytest.mark.parametrize("story", _STORIES, ids=lambda path: path.stem)
def test_read_page_finds_every_part_of_the_seed_story(story: Path) -> None:
    text = story.read_text(encoding="utf-8")
    expected = json.loads(story.with_suffix(".expected.json").read_text(encoding="utf-8"))["article"]

    page = read_page(text, Given(outlet="BusinessLIVE"))

    found = {
        "title": page.title,
        "byline": list(page.byline),
        "published_at": page.published_at,
        "dateline": page.dateline,
        "credit": page.credit,
        "picture_credit": page.picture_credit,
        "body_starts": page.body.of(text)[: len(expected["body_starts"])],
        "body_ends": page.body.of(text)[-len(expected["body_ends"]) :],
        "not_body": expected["not_body"],
    }
    assert found == expected
    assert [item.kind for item in page.furniture] == [
        *("section", "title", "standfirst", "byline", "caption", "credit"),
        *("related",) * 7,
    ]
