"""Frames: the reporter's sentences, each quotation one token."""

import pytest

from quotes.text.reading.lexicon import lexicon
from quotes.text.reading.marking.frames import frames
from quotes.text.reading.marking.marks import find_marks
from quotes.text.reading.marking.paragraphs import paragraphs
from quotes.text.spans import Span


def sentences(text: str) -> list[str]:
    lines = paragraphs(text, Span(0, len(text)))
    passages = find_marks(text, lines).passages
    found = frames(text, lines, passages, lexicon())
    return [
        " ".join("Q" if token.is_quote else token.text for token in sentence.tokens) for sentence in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We stay,” she said. “All of us.” He left.", ["Q she said .", "Q", "He left ."]),
        (
            "“Why?” Mara Quill asked. “Why us?” The hall was full.",
            ["Q Mara Quill asked .", "Q", "The hall was full ."],
        ),
        (
            "Sen. Quill of the U.S. Senate left. It rained.",
            ["Sen . Quill of the U.S. Senate left .", "It rained ."],
        ),
        ("J. B. Orrin spoke at 5 p.m. on Monday.", ["J . B . Orrin spoke at 5 p.m. on Monday ."]),
        ("Shares fell 6.4% in 3.5 hours.", ["Shares fell 6 . 4 % in 3 . 5 hours ."]),
        ("Quill’s boat won’t sail.", ["Quill ’s boat won’t sail ."]),
        ("“One.\n\n“Two,” she said.\n\nThree.", ["Q she said .", "Three ."]),
    ],
)
def test_frames_split_into_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected
