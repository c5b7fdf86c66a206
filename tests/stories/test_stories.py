"""Wire stories of many makes, read from the pasted page: page, quotes, chains."""

import pytest

from quotes.text.reading.reading import read
from quotes.text.reading.types import Given
from tests.stories.answers import Answered, stories
from tests.stories.readings import expected_quotes, expected_segments, facts_read, quotes_read, segments_read


@pytest.mark.parametrize("story", stories(), ids=str)
def test_reads_page_of_story(story: Answered) -> None:
    reading = read(story.text, Given(outlet=story.outlet))

    assert facts_read(reading) == story.facts


@pytest.mark.parametrize("story", stories(), ids=str)
def test_reads_quotes_of_story(story: Answered) -> None:
    reading = read(story.text, Given(outlet=story.outlet))

    assert quotes_read(reading, story.text) == expected_quotes(story)


@pytest.mark.parametrize("story", stories(), ids=str)
def test_parts_statements_split_by_a_cue(story: Answered) -> None:
    reading = read(story.text, Given(outlet=story.outlet))

    assert segments_read(reading, story) == expected_segments(story)
