from datetime import date

import pytest

from quotes.text.comparing.amounts import amounts, same_amount
from quotes.text.comparing.days import days, same_day
from quotes.text.comparing.markers import markers
from quotes.text.comparing.texts import read
from quotes.text.comparing.types import ChangeKind

SUNDAY = date(2025, 3, 2)


def said(text: str, kind: ChangeKind) -> list[tuple[str, str]]:
    read_text = read(text)
    return [
        ("/".join(sorted(m.senses)), " ".join(read_text.words[slice(*m.over)]))
        for m in markers(read_text)
        if m.kind is kind
    ]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("No one came", ChangeKind.NEGATION, [("not", "no 1")]),
        ("We not only came", ChangeKind.NEGATION, []),
        ("She failed to come", ChangeKind.NEGATION, [("not", "failed to")]),
        ("Some 40 boats", ChangeKind.QUANTITY, []),
        ("Some boats", ChangeKind.QUANTITY, [("some", "some")]),
        ("We have not got any", ChangeKind.QUANTITY, []),
        ("Over 40 boats", ChangeKind.QUANTITY, [("over", "over")]),
        ("The moon over the boats", ChangeKind.QUANTITY, []),
        ("It rained in May", ChangeKind.MODALITY, []),
        ("It may not rain", ChangeKind.MODALITY, [("may/must", "may not")]),
        ("Had we known, we would have come", ChangeKind.CONDITION, [("if", "had")]),
        ("North Korea’s army", ChangeKind.NAME, [("north_korea", "north koreas")]),
        ("Tell us, the US said", ChangeKind.NAME, [("united_states", "us")]),
    ],
)
def test_reads_what_a_phrase_says(text: str, kind: ChangeKind, expected: list[tuple[str, str]]) -> None:
    assert said(text, kind) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a dozen boats", "12 boats", True),
        ("two dozen boats", "a dozen boats", False),
        ("half a million", "500,000", True),
        ("half of them", "50 per cent of them", True),
        ("one in four", "a quarter", True),
        ("a fifth last year", "20 percent last year", True),
        ("two out of three", "two thirds", True),
        ("5 percent", "5 percentage points", False),
        ("24 months", "two years", True),
        ("90 miles", "90 kilometres", False),
        ("£500", "$500", False),
        ("40", "40 euros", True),
        ("the third boat", "the second boat", False),
        ("doubled", "tripled", False),
    ],
)
def test_tells_amounts_apart(one: str, other: str, *, same: bool) -> None:
    here, there = next(amounts(read(one))), next(amounts(read(other)))

    assert same_amount(here, there) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("4 May", "May 4th", True),
        ("4 May", "14 May", False),
        ("the 4th of May", "May 4, 2025", True),
        ("tomorrow", "Monday", True),
        ("today", "Monday", False),
        ("last year", "2024", True),
        ("last year", "two years ago", False),
        ("a year ago", "last year", True),
        ("this month", "March 2025", True),
        ("next month", "next year", False),
        ("Monday", "3 March", True),
        ("the eighties", "the 1980s", True),
        ("6am", "6pm", False),
    ],
)
def test_tells_days_apart_from_the_day_of_printing(one: str, other: str, *, same: bool) -> None:
    here, there = next(days(read(one))), next(days(read(other)))

    assert same_day(here, there, (SUNDAY, SUNDAY)) is same


def test_leaves_the_number_of_a_date_to_the_date() -> None:
    assert said("Four boats on 4 May", ChangeKind.NUMBER) == [("4", "4")]
