"""The nasties read in every language: never an error, every span in the text."""

import pytest

from quotes.text.reading.reading import read
from quotes.text.reading.types import Given
from tests.quotes.text.reading.nasties import NASTIES

_SMALL = 600


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_answers_nasties_in_every_language(language: str) -> None:
    for made in NASTIES.values():
        text = made(_SMALL)

        found = read(text, Given(language=language)).appearances

        spans = [
            span for one in found for span in (one.span, *one.segments, *(hop.evidence for hop in one.chain))
        ]
        assert [span for span in spans if not span.start < span.end <= len(text)] == []
