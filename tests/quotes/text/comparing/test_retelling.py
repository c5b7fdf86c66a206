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
