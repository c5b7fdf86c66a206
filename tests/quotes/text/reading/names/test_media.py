"""Media: names of stations, sites and papers as they are printed among other words."""

import pytest

from quotes.text.reading import read


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("the television channel Ostrel 24", "Ostrel 24"),
        ("the Bulgarian radio station Brisko", "Brisko"),
        ("the Japanese Kyodo News", "Kyodo"),
        ("People's Daily", "People's Daily"),
        ("LiveTide.net", "LiveTide.net"),
    ],
)
def test_read_names_the_medium_told(printed: str, name: str) -> None:
    found = read(f"Ada Prunk told {printed} that the pier was “gone by noon”.").quoted

    assert [[hop.source for hop in one.chain] for one in found] == [["Ada Prunk", name]]


def test_read_keeps_a_number_that_no_channel_has() -> None:
    found = read("Ada Prunk gave Mara Quill 24 hours. Quill said the pier was “gone by noon”.").quoted

    assert [one.chain[0].source for one in found] == ["Mara Quill"]
