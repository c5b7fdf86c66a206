import pytest

from quotes.text.comparing.judging import judge
from quotes.text.comparing.relation import Circumstances, relate
from quotes.text.comparing.types import Printing, Relation

FULL = "Our harbour must secure overwhelming pumping power, so that the river does not dare to rise."
FRAGMENT = "overwhelming pumping power"


def judged(one: Printing, other: Printing, stored: int = 0) -> str:
    return judge(relate(one, other, given=Circumstances(stored=stored)))


def test_joins_a_short_fragment_with_its_sentence_in_one_article() -> None:
    one = Printing(FRAGMENT, "Ada Rowe", article="a1")
    assert judged(one, Printing(FULL, "Rowe", article="a1")) == "same"


def test_joins_a_short_fragment_of_the_same_day_and_speaker() -> None:
    one = Printing(FRAGMENT, "Ada Rowe", "2024-03-02")
    assert judged(one, Printing(FULL, "Rowe", "2024-03-02T18:00")) == "same"


def test_keeps_a_short_fragment_of_two_speakers_apart() -> None:
    one = Printing(FRAGMENT, "Ben Hale", "2024-03-02")
    assert judged(one, Printing(FULL, "Rowe", "2024-03-02")) == "different"


def test_joins_a_long_sentence_even_given_to_two_people() -> None:
    one = Printing(FULL, "Ben Hale", "2024-03-02")
    assert judged(one, Printing(FULL, "Ada Rowe", "2024-03-02")) == "same"


def test_keeps_a_slogan_of_two_occasions_apart() -> None:
    one = Printing("Make the valley great again", "Ada Rowe", "2024-03-02")
    found = relate(one, Printing("make the valley great again!", "Rowe", "2024-11-20"))
    assert judge(found) != "same"


def test_asks_for_more_words_the_more_wordings_are_stored() -> None:
    one, other = (
        Printing("the pumping stations drowned", "he", "2024-03-02"),
        Printing("all the pumping stations drowned at once", "Ada Rowe", "2024-03-04"),
    )
    scores = [relate(one, other, given=Circumstances(stored=n)).score for n in (0, 10_000, 1_000_000)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == scores[1] > scores[2]


def test_takes_a_title_without_speaker_for_no_utterance() -> None:
    found = relate(Printing("The Late Ferry With Ada Rowe"), Printing("The Late Ferry With Ada Rowe"))
    assert found.relation == Relation.EXACT
    assert judge(found) != "same"


@pytest.mark.parametrize(
    "other",
    [
        "We shall never open the northern lock before the ice is gone",  # its contrary
        "We shall open the northern lock after the ice is gone",
    ],
)
def test_relate_gives_two_people_a_sentence_each_where_their_words_differ(other: str) -> None:
    a = Printing("We shall open the northern lock before the ice is gone", speaker="Ada Quill")
    b = Printing(other, speaker="Bram Ostrel")

    assert relate(a, b).relation is Relation.DIFFERENT


def test_relate_takes_what_every_spokesman_says_for_nobodys() -> None:
    a = Printing("We have no comment to make at this time", speaker="a spokesman")
    b = Printing("We have no comment to make at this time", speaker="a spokeswoman for the bank")

    assert relate(a, b).relation is Relation.STOCK
