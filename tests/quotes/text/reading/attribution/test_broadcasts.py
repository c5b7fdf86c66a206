"""Broadcasts: programmes and interviews as places where words are heard, and how far they reach."""

import pytest

from quotes.text.reading import Basis, read


def chains(text: str) -> list[list[str | None]]:
    return [[hop.source for hop in found.chain] for found in read(text).quoted]


def bases(text: str) -> list[list[Basis]]:
    return [[hop.basis for hop in found.chain[1:]] for found in read(text).quoted]


NEXT = " “The lake is not a bucket,” Quill said."


@pytest.mark.parametrize(
    ("opening", "hops"),
    [
        ("In an interview with CNN, Mara Quill made it clear she had misgivings about the plan.", ["CNN"]),
        (
            "In an interview on “Lake Tonight” with QTV, Mara Quill was careful about it.",
            ["Lake Tonight", "QTV"],
        ),
        ("In an interview with Coldharbor, Mara Quill made it clear she had misgivings.", ["Coldharbor"]),
        ("In an interview with Coldharbor on Monday, Mara Quill had doubts about the plan.", ["Coldharbor"]),
        ("On the Ostrel Podcast, Mara Quill made light of the plan.", ["Ostrel Podcast"]),
        ("In an interview on The Harbor Show, Mara Quill made light of the plan.", ["The Harbor Show"]),
        (
            "In an interview with Lake Tonight with Ivor Blythe, Mara Quill made light of it.",
            ["Lake Tonight"],
        ),
        ("During an appearance on Fox News Sunday, Mara Quill made light of the plan.", ["Fox News Sunday"]),
        ("In an interview with Ivor Blythe, Mara Quill made light of the plan.", []),
        ("In an interview with Blythe, Mara Quill made light of the plan. Ivor Blythe is a host.", []),
        ("In an interview on Tuesday, Mara Quill made light of the plan.", []),
        ("In an interview in Ostrel, Mara Quill made light of the plan.", []),
        ("In an interview with Congress, Mara Quill made light of the plan.", []),
        ("In an interview with Republicans, Mara Quill made light of the plan.", []),
    ],
)
def test_lends_an_opening_interview_to_its_subjects_next_words(opening: str, hops: list[str]) -> None:
    assert [chain[1:] for chain in chains(opening + NEXT)] == [hops]
    assert bases(opening + NEXT) == [[Basis.CONTEXT] * len(hops)]


@pytest.mark.parametrize(
    ("text", "hops"),
    [
        (
            "On Tuesday's episode of “The Wendell Morning Show,” Mara Quill said the plan was “mud”.",
            ["The Wendell Morning Show"],
        ),
        (
            "Mara Quill said in Friday's edition of “Lakeside” that the plan was “a bucket of mud”.",
            ["Lakeside"],
        ),
        ("“It is a bucket of mud,” Mara Quill said on a broadcast of “Harbor Watch.”", ["Harbor Watch"]),
        (
            "On Monday’s episode of CNN’s “New Harbor,” Mara Quill said the plan was “mud”.",
            ["New Harbor", "CNN"],
        ),
        (
            "“It is a bucket of mud,” Mara Quill said in the latest episode of the podcast “Lake Talk.”",
            ["Lake Talk"],
        ),
        ("Mara Quill wrote an episode of “Lakeside” and called it “a bucket of mud”.", []),
        ("“It is a bucket of mud,” Mara Quill said of the first episode of “Lakeside.”", []),
    ],
)
def test_reads_the_title_an_episode_is_of(text: str, hops: list[str]) -> None:
    assert chains(text) == [["Mara Quill", *hops]]
    assert chains(text + NEXT)[-1] == ["Mara Quill", *hops]


@pytest.mark.parametrize(
    ("text", "hops"),
    [
        (
            "Mara Quill blasted him as a “disgrace to Ostrel” Wednesday on The Harbor Show.",
            ["The Harbor Show"],
        ),
        ("On The Harbor Show on Tuesday, Mara Quill called it a “bucket of mud”.", ["The Harbor Show"]),
        ("“It is a bucket of mud,” Mara Quill said Monday on Lakeside Tonight.", ["Lakeside Tonight"]),
        (
            "“It is a bucket of mud,” Mara Quill said on Good Morning Ostrel Radio.",
            ["Good Morning Ostrel Radio"],
        ),
        ("Mara Quill said on The Lake Report that it was “a bucket of mud”.", ["The Lake Report"]),
        (
            "“It is a bucket of mud,” Mara Quill said on Thursday on the Ivor Blythe Podcast.",
            ["Ivor Blythe Podcast"],
        ),
        ("“It is a bucket of mud,” Mara Quill said on the Mueller Report.", []),
        ("“It is a bucket of mud,” Mara Quill said of The Harbor Show.", []),
        ("“It is a bucket of mud,” Mara Quill said on Friday morning.", []),
        ("“It is a bucket of mud,” Mara Quill said on Capitol Hill Tuesday.", []),
        ("“It is a bucket of mud,” Mara Quill said at the Boat Show in Ostrel.", []),
    ],
)
def test_reads_an_unmarked_title_as_a_programme(text: str, hops: list[str]) -> None:
    assert chains(text) == [["Mara Quill", *hops]]
    assert chains(text + NEXT)[-1] == ["Mara Quill", *hops]


def test_ends_a_programme_where_the_speaker_is_heard_elsewhere() -> None:
    text = (
        "On The Harbor Show on Tuesday, Mara Quill criticized the plan as “a bucket of mud”. "
        "“It leaks at both ends,” Quill said. Quill spoke at a rally in Ostrel. “It was ours,” Quill said."
    )

    assert [chain[1:] for chain in chains(text)] == [["The Harbor Show"], ["The Harbor Show"], []]


FOX = "The plan is mud, Mara Quill said Thursday morning on Fox News's “Fox and Friends.” “I mean, it leaks.”"


@pytest.mark.parametrize(
    "behind",
    [
        "",
        " “It leaks and leaks,” Quill said.",
        "\n\n“It leaks and leaks,” she added.",
        "\n\n“It leaks and leaks.”",
    ],
)
def test_keeps_programme_and_broadcaster_for_the_next_words(behind: str) -> None:
    assert {tuple(chain) for chain in chains(FOX + behind)} == {("Mara Quill", "Fox and Friends", "Fox News")}


LEDE = "Mara Quill on Monday dismissed the plan as “a bucket of mud”.\n\n"


@pytest.mark.parametrize(
    ("body", "hops"),
    [
        (
            "The lake is large.\n\n“It is a bucket of mud,” Quill said on NBC's “Lakeside.”",
            ["Lakeside", "NBC"],
        ),
        ("“A bucket of mud, that is all,” Quill told CNN.", ["CNN"]),
        ("The lake is large. It is old. It is deep.\n\n“It is a bucket of mud,” Quill told CNN.", ["CNN"]),
        ("“It is a sack of sand,” Quill told CNN.", []),
        ("“It is a bucket of mud,” Ivor Blythe told CNN.", []),
    ],
)
def test_gives_the_lede_the_chain_of_the_same_words_below(body: str, hops: list[str]) -> None:
    assert chains(LEDE + body)[0] == ["Mara Quill", *hops]
    assert bases(LEDE + body)[0] == [Basis.CONTEXT] * len(hops)


TWO = (
    "“The sea is ours,” Mara Quill said on CNN's “State of the Union.” "
    "“The sea is theirs,” Ivor Blythe said on CBS's “Face the Nation.”\n\n"
)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            TWO + "“It was always ours,” Quill told the programme.",
            ["Mara Quill", "State of the Union", "CNN"],
        ),
        (TWO + "“It was always theirs,” Blythe said.", ["Ivor Blythe", "Face the Nation", "CBS"]),
        (TWO + "“It was always ours,” Quill told the CNN host.", ["Mara Quill", "CNN"]),
        (
            "CNN is in town. “It is ours,” Mara Quill told the network's host, Ivor Blythe.",
            ["Mara Quill", "CNN"],
        ),
        ("CNN is in town. “It is ours,” Mara Quill told the network's Ivor Blythe.", ["Mara Quill", "CNN"]),
        ("“It is ours,” Mara Quill told Ivor Blythe of CNN.", ["Mara Quill", "CNN"]),
        (
            "“It is ours,” Mara Quill told host Ivor Blythe of the Ostrel Gazette.",
            ["Mara Quill", "Ostrel Gazette"],
        ),
        ("“It is ours,” Mara Quill told Ivor Blythe of the harbour union.", ["Mara Quill"]),
    ],
)
def test_tells_each_speakers_programme_apart(text: str, chain: list[str]) -> None:
    assert chains(text)[-1] == chain


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Mara Quill came to Ostrel. Ivor Blythe recalled her saying “it is a bucket of mud”.",
            ["Mara Quill", "Ivor Blythe"],
        ),
        (
            "Oran Velt came to Ostrel. Mara Quill recalled him saying “it is a bucket of mud”.",
            ["Oran Velt", "Mara Quill"],
        ),
        (
            "Oran Velt came. Mayor Mara Quill recalled him saying, “It is a bucket of mud.”",
            ["Oran Velt", "Mara Quill"],
        ),
        (
            "Oran Velt came. “It is a bucket of mud,” Mara Quill recalled him saying.",
            ["Oran Velt", "Mara Quill"],
        ),
        (
            "Oran Velt came. Mara Quill remembers him telling her, “It is a bucket of mud.”",
            ["Oran Velt", "Mara Quill"],
        ),
        (
            "Mara Quill came. Mary Blythe recalled her telling him “it is a bucket of mud”.",
            ["Mara Quill", "Mary Blythe"],
        ),
    ],
)
def test_hears_an_object_through_who_recalls(text: str, chain: list[str]) -> None:
    assert chains(text) == [chain]
