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


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Mara Quill was “not amused”. A Hezbollah lawmaker, Ivor Blythe, was. He called it “a lake”.",
            ["Ivor Blythe"],
        ),
        (
            "Mara Quill left. Interfax quoted Ivor Blythe as follows: “Let them read by lamps.”",
            ["Ivor Blythe", "Interfax"],
        ),
        (
            "An indictment quotes the mayor's assistant, Mara Quill, as saying he kept “a drawer for gifts”.",
            ["Mara Quill", "indictment"],
        ),
        (
            "Mara Quill told donors on a private Zoom call that the lake was “a bucket of mud”.",
            ["Mara Quill"],
        ),
        (
            "The lake is “a bucket of mud today”, Mara Quill said, per CNN.",
            ["Mara Quill", "CNN"],
        ),
        (
            "Fars said the deputy water minister, Mara Quill, came and called the lake “a bucket of mud”.",
            ["Mara Quill", "Fars"],
        ),
        (
            "KCNA ran a shorter account, in which Mara Quill called the lake “a bucket of mud”.",
            ["Mara Quill", "KCNA"],
        ),
        (
            "In a memoir obtained by Axios, Mara Quill recalled Ivor Blythe telling her: “It is a cup.”",
            ["Ivor Blythe", "Mara Quill", "Axios"],
        ),
        (
            "In an essay for the newspaper Lakeside, Mara Quill called the lake “a bucket of mud”.",
            ["Mara Quill", "Lakeside"],
        ),
        (
            "Mara Quill was quoted by Stars and Stripes as saying the lake was “a bucket of mud”.",
            ["Mara Quill", "Stars and Stripes"],
        ),
        (
            "The Africa Corps, in a message relayed by the Russian embassy, called it “a bucket of mud”.",
            ["Africa Corps", "Russian embassy"],
        ),
        ("The lake is “a bucket of mud”, Mara Quill said, according to an email.", ["Mara Quill"]),
        ("Shrimper Lonnie Quill said the lake was “a bucket of mud”.", ["Lonnie Quill"]),
    ],
)
def test_reads_who_speaks_through_whom(text: str, chain: list[str]) -> None:
    assert chains(text)[-1] == chain


@pytest.mark.parametrize(
    "before",
    [
        "CNN reported that Mara Quill had left.",
        "CNN published a conversation with the lake's last fisherman, 84-year-old Mara Quill, who had left.",
        "CNN published an interview with Mara Quill, who had left.",
        "Mara Quill spoke of it in a letter, CNN reported.",
    ],
)
def test_lends_a_reporting_medium_to_what_was_quoted_next(before: str) -> None:
    assert chains(f"{before} “The lake is not a bucket,” Quill was quoted as saying.") == [
        ["Mara Quill", "CNN"]
    ]


def test_takes_what_somebody_reportedly_said_for_part_of_the_report() -> None:
    text = "CNN reported that Mara Quill had left. “The lake is not a bucket,” Quill reportedly shot back."

    assert chains(text) == [["Mara Quill", "CNN"]]


def test_asks_about_a_report_without_taking_its_paper_for_the_interviewer() -> None:
    text = "Asked about a report in The Washington Post, Mara Quill said it was “a bucket of mud”."

    assert chains(text) == [["Mara Quill"]]


def test_knows_a_name_again_by_its_last_two_words() -> None:
    text = (
        "Khalil Abu Nasr told AFP the reply was ready. “The reply is in the lake,” Abu Nasr told the agency."
    )

    assert chains(text) == [["Khalil Abu Nasr", "AFP"]]


def test_takes_she_for_whom_the_sentence_before_introduced() -> None:
    text = (
        "Raman Yudzin told us the guards had gone. “They left at night,” Raman Yudzin said.\n\n"
        "The exiled leader Natallya Sushko, in comments to the Polish broadcaster TVP, called for a doctor. "
        "“Do not send a diplomat,” she was quoted as saying."
    )

    assert chains(text) == [["Raman Yudzin"], ["Natallya Sushko", "TVP"]]


def test_takes_he_for_the_person_a_medium_reports_on() -> None:
    text = (
        "Ivor Blythe said the lake was “not a bucket”.\n\n"
        "Channel 12 news reported that Minister Avigail Quill came. “It is a cup,” she was quoted as saying."
    )

    assert chains(text) == [["Ivor Blythe"], ["Avigail Quill", "Channel 12"]]


def test_lends_an_agencys_report_to_what_its_subject_says_next() -> None:
    text = "Mara Quill also met soldiers, according to the KCNA report. She called it “a lake of mud”."

    assert chains(text) == [["Mara Quill", "KCNA"]]


def test_leaves_a_medium_to_the_quotation_of_its_clause() -> None:
    text = (
        "“The lake is a bucket,” said Mara Quill, "
        "who in an interview with the BBC had called it “mud and more mud”."
    )

    assert chains(text) == [["Mara Quill"], ["Mara Quill", "BBC"]]


def test_tells_kim_jong_un_from_the_un() -> None:
    text = "Kim Jong Un also met soldiers, KCNA said. He called youth “a rail that is laid only once”."

    assert chains(text) == [["Kim Jong Un", "KCNA"]]
