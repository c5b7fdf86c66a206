from quotes.text.comparing.alignment import Step, align
from quotes.text.comparing.relation import relate
from quotes.text.comparing.types import Difference, Printing
from quotes.text.spans import Span

STATEMENT = "we said we will build what we said we can build so we will mend the broken weir"


def test_keeps_a_fragment_together_in_its_own_place() -> None:
    assert align(["we", "will", "mend", "the", "broken", "weir"], STATEMENT.split()) == (
        Step("added", (0, 0), (0, 12), inside=False),
        Step("equal", (0, 6), (12, 18)),
    )


def test_shows_replaced_dropped_and_added_words() -> None:
    one = "the new mayor mends broken weirs"
    other = "the mayor gladly mends old broken weirs"
    steps = align(one.split(), other.split())
    assert [(step.operation, step.a, step.b) for step in steps] == [
        ("equal", (0, 1), (0, 1)),
        ("dropped", (1, 2), (1, 1)),
        ("equal", (2, 3), (1, 2)),
        ("added", (3, 3), (2, 3)),
        ("equal", (3, 4), (3, 4)),
        ("added", (4, 4), (4, 5)),
        ("equal", (4, 6), (5, 7)),
    ]


def test_finds_nothing_where_only_grammar_is_shared() -> None:
    assert align(["it", "is", "the", "weir"], ["a", "boat", "is", "gone"]) == ()


def test_points_into_both_originals() -> None:
    one, other = "“The weir doesn’t hold,”", "The old weir does not hold"
    assert relate(Printing(one), Printing(other)).differences == (
        Difference("equal", Span(1, 4), Span(0, 3)),
        Difference("added", Span(5, 5), Span(4, 7)),
        Difference("equal", Span(5, 22), Span(8, 26)),
    )
