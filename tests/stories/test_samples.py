"""The bundled sample articles, read as the demo reads them: page, quotes, chains."""

from itertools import chain

import pytest

from quotes.text.naming import name_key
from quotes.text.reading.reading import read
from quotes.text.reading.types import Given, Reading
from tests.stories.answers import Answered, sample_sources, samples
from tests.stories.readings import expected_quotes, facts_read, quotes_read


def named_by_sources() -> dict[str, str]:
    """Return the name of each outlet and agency of the samples under the key of every form of it."""
    sources = sample_sources()
    return {
        name_key(form): source["name"]
        for source in chain(sources["outlets"], sources["agencies"])
        for form in (source["name"], *source["aliases"])
    }


def read_sample(sample: Answered) -> Reading:
    agencies = [
        form for agency in sample_sources()["agencies"] for form in (agency["name"], *agency["aliases"])
    ]
    return read(sample.text, Given(outlet=sample.outlet), agencies)


@pytest.mark.parametrize("sample", samples(), ids=str)
def test_reads_page_of_sample(sample: Answered) -> None:
    facts = facts_read(read_sample(sample))

    credit = facts["credit"] and named_by_sources().get(name_key(facts["credit"]), facts["credit"])

    assert facts | {"credit": credit} == sample.facts


@pytest.mark.parametrize("sample", samples(), ids=str)
def test_reads_quotes_of_sample(sample: Answered) -> None:
    names = named_by_sources()

    assert quotes_read(read_sample(sample), sample.text, names) == expected_quotes(sample, names)
