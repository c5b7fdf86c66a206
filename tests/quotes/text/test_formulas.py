"""Formulas: the same words in two stories, by two people or on two days, by what is told around them."""

import pytest

from quotes.text.comparing.sayings import eventful
from quotes.text.comparing.surroundings import Surroundings, specifics
from quotes.text.comparing.texts import read
from tests.quotes.text.paragraphs import judged, rows

# Tell of something past, as a formula may: "went well", "came to their aid", "worked hard".
KNOWN = ["2025-09-01 Deputy I", "2025-06-04 A school", "2025-02-09 Vitesse "]


def test_keeps_formulas_of_two_stories_apart() -> None:
    wrong = [row.one[:19] for row in rows("formulas.txt") if judged(row) != row.answer]
    assert wrong == KNOWN


def test_finds_names_and_figures_and_leaves_days_offices_and_hours_out() -> None:
    told = "On Monday, May 5, Minister Ada Rowe met 140 miners in Karst at 10:30 in 2025.\nHulm waits."
    found = specifics(told)
    assert (sorted(found.sure), sorted(found.maybe)) == (["140", "ada", "karst", "rowe"], ["hulm"])


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [
        ("the mine at Karst", "Karst mourns", 1),
        ("the mine at Karst", "the dam at Hulm", 0),
        ("the mine at Karst", "the dam", None),
        ("the mine at Karst, said Rowe", "a dam at Hulm, said Rowe", 0),
    ],
)
def test_counts_what_both_reporters_tell_but_for_the_speakers_name(
    a: str, b: str, shared: int | None
) -> None:
    assert Surroundings(a, b, ("Ada Rowe", None)).shared() == shared


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Never drive through flooded roads", False),
        ("I will support the laws of the United States", False),
        ("We remain focused on our customers", False),
        ("The river flooded the road", True),
    ],
)
def test_takes_a_participle_before_a_noun_for_no_event(words: str, answer: bool) -> None:
    assert eventful(read(words)) == answer
