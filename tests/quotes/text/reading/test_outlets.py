"""Outlets: when two names are those of one house."""

import pytest

from quotes.text.reading import Given, read
from quotes.text.reading.outlets import same_outlet

PLACES = frozenset({"massachusetts"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nyt", "The New York Times"),
        ("wash-post", "Washington Post"),
        ("nytimes.com", "New York Times"),
        ("usa-today", "USA TODAY"),
        ("ostrel-gaz", "The Ostrel Gazette"),
        ("politico", "POLITICO Magazine"),
        ("politico", "Politico Massachusetts"),
        ("wapo", "The Washington Post"),
        ("CNN", "Cable News Network"),
    ],
)
def test_finds_one_outlet_under_two_names(one: str, other: str) -> None:
    assert (same_outlet(one, other, PLACES), same_outlet(other, one, PLACES)) == (True, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nyt", "New York Post"),
        ("New York Times", "New York Post"),
        ("Time", "The Times"),
        ("CNN", "CNN Ostrel"),
        ("Post", "Washington Post"),
        ("", "Washington Post"),
        ("o", "Ostrel"),
    ],
)
def test_keeps_two_outlets_apart(one: str, other: str) -> None:
    assert (same_outlet(one, other, PLACES), same_outlet(other, one, PLACES)) == (False, False)


def test_leaves_out_its_own_interview_where_the_outlet_is_given_as_a_slug() -> None:
    text = "“The sea is ours,” Mara Quill told The Ostrel Evening Gazette."

    found = read(text, Given(outlet="ostrel-eve-gaz")).appearances

    assert [[hop.source for hop in one.chain] for one in found] == [["Mara Quill"]]
