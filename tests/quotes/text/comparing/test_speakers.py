import pytest

from quotes.text.comparing.speakers import Agreement, agreement, is_named, is_pronoun


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Mr. Rowe", "Adam Rowe", Agreement.SAME),
        ("Kim Jong Un", "Kim Jong-un", Agreement.SAME),
        ("Kim", "Kim Jong-un", Agreement.SAME),
        ("Calderón", "Calderon", Agreement.SAME),
        ("spokesman Alex Conant", "Conant", Agreement.SAME),
        ("Senate leader Ada Rowe, of Ohio,", "Ms. Rowe", Agreement.SAME),
        ("the presumptive nominee, Adam Rowe,", "Rowe", Agreement.SAME),
        ("A. Rowe", "Ada Rowe", Agreement.SAME),
        ("Sheikh Idris al-Tamimi", "Idris al-Tamimi", Agreement.SAME),
        ("he", "Adam Rowe", Agreement.OPEN),
        ("the president", "Ada Rowe", Agreement.OPEN),
        ("a Rowe aide", "Ben Hale", Agreement.OPEN),
        (None, "Ada Rowe", Agreement.OPEN),
        ("", None, Agreement.OPEN),
        ("Ada Rowe", "Ben Hale", Agreement.CONFLICT),
        ("Ada Rowe", "Eric Rowe", Agreement.CONFLICT),
        ("she", "Mr. Rowe", Agreement.CONFLICT),
    ],
)
def test_compares_mentions_of_speakers(a: str | None, b: str | None, expected: Agreement) -> None:
    assert (agreement(a, b), agreement(b, a)) == (expected, expected)


@pytest.mark.parametrize(
    ("mention", "named", "pronoun"),
    [("Ada Rowe", True, False), ("the minister", False, False), ("She", False, True), ("", False, False)],
)
def test_tells_names_from_pronouns_and_descriptions(mention: str, named: bool, pronoun: bool) -> None:
    assert (is_named(mention), is_pronoun(mention)) == (named, pronoun)
