"""Circumstances: in which language the words of a quote were said."""

import pytest

from quotes.text.circumstances import said_in
from quotes.text.reporters import Around


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("according to VETA, which carried the speech in Vessarian.", "Vessarian"),
        ("according to a report in Hungarian by the state agency", "Hungarian"),
        ("she wrote in French, the paper said", "French"),
        ("the translation is the Courier’s", "another language"),
        ("she told reporters, in Spanish, at the pit head", "Spanish"),
        ("he answered in his native Georgian when asked", "Georgian"),
        ("in Arabic before the council", "Arabic"),
        ("a rendering of the Korean text", "Korean"),
        ("the Korean-language statement", "another language"),
        ("through an interpreter, she smiled", "another language"),
        ("an English-language paper said", None),
        ("he said in English at the gate", "English"),
        ("he lives in Spanish Harlem", None),
        ("he said in Berlin", None),
        ("he said in Milan", None),
        ("they spoke in Japan on Monday", None),
        ("it was published in Indian newspapers", None),
        ("the president said", None),
        ("the agency reported in English", None),  # its English is a translation
        ("the statement was carried in English by the agency", None),
    ],
)
def test_said_in_names_a_language_and_no_place(words: str, language: str | None) -> None:
    assert said_in(Around(sentence=words, paragraph=words)) == language


def test_said_in_takes_the_nearest_language_told() -> None:
    told = Around(sentence="he said", paragraph="she said in Arabic. he said", above="he said in French.")
    assert said_in(told) == "Arabic"


@pytest.mark.parametrize("place", ["paragraph", "above"])
def test_said_in_takes_english_from_the_own_sentence_only(place: str) -> None:
    assert said_in(Around(**{place: "he told them in English."})) is None
