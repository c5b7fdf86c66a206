"""Wires: how agencies, papers and stations write down through whom they heard somebody."""

import pytest

from quotes.text.reading import Given, read


def chains(text: str, outlet: str | None = None) -> list[list[str | None]]:
    return [[hop.source for hop in found.chain] for found in read(text, Given(outlet=outlet)).quoted]


@pytest.mark.parametrize(
    ("text", "hops"),
    [
        ("Mara Quill told the Israeli public broadcaster Kan that the lake was “not a bucket”.", ["Kan"]),
        ("Mara Quill told Al Jazeera Arabic that the lake was “not a bucket”.", ["Al Jazeera Arabic"]),
        ("Mara Quill told KPAL-TV that the lake was “not a bucket”.", ["KPAL-TV"]),
        ("Mara Quill called the lake “a bucket of mud” on public broadcaster RAI.", ["RAI"]),
        ("Mara Quill told the Times of Israel that the lake was “not a bucket”.", ["Times of Israel"]),
    ],
)
def test_names_a_medium_by_all_its_words(text: str, hops: list[str]) -> None:
    assert chains(text) == [["Mara Quill", *hops]]


def test_takes_the_weekly_meeting_for_no_weekly() -> None:
    text = (
        "Mara Quill told Army Radio that the lake was “not a bucket”. "
        "At the weekly meeting of her party, Quill told lawmakers it was “a lake of mud”."
    )

    assert chains(text) == [["Mara Quill", "Army Radio"], ["Mara Quill"]]


def test_ends_an_interview_where_the_reporter_calls_by_phone() -> None:
    text = (
        "Mara Quill told the BBC that the lake was “not a bucket”.\n\n"
        "Reached by phone on Monday, Quill stood by that. “Not a bucket, not a barrel, not a cup,” she said."
    )

    assert chains(text) == [["Mara Quill", "BBC"], ["Mara Quill"]]
