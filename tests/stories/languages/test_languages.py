"""Wire stories in other languages than English, read from the pasted page: page, quotes, chains."""

import json
from pathlib import Path
from typing import Any

import pytest

from quotes.text.reading.languages import guessed
from quotes.text.reading.reading import read
from quotes.text.reading.types import Given
from tests.stories.answers import FACTS, Answered
from tests.stories.readings import expected_quotes, expected_segments, facts_read, quotes_read, segments_read


def _story(path: Path) -> Answered:
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(path.name.replace(".expected.json", ".txt")).read_text(encoding="utf-8")
    facts = {fact: record["article"][fact] for fact in FACTS}
    name = path.name.removesuffix(".expected.json")
    return Answered(name, record["outlet"], text, facts, tuple(record["quotes"]), record)


STORIES = [_story(path) for path in sorted(Path(__file__).parent.glob("*.expected.json"))]


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_tells_language_of_story(story: Answered) -> None:
    assert guessed(story.text) == story.record["language"]


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_finds_each_answer_at_its_span(story: Answered) -> None:
    found = [story.text[slice(*quote["span"])] for quote in story.quotes]

    assert found == [quote["text"] for quote in story.quotes]


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_reads_page_of_story_in_its_language(story: Answered) -> None:
    reading = read(story.text, Given(outlet=story.outlet, language=story.record["language"]))

    assert facts_read(reading) == story.facts


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_reads_quotes_of_story_in_its_language(story: Answered) -> None:
    reading = read(story.text, Given(outlet=story.outlet, language=story.record["language"]))

    assert quotes_read(reading, story.text) == expected_quotes(story)


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_parts_statements_split_by_a_cue_in_its_language(story: Answered) -> None:
    reading = read(story.text, Given(outlet=story.outlet, language=story.record["language"]))

    assert segments_read(reading, story) == expected_segments(story)
