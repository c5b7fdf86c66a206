"""Hops: which media of a sentence pass its words on, and how far they are carried."""

import pytest

from quotes.text.reading import Given, read


def chains(text: str, outlet: str | None = None) -> list[list[str | None]]:
    return [[hop.source for hop in found.chain] for found in read(text, Given(outlet=outlet)).appearances]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "“The sea is ours,” Mara Quill told CNN's Jake Tapper.",
            ["Mara Quill", "CNN"],
        ),
        (
            "Mara Quill called it “a bucket” in an interview with MSNBC's Tamron Hall.",
            ["Mara Quill", "MSNBC"],
        ),
        ("Mara Quill called it “a bucket” during a CNN panel.", ["Mara Quill", "CNN"]),
        ("“The sea is ours,” Mara Quill said in the ITV interview.", ["Mara Quill", "ITV"]),
        (
            "Mara Quill lashed out at the plan on MSNBC's “Morning Joe,” calling it “a bucket”.",
            ["Mara Quill", "Morning Joe", "MSNBC"],
        ),
        ("On Fox News, Mara Quill called it “a bucket”.", ["Mara Quill", "Fox News"]),
        (
            "“The sea is ours,” Mara Quill said in an interview with Ivor Blythe’s podcast.",
            ["Mara Quill", "Ivor Blythe’s podcast"],
        ),
        ("“The sea is ours,” Mara Quill says in a commercial running on Fox News.", ["Mara Quill"]),
    ],
)
def test_reads_the_ways_a_medium_is_said_to_be_spoken_to(text: str, chain: list[str]) -> None:
    assert chains(text) == [chain]


INTERVIEW = "“The sea is ours,” Mara Quill told CNN. "
OTHERS = "“It is not,” Ivor Blythe told reporters. "


@pytest.mark.parametrize(
    ("text", "hops"),
    [
        (INTERVIEW + OTHERS + "“It was always ours,” Quill said.", ["CNN"]),
        (INTERVIEW + "“It was always ours,” Quill tweeted.", []),
        (INTERVIEW + "Quill had said, “It was always ours.”", []),
        (INTERVIEW + "Quill spoke at a rally in Ostrel. “It was always ours,” Quill said.", []),
        (
            INTERVIEW
            + "“We meet at dawn,” Quill said at a rally. In the interview, Quill said it “was always ours”.",
            ["CNN"],
        ),
        (
            "Mara Quill appeared on “Meet the Press” on NBC. “It is ours,” Quill said.",
            ["Meet the Press", "NBC"],
        ),
        ("Mara Quill was asked by Fars News Agency about it. “It is ours,” Quill said.", ["Fars"]),
        ("CNN asked Mara Quill about it. “It is ours,” Quill said.", ["CNN"]),
        (INTERVIEW + "“It is ours and stays ours,” Quill told this newspaper.", []),
    ],
)
def test_carries_an_interview_until_another_occasion(text: str, hops: list[str]) -> None:
    assert chains(text)[-1][1:] == hops


def test_takes_the_medium_from_the_sentence_behind() -> None:
    text = "“The sea is ours,” Mara Quill said. She was speaking on NBC's Newshour programme."

    assert chains(text) == [["Mara Quill", "Newshour", "NBC"]]


def test_adds_the_broadcaster_of_a_programme_named_again() -> None:
    text = (
        "“The sea is ours,” Mara Quill said on ABC's “This Week.” "
        "“It is not,” Ivor Blythe said on “This Week.”"
    )

    assert chains(text)[-1] == ["Ivor Blythe", "This Week", "ABC"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Ivor Blythe recalled her saying: “The sea is ours.”", ["Ivor Blythe"]),
        ("Ivor Blythe recalled the mayor telling him: “The sea is ours.”", ["Mara Quill", "Ivor Blythe"]),
    ],
)
def test_hears_a_speaker_through_who_remembers_the_words(text: str, chain: list[str]) -> None:
    assert chains("Mara Quill came to Ostrel. " + text)[0][-len(chain) :] == chain


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "KCNA carried a statement by Mara Quill in which she dismissed the plan as “a bucket”.",
            ["Mara Quill", "KCNA"],
        ),
        ("“The sea is ours,” Mara Quill told the Seto Action Network conference.", ["Mara Quill"]),
    ],
)
def test_tells_who_carries_words_from_where_they_were_said(text: str, chain: list[str]) -> None:
    assert chains(text) == [chain]


def test_ends_an_interview_where_the_speaker_tells_a_briefing_something_else() -> None:
    assert chains(INTERVIEW + "“It was always ours,” Quill told a press conference.")[-1] == ["Mara Quill"]
