"""The canonical wording: fullest, but never one that altered what the others print."""

from dataclasses import replace

import pytest

from quotes.graph.canonical import Printing, Tie, canonical

FIRST = Printing(1, outlet=1, words=10, quoted=True, published="2025-03-11", text="a")
SECOND = Printing(2, outlet=2, words=10, quoted=True, published="2025-03-12", text="b")
THIRD = Printing(3, outlet=3, words=4, quoted=True, published="2025-03-13", text="c")
FULLER = replace(SECOND, words=14)


@pytest.mark.parametrize(
    ("printings", "ties", "chosen"),
    [
        ([FIRST], [], 1),
        ([FIRST, FULLER], [Tie(1, 2, rival=False)], 2),
        ([FIRST, SECOND], [Tie(1, 2, rival=False)], 1),
        ([FIRST, replace(FULLER, quoted=False)], [Tie(1, 2, rival=False)], 1),
        ([FIRST, FULLER], [Tie(1, 2, rival=True)], 1),
        ([FIRST, FULLER, THIRD], [Tie(1, 2, rival=True), Tie(2, 3, rival=False), Tie(1, 3, rival=True)], 2),
        ([FIRST, FULLER, THIRD], [Tie(1, 2, rival=True), Tie(2, 3, rival=False), Tie(1, 3, rival=False)], 1),
        ([replace(FIRST, published=None), SECOND], [Tie(1, 2, rival=True)], 2),
    ],
)
def test_canonical_chooses_the_fullest_wording_nobody_altered(
    printings: list[Printing], ties: list[Tie], chosen: int
) -> None:
    assert canonical(printings, ties) == chosen
    assert canonical(printings[::-1], ties[::-1]) == chosen


def test_canonical_counts_outlets_and_not_printings() -> None:
    again = [replace(SECOND, id=number, words=4) for number in (4, 5)]
    ties = [Tie(1, 2, rival=True), *(Tie(1, row.id, rival=True) for row in again)]
    agreeing = [Tie(2, row.id, rival=False) for row in again]

    assert canonical([FIRST, FULLER, *again], [*ties, *agreeing]) == 1


def test_canonical_still_chooses_where_all_are_rivals_in_a_ring() -> None:
    tied = [Tie(1, 2, rival=True), Tie(2, 3, rival=True), Tie(1, 3, rival=True)]

    assert canonical([FIRST, SECOND, THIRD], tied) == 1
