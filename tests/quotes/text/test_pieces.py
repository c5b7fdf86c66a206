"""Pieces: overlapping marks cut a text without losing a letter."""

from hypothesis import given
from hypothesis import strategies as st

from quotes.text.pieces import Mark, Piece, pieces
from quotes.text.spans import Span

spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))


def test_pieces_carry_every_mark_that_covers_them() -> None:
    marks = [Mark(Span(0, 4), "quote", "quote 1", 1), Mark(Span(2, 6), "cue", "cue of quote 1", 1)]

    assert list(pieces("abcdefgh", marks)) == [
        Piece("ab", ("quote",), "quote 1", (1,)),
        Piece("cd", ("quote", "cue"), "quote 1; cue of quote 1"),
        Piece("ef", ("cue",), "cue of quote 1"),
        Piece("gh", (), ""),
    ]


@given(st.lists(spans.filter(len), max_size=8))
def test_pieces_join_to_the_text(found: list[Span]) -> None:
    text = "The harbour stays shut, she told."[:30]
    marks = [Mark(span, "cue", "cue", number) for number, span in enumerate(found) if span.end <= len(text)]

    assert "".join(piece.text for piece in pieces(text, marks)) == text
