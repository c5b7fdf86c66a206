"""Kinds: what is quoted speech, and what only stands in quotation marks."""

import pytest

from quotes.text.reading import read


def said(text: str) -> list[tuple[str, str | None]]:
    return [(one.span.of(text), one.chain[0].source) for one in read(text).quoted]


def reasons(text: str) -> list[str]:
    return [left.reason for left in read(text).left_out]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mara Quill acknowledged on Friday that the plan of the harbour board was “not ready.”",
            [("not ready", "Mara Quill")],
        ),
        ("Mara Quill: harbour plan is ‘dead wrong’ for Ostrel.", [("dead wrong", "Mara Quill")]),
        ("The mayor dismissed talk of a tax as a “distraction.”", [("distraction", "mayor")]),
        ("He called Mara Quill an “Aunt Bess” at the debate.", [("Aunt Bess", None)]),
    ],
)
def test_read_keeps_reported_fragments(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(words, source) for words, source in said(text)][: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Some in the hall have seen the “big four” in Ostrel.", "no speaker in the sentence or before it"),
        ("The “floating” bridge of Ostrel sank.", "no speaker in the sentence or before it"),
        ("Mara Quill has seen the thriller “Salt Roads” twice.", "the title of a work or programme"),
        ("She is the author of “Salt Roads,” a novel.", "the title of a work or programme"),
        ("The book is called “Salt Roads” and sells.", "the title of a work or programme"),
        ("He tweeted it.\n\n<tweet id=“a12b34c” said>", "a value in the page's markup"),
        ("他在《人民日报》上写道。", "the title of a work or programme"),
        ("“Related:”", "a label"),
        ("\"We stay,\" she said.\n\n'A better harbour.'\n\nHe left.", "a heading between the paragraphs"),
        ("So-called “floating” bridges sink.", "a name given to something"),
        ("Mara “Salty” Quill left.", "a nickname inside a name"),
        ("It cost “400” crowns.", "no words in the marks"),
    ],
)
def test_read_leaves_out_what_nobody_said(text: str, reason: str) -> None:
    assert reason in reasons(text)
