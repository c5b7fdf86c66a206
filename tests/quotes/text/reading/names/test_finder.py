"""Finder: where a person's name begins and ends."""

import pytest

from quotes.text.reading import read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Surveyor Tobin Garrowby had called the hinge “fit for one more tide”.", "Tobin Garrowby"),
        ("Passenger Ada Prunk said it was “over before lunch”.", "Ada Prunk"),
        ("Bassel al-Hadir said the pier was “gone by noon”.", "Bassel al-Hadir"),
        ("Bassel al-Hadir left. “It was an old pier,” al-Hadir said.", "Bassel al-Hadir"),
    ],
)
def test_read_takes_the_bare_name(text: str, name: str) -> None:
    assert [one.chain[0].source for one in read(text).quoted] == [name]
