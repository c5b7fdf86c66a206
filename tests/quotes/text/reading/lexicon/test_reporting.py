"""Words that report: their forms and their stances."""

import pytest

from quotes.text.reading.lexicon.reporting import Make, reporting, stance_of


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", "assert"),
        ("has repeatedly denied", "deny"),
        ("doubts", "doubt"),
        ("has accused", "accuse"),
        ("warned against", "warn"),
        ("promised", "promise"),
        ("estimated", "estimate"),
        ("admitted", "admit"),
        ("asked", "ask"),
        ("believes", "believe"),
        ("according to", "assert"),
        ("walked", None),
    ],
)
def test_stance_of_tells_what_a_cue_means(cue: str, stance: str | None) -> None:
    assert stance_of(cue) == stance


@pytest.mark.parametrize(
    ("form", "lemma", "make", "is_noun"),
    [
        ("denies", "deny", Make.THIRD, False),
        ("planning", "plan", Make.PARTICIPLE, False),
        ("shown", "show", Make.PAST, False),
        ("claims", "claim", Make.THIRD, True),
        ("refusal", "refusal", Make.NOUN, False),
        ("eager", "eager", Make.ADJECTIVE, False),
        ("according", "according", Make.FRAME, False),
    ],
)
def test_reporting_knows_the_forms_of_its_words(form: str, lemma: str, make: Make, *, is_noun: bool) -> None:
    known = reporting("en")

    assert known is not None
    assert (known.forms[form].lemma, known.forms[form].make, known.forms[form].is_noun) == (
        lemma,
        make,
        is_noun,
    )


def test_reporting_is_none_for_a_language_without_a_file() -> None:
    assert reporting("de") is None
