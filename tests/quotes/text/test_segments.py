"""Segments: a split statement without its cue, its spans unmoved."""

import pytest

from quotes.text.segments import joined, masked

TEXT = "It is late,” she said, “but not too late"
SPLIT = [[100, 111], [124, 140]]


def test_masked_blanks_the_cue_and_moves_nothing() -> None:
    answer = masked(TEXT, 100, SPLIT)

    assert answer == "It is late,             but not too late"
    assert len(answer) == len(TEXT)


def test_joined_reads_as_one_statement() -> None:
    assert joined(TEXT, 100, SPLIT) == "It is late, but not too late"


@pytest.mark.parametrize("segments", [[], [[100, 140]]])
def test_segments_leave_an_unsplit_statement_alone(segments: list[list[int]]) -> None:
    assert [masked(TEXT, 100, segments), joined(TEXT, 100, segments)] == [TEXT, TEXT]
