import pytest

from quotes.text.comparing.relation import Circumstances, relate
from quotes.text.comparing.retelling import foreign
from quotes.text.comparing.types import Printing, Relation

ONE = Printing("The river people will never bow to the threats of the upstream lords", "Ho Lan", "2024-03-02")
ANEW = Printing("River folk shall never bend before upstream lords and their threats", "Ho Lan", "2024-03-03")


@pytest.mark.parametrize("said_in", ["ko", "Korean", "zh-CN"])
def test_finds_two_renderings_of_foreign_words(said_in: str) -> None:
    assert relate(ONE, ANEW, given=Circumstances(said_in=said_in)).relation == Relation.RETRANSLATED


@pytest.mark.parametrize("said_in", ["en", "English", "en-GB", None])
def test_takes_no_english_words_for_a_translation(said_in: str | None) -> None:
    assert relate(ONE, ANEW, given=Circumstances(said_in=said_in)).relation != Relation.RETRANSLATED


def test_knows_foreign_words_by_the_agency_that_carried_them() -> None:
    assert foreign(None, [Printing("x", via=("KCNA", "Reuters"))])
    assert not foreign(None, [Printing("x", via=("Reuters",))])


def test_keeps_one_translation_printed_twice_with_a_word_dropped_an_edit() -> None:
    other = Printing("The river people will bow to the threats of the upstream lords", "Ho Lan", "2024-03-02")
    assert relate(ONE, other, given=Circumstances(said_in="ko")).relation == Relation.EDITED


@pytest.mark.parametrize(
    ("outlet", "told"),
    [("KCNA", True), ("Agencia Sur", True), ("El Faro del Norte", True), ("Kita Shimbun", True),
     ("Ouest Matin", True), ("The Wall Street Journal", False), ("La Crosse Tribune", False),
     ("Reuters", False), ("", False)],
)  # fmt: skip
def test_knows_foreign_words_by_the_name_of_the_house(outlet: str, told: bool) -> None:
    assert foreign(None, [Printing("x", outlet=outlet)]) is told


def test_leaves_an_edit_of_months_later_no_rendering() -> None:
    early = Printing("The canal is our waterway and we shall decide.", "Ho Lan", "2024-03-02")
    late = Printing("It is for us to determine who uses that canal of ours.", "Ho Lan", "2024-06-02")
    assert relate(early, late, given=Circumstances(said_in="ko")).relation == Relation.DIFFERENT
