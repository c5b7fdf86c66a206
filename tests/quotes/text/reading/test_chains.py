"""Chains: the speaker and the hops of one quote, for each way of reporting."""

import pytest

from quotes.text.reading import Basis, Given, SourceKind, read

Hops = list[tuple[str | None, str]]


def chains(text: str, outlet: str | None = None) -> list[list[str | None]]:
    return [[hop.source for hop in found.chain] for found in read(text, Given(outlet=outlet)).appearances]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("“The sea is ours,” Mara Quill said.", ["Mara Quill"]),
        ("“The sea is ours,” said Mara Quill, the mayor of Ostrel.", ["Mara Quill"]),
        ("“The sea is ours,” said the mayor, Mara Quill, on Friday.", ["Mara Quill"]),
        ("Mayor Mara Quill called the plan “a bucket with two holes”.", ["Mara Quill"]),
        ("Mara Quill said: “The sea is ours.”", ["Mara Quill"]),
        ("According to Mara Quill, the plan was “a bucket with two holes”.", ["Mara Quill"]),
        ("Mara Quill said the council would answer “in kind”.", ["Mara Quill"]),
        ("“The sea is ours,” Mara Quill told CNN.", ["Mara Quill", "CNN"]),
        ("“The sea is ours,” Mara Quill told reporters.", ["Mara Quill"]),
        (
            "In an interview with the Ostrel Gazette, Mara Quill called it “a bucket”.",
            ["Mara Quill", "Ostrel Gazette"],
        ),
        ("Mara Quill vowed to “drain the lake”, state media KCNA said.", ["Mara Quill", "KCNA"]),
        ("The lake was “a mirror of the nation”, the official Xinhua news agency reported.", ["Xinhua"]),
        ("TASS cited Mara Quill as saying the lake was “a mirror”.", ["Mara Quill", "TASS"]),
        ("“The sea is ours,” Mara Quill was quoted as saying by Interfax.", ["Mara Quill", "Interfax"]),
        (
            "Mara Quill said “the sea is ours and stays ours”, according to state television.",
            ["Mara Quill", "state television"],
        ),
        ("Mara Quill called it “a bucket” in a statement carried by SANA.", ["Mara Quill", "SANA"]),
        ("Mara Quill wrote “sink it all” in emails published by WikiLeaks.", ["Mara Quill", "WikiLeaks"]),
        (
            "Mara Quill told the Today programme on BBC Radio 4 it was “a bucket”.",
            ["Mara Quill", "Today", "BBC Radio 4"],
        ),
        (
            "Mara Quill told CNN's “State of the Union” that it was “a bucket”.",
            ["Mara Quill", "State of the Union", "CNN"],
        ),
        ("“The sea is ours,” a senior official told Reuters.", ["senior official", "Reuters"]),
        (
            "The Ostrel news agency, citing a dockers' leader, reported that the sea was “ours”.",
            ["dockers' leader", "Ostrel"],
        ),
        ("“The sea is ours,” said a spokesman for Mara Quill.", ["spokesman for Mara Quill"]),
        ("The foreign ministry said in a statement the sea was “ours”.", ["foreign ministry"]),
        ("MARA QUILL: “The sea is ours and nobody else’s.”", ["MARA QUILL"]),
        ("“The sea is ours and nobody else’s.” – Commissioner Mara Quill", ["Mara Quill"]),
    ],
)
def test_read_names_the_chain(text: str, chain: list[str | None]) -> None:
    assert chains(text)[-1:] == [chain]


def test_read_carries_a_relay_over_to_the_same_speaker() -> None:
    text = (
        "Leader Oran Velt vowed to build “a wall of glass”, state media KCNA said.\n\n"
        "“Glass does not rust,” he was quoted as saying.\n\n“Nobody climbs glass,” Velt said.\n\n"
        "Minister Ada Prunk said the wall was “absurd”.\n\nKCNA separately said the wall was “splendid”."
    )

    assert chains(text) == [
        ["Oran Velt", "KCNA"],
        ["Oran Velt", "KCNA"],
        ["Oran Velt", "KCNA"],
        ["Ada Prunk"],
        ["KCNA"],
    ]


def test_read_marks_a_carried_hop_as_context() -> None:
    text = "Oran Velt praised “a wall of glass”, KCNA said. “Glass does not rust,” he was quoted as saying."

    first, second = read(text).appearances

    assert [(hop.source, hop.basis) for hop in first.chain] == [
        ("Oran Velt", Basis.EXPLICIT),
        ("KCNA", Basis.EXPLICIT),
    ]
    assert [(hop.source, hop.basis) for hop in second.chain] == [
        ("Oran Velt", Basis.EXPLICIT),
        ("KCNA", Basis.CONTEXT),
    ]
    assert second.chain[1].evidence.of(text) == "KCNA said"


def test_read_ends_an_interview_where_the_setting_changes() -> None:
    text = (
        "“It leaks,” Mara Quill told CNN.\n\n“It sinks,” she said.\n\n"
        "“It is gone,” she told reporters.\n\n“Gone,” she said."
    )

    assert chains(text) == [["Mara Quill", "CNN"], ["Mara Quill", "CNN"], ["Mara Quill"], ["Mara Quill"]]


def test_read_leaves_a_quoter_nobody_names_unresolved() -> None:
    text = "“The sea is ours,” Mara Quill was quoted as saying."

    (found,) = read(text).appearances

    assert [(hop.source, hop.evidence.of(text)) for hop in found.chain[1:]] == [
        (None, "was quoted as saying")
    ]


def test_read_drops_the_printing_outlet_from_the_chain() -> None:
    text = "“It leaks,” Mara Quill told The Ostrel Gazette."

    assert chains(text, outlet="The Ostrel Gazette") == [["Mara Quill"]]
    assert chains(text, outlet="Other Paper") == [["Mara Quill", "Ostrel Gazette"]]


def test_read_closes_the_chain_with_the_credited_agency() -> None:
    text = (
        "OSTREL (Reuters) - The dam leaks, Mayor Mara Quill told a rally.\n\n"
        "“It sinks,” Quill said.\n\n“It sank,” she told Reuters."
    )

    assert chains(text, outlet="Other Paper") == [["Mara Quill", "Reuters"], ["Mara Quill", "Reuters"]]
    assert chains(text, outlet="Reuters") == [["Mara Quill"], ["Mara Quill"]]


def test_read_keeps_both_candidates_of_an_ambiguous_surname() -> None:
    text = (
        "Ada Prunk and Olga Prunk met on Monday in the old harbour hall. "
        "They ate. It rained. They left. “It leaks,” Prunk said."
    )

    (found,) = read(text).appearances

    assert (found.chain[0].source, found.chain[0].candidates) == (None, ("Ada Prunk", "Olga Prunk"))


def test_read_calls_an_unnamed_source_unnamed() -> None:
    (found,) = read("“It leaks,” a senior official said.").appearances

    assert (found.chain[0].source, found.chain[0].kind) == ("senior official", SourceKind.UNNAMED)
