"""Circumstances: what a reporter's words tell of the occasion, and what they do not."""

import pytest

from quotes.text.circumstances import said_in, said_since, sentence


@pytest.mark.parametrize(
    ("around", "setting", "published", "since"),
    [
        ("the president told the rally.", "told the rally", "2025-03-29", "2025-03-22"),
        ("she told reporters on Wednesday.", "told reporters", "2025-03-13T08:00", "2025-03-06"),
        ("the president said.", "", "2025-03-29", None),
        ("he told a rally in March.", "told a rally", "2025-03-29", None),
        ("he told a rally on 11 March.", "told a rally", "2025-03-29", None),
        ("she said in a speech in 2019.", "in a speech", "2025-03-29", None),
        ("he told reporters two weeks ago.", "told reporters", "2025-03-29", None),
        ("he told a rally last month.", "told a rally", "2025-03-29", None),
        ("he has said in an interview.", "in an interview", "2025-03-29", None),
        ("the president told the rally.", "told the rally", None, None),
        ("she told the conference on Saturday.", "", "2025-03-29", "2025-03-22"),
        ("she had said on Saturday of last week, in 2019.", "", "2025-03-29", None),
    ],
)
def test_said_since_wants_a_setting_and_no_other_date(
    around: str, setting: str, published: str | None, since: str | None
) -> None:
    assert said_since(around=around, setting=setting, published=published) == since


@pytest.mark.parametrize(
    ("around", "language"),
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
    ],
)
def test_said_in_names_a_language_and_no_place(around: str, language: str | None) -> None:
    assert said_in(around) == language


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("First line.\nHe came late. Then “", "” he said. He left.", "Then “ ” he said"),
        ("“", ",” she said", "“ ,” she said"),
        ("", " he said\nNext paragraph", "  he said"),
    ],
)
def test_sentence_stops_at_its_own_ends(before: str, after: str, words: str) -> None:
    assert sentence(before, after) == words
