"""Interviews, records and programmes: which of a page's words are heard through them."""

import pytest

from quotes.text.reading import read


def chains(text: str) -> list[list[str | None]]:
    return [[hop.source for hop in found.chain] for found in read(text).quoted]


@pytest.mark.parametrize(
    ("opening", "hops"),
    [
        (
            "Speaking to RTÉ Radio 1’s Morning Ireland on Tuesday, Mr Hanrat said the boat had “gone”.",
            ["Morning Ireland", "RTÉ Radio 1"],
        ),
        (
            "In an interview with sports daily Le Quai published on Tuesday, Mr Hanrat called it “gone”.",
            ["Le Quai"],
        ),
    ],
)
def test_read_hears_a_lead_in_the_interview_that_the_next_paragraph_opens_with(
    opening: str, hops: list[str]
) -> None:
    text = f"Premier Colm Hanrat has said he is “not minded” to recall the house.\n\n{opening}"

    assert chains(text) == [["Colm Hanrat", *hops], ["Colm Hanrat", *hops]]


def test_read_takes_up_somebody_by_his_age() -> None:
    text = (
        "Striker Milo Dorn called it “like a sofa”.\n\n"
        "In an interview with sports daily Le Quai published Tuesday, the 26-year-old said he had known.\n\n"
        "“She asked me who it was,” Dorn said."
    )

    assert chains(text)[1] == ["Milo Dorn", "Le Quai"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Leaked minutes of it, seen by the Karsen Post, show that Ana Bell called it “a cupboard”.",
            [["Ana Bell", "minutes", "Karsen Post"]],
        ),
        (
            "The minutes of it, a copy of which is available, quote Ana Bell as saying it was “thin”.",
            [["Ana Bell", "minutes"]],
        ),
        (
            "The mayor was told in a brief first reported by the Karsen Post. The brief called it “a hole”.",
            [["brief", "Karsen Post"]],
        ),
    ],
)
def test_read_hears_words_through_the_record_that_heads_their_sentence(
    text: str, expected: list[list[str]]
) -> None:
    assert chains(text) == expected


@pytest.mark.parametrize(
    ("text", "hops"),
    [
        ("“A joke is no joke,” Ana Bell said on an NHK debate program Sunday.", ["NHK"]),
        ("“It was cold,” Ana Bell told Karsen Breakfast’s Ciara Kell.", ["Karsen Breakfast"]),
        ("“It was cold,” Ana Bell told Radio-Karsen.", ["Radio-Karsen"]),
        (
            "On All India Radio's phone-in programme Public Speak, Ana Bell said: “Before the next vote.”",
            ["Public Speak", "All India Radio"],
        ),
        ("Ana Bell told the Gujarati news channel Sandesh News it was “a paper boat”.", ["Sandesh News"]),
    ],
)
def test_read_finds_a_broadcaster_however_it_is_described(text: str, hops: list[str]) -> None:
    assert chains(text) == [["Ana Bell", *hops]]


def test_read_remembers_an_interview_in_which_nothing_was_quoted() -> None:
    text = (
        "Premier Ana Bell was asked. A day earlier, in an interview with CTV's Question Period, she had "
        "declined to apologise. “I would rather fix the bus,” the premier said then."
    )

    assert chains(text) == [["Ana Bell", "Question Period", "CTV"]]
