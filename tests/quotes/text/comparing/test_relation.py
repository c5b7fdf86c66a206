import pytest

from quotes.text.comparing.judging import judge
from quotes.text.comparing.relation import relate, relation_to
from quotes.text.comparing.types import Printing, Relation

FULL = (
    "Our harbour must secure overwhelming pumping power and a solid wall, so that the river does not "
    "dare to rise. We will finish it by May."
)


def printed(text: str, speaker: str = "Ada Rowe", day: str = "2024-03-02") -> Printing:
    return Printing(text, speaker, day)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (FULL, Relation.EXACT),
        (f"“{FULL}”", Relation.EXACT),
        (FULL.upper(), Relation.TYPOGRAPHIC),
        (FULL.replace("harbour", "harbor"), Relation.TYPOGRAPHIC),
        ("overwhelming pumping power", Relation.CONTAINED),
        ("We will finish it by May.", Relation.CONTAINED),
        ("Our harbour must secure overwhelming pumping power", Relation.TRUNCATED),
        ("Our harbour must secure … a solid wall", Relation.TRUNCATED),
        ("overwhelming pumping power …", Relation.TRUNCATED),
        ("Our harbour must secure pumping power and a solid wall", Relation.EDITED),
        (
            "Our harbour must secure overwhelming pumping power. We will finish it by May.",
            Relation.SPLICED,
        ),
        (
            "We will finish it by May. Our harbour must secure overwhelming pumping power and a solid wall, "
            "so that the river does not dare to rise.",
            Relation.SPLICED,
        ),
        ("Our harbour [a new one] must secure overwhelming pumping power", Relation.TRUNCATED),
        ("Your harbour must secure overwhelming pumping power and a solid wall", Relation.EDITED),
        ("We’ll finish it by May.", Relation.EDITED),
        ("We will mend every boat by autumn.", Relation.DIFFERENT),
        ("Our harbour must secure overwhelming pumping force and a solid wall", Relation.EDITED),
        ("the river does dare to rise", Relation.EDITED),
        ("The council fed ten thousand geese at the old mill", Relation.DIFFERENT),
        ("", Relation.DIFFERENT),
    ],
)
def test_finds_the_relation_to_a_fuller_wording(text: str, relation: Relation) -> None:
    assert relate(printed(text), printed(FULL)).relation == relation


def test_calls_common_words_of_two_people_stock() -> None:
    found = relate(printed("at the end of the day"), printed("At the end of the day", "Ben Hale"))
    assert (found.relation, judge(found)) == (Relation.STOCK, "different")


def test_calls_the_side_with_more_words_fuller() -> None:
    fragment, whole = printed("overwhelming pumping power"), printed(FULL)
    assert [relate(fragment, whole).fuller, relate(whole, fragment).fuller] == ["b", "a"]


def test_calls_two_overlapping_parts_of_one_speech_truncated() -> None:
    one = (
        "The wall has stood for ninety years. Our harbour must secure overwhelming pumping power and a wall."
    )
    assert relate(printed(one), printed(FULL.replace(" solid", ""))).relation == Relation.TRUNCATED


def test_answers_for_texts_of_a_book_s_length() -> None:
    book = "the river rose again " * 2501
    assert relate(printed(book), printed(book)).relation == Relation.EXACT
    assert relate(printed(book), printed(f"{book} at noon")).relation == Relation.DIFFERENT


@pytest.mark.parametrize(
    ("printing", "relation"),
    [
        ("a granary", Relation.CONTAINED),
        ("whoever sees in us a barn will get nothing", Relation.RETRANSLATED),
        ("“not a sack to those who treat us as a granary.”", Relation.EXACT),
        ("a sack to those who treat us as a granary", Relation.CONTAINED),
    ],
)
def test_relation_to_names_the_relation_of_a_settled_printing(printing: str, relation: Relation) -> None:
    assert relation_to("not a sack to those who treat us as a granary", printing) == relation
