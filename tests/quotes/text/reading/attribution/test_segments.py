"""Segments, kinds and bounds: what one appearance is and where it ends."""

import pytest

from quotes.text.reading import Kind, read


def printed(text: str) -> list[tuple[str, list[str]]]:
    return [(found.kind.value, [part.of(text) for part in found.segments]) for found in read(text).quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We stay,” Mara Quill said, “and we fish.”", [("direct", ["We stay", "and we fish."])]),
        ("“We stay,” Mara Quill said. “We fish.”", [("direct", ["We stay"]), ("direct", ["We fish."])]),
        (
            "There was a “very old need” to “slowly repair” the boats, Mara Quill said.",
            [("partial", ["very old need"]), ("partial", ["slowly repair"])],
        ),
        ("“Why stay?” Mara Quill asked.", [("direct", ["Why stay?"])]),
        ("Mara Quill called it “a bucket.”", [("partial", ["a bucket"])]),
        ("Mara Quill asked whether it was “a bucket?”", [("partial", ["a bucket?"])]),
        ("Mara Quill said: “We stay.”", [("direct", ["We stay."])]),
        ("‘We stay’, Mara Quill said.", [("direct", ["We stay"])]),
        (
            "Mara Quill said, “We were here first and we stay.”",
            [("direct", ["We were here first and we stay."])],
        ),
        ("“We stay.\n\n“We fish,” Mara Quill said.", [("direct", ["We stay.", "We fish"])]),
        ("“We stay ...,” Mara Quill said.", [("direct", ["We stay ..."])]),
    ],
)
def test_read_bounds_what_is_printed(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert printed(text) == expected


def test_read_spans_a_split_statement_from_first_to_last_word() -> None:
    text = "“We stay,” Mara Quill said, “and we fish.”"

    (found,) = read(text).quoted

    assert (found.span.of(text), found.kind) == ("We stay,” Mara Quill said, “and we fish.", Kind.DIRECT)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The clock keeps so-called “kite time” here.", "a name given to something"),
        ("Ilko “Bread” Brand left.", "a nickname inside a name"),
        ("He has written a play, “The Long Tide”.", "the title of a work or programme"),
        ("Nobody could define the word “fair” here.", "a word that is talked about"),
        ("The “smart” cranes came by sea.", "no speaker in the sentence or before it"),
        ("The marks “—” stood alone.", "no words in the marks"),
    ],
)
def test_read_leaves_out_what_quotes_nobody(text: str, reason: str) -> None:
    reading = read(text)

    assert [left.reason for left in reading.left_out] == [reason]
    assert reading.quoted == ()


def test_read_takes_a_headline_only_where_the_body_prints_its_words() -> None:
    title = "Mayor calls dam ‘a bucket with two holes’ as ‘tide turns’"
    body = "OSTREL - Mayor Mara Quill called the dam “a bucket with two holes” on Friday."
    text = f"{title}\n\n3 May 2024\n\n{body}\n"

    reading = read(text)

    assert [(found.span.of(text), found.chain[0].source) for found in reading.quoted] == [
        ("a bucket with two holes", "Mara Quill"),
        ("a bucket with two holes", "Mara Quill"),
    ]
    assert [left.span.of(text) for left in reading.left_out] == ["tide turns"]
