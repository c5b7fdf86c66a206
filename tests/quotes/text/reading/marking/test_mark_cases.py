"""The table of marks: every style's quotations found to the letter, everything else left alone."""

import pytest

from quotes.text.reading.lexicon import lexicon
from quotes.text.reading.marking.marks import find_marks
from quotes.text.reading.marking.paragraphs import paragraphs
from quotes.text.spans import Span
from tests.quotes.text.reading.marking.mark_cases import HEADLINES, LEFT_ALONE, STYLES

# Cases of languages without a word list of their own are read as any foreign text is.
_PACKS = ("de", "en", "es", "fr")


def bracketed(case: str, *, language: str = "en", singles: bool = False) -> str:
    """Return the case with brackets around what find_marks finds in it."""
    text = case.replace("⟦", "").replace("⟧", "")
    found = find_marks(text, paragraphs(text, Span(0, len(text))), singles=singles, words=lexicon(language))
    for passage in reversed(found.passages):
        start, end = passage.outer.start, passage.outer.end
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("language", "case"), [(language, case) for language, cases in STYLES.items() for case in cases]
)
def test_find_marks_finds_each_style_to_the_letter(language: str, case: str) -> None:
    assert bracketed(case, language=language if language in _PACKS else "en") == case


@pytest.mark.parametrize("case", [case for language in ("de", "fr", "es") for case in STYLES[language]])
def test_find_marks_finds_foreign_styles_in_english_too(case: str) -> None:
    assert bracketed(case) == case


@pytest.mark.parametrize("case", LEFT_ALONE)
def test_find_marks_leaves_what_quotes_nothing(case: str) -> None:
    assert bracketed(case) == case


@pytest.mark.parametrize("case", HEADLINES)
def test_find_marks_reads_headlines(case: str) -> None:
    assert bracketed(case, singles=True) == case
