"""Leads that tell of somebody by his office, and initials that stand for a medium."""

import pytest

from quotes.text.reading import read


def chains(text: str) -> list[list[str | None]]:
    return [[hop.source for hop in found.chain] for found in read(text).quoted]


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        (
            "The head of a gold mine has told an inquest that he had “two gauges and no conscience”.\n\n"
            "Milo Strand spent five hours in the witness box on Thursday.",
            "Milo Strand",
        ),
        (
            "The head of one of Karsen's banks has quit, saying it was time “to stop being the story”.\n\n"
            "Dame Irma Vell announced her departure in an email to staff.",
            "Irma Vell",
        ),
    ],
)
def test_read_names_the_office_of_a_lead_by_who_heads_the_next_paragraph(lead: str, name: str) -> None:
    assert chains(lead) == [[name]]


def test_read_takes_up_the_office_by_which_a_lead_told_of_somebody() -> None:
    text = (
        "The premier of the Southern Territories says she is sorry.\n\n"
        "Dolores Catbell told the legislature she had waited. Nobody stood up.\n\n"
        "A minister, Orla Finch, left the hall.\n\n"
        "“I would rather fix the bus,” the premier said then."
    )

    assert chains(text) == [["Dolores Catbell"]]


def test_read_takes_initials_for_the_medium_named_before() -> None:
    text = (
        "“It was cold,” Ana Bell told the Harbour Service Journal.\n\n"
        "A spokesperson told the HSJ: “The remark was made in jest.”"
    )

    assert chains(text) == [
        ["Ana Bell", "Harbour Service Journal"],
        ["spokesperson", "Harbour Service Journal"],
    ]
