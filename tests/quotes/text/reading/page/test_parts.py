"""Parts: mastheads, menus of sections and lines of tags."""

import pytest

from quotes.text.reading import Given, read

_PROSE = (
    "The ferry from Ostrel to the islands will not sail before June, the harbour office said on Monday, "
    "because its engine lies in forty pieces on the quay.\n\n"
    "“It was a good engine,” said Mara Quill, who runs the yard.\n"
)


@pytest.mark.parametrize(
    "line",
    ["News Opinion Sport Culture", "Ostrel News", "The Ostrel Argus", "Ostrel Argus / World in Brief"],
)
def test_takes_no_title_from_a_section_line(line: str) -> None:
    text = f"{line}\n\nFerry stays ashore until June\n\nBy Ada Brill\n3 May 2024\n\n{_PROSE}"

    page = read(text, Given(outlet="The Ostrel Argus")).page

    assert page.title == "Ferry stays ashore until June"


def test_ends_the_body_above_a_line_of_topics() -> None:
    tail = '\nTopics: Ferries, Engines\n"It sang to me": our readers\' engines\nTide tables: what you need\n'

    page = read(_PROSE + tail).page

    assert page.body.of(_PROSE + tail).endswith("who runs the yard.")


def test_reads_a_credit_behind_equals_signs() -> None:
    assert read(_PROSE + "\n==Kyodo\n").page.credit == "Kyodo"
