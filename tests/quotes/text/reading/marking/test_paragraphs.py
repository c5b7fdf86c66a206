"""Paragraphs: lines, wrapped lines, holes."""

import pytest

from quotes.text.reading.marking.paragraphs import paragraphs
from quotes.text.spans import Span


def lines(text: str, *holes: Span) -> list[str]:
    return [span.of(text) for span in paragraphs(text, Span(0, len(text)), holes)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.\r\n  Three. ", ["One.", "Two.", "Three."]),
        ("", []),
        (" \n\t\n", []),
        (
            "A line that was wrapped by hand somewhere in the\nmiddle of its sentence.\nNext.",
            ["A line that was wrapped by hand somewhere in the\nmiddle of its sentence.", "Next."],
        ),
        ("A short line\nand another", ["A short line", "and another"]),
    ],
)
def test_paragraphs_are_lines(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_paragraphs_leave_out_the_holes() -> None:
    text = "One.\n\nShare this\n\nTwo."

    assert lines(text, Span(6, 16)) == ["One.", "Two."]
