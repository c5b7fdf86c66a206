"""The languages the reader knows, and what is said of a data file with a fault."""

from functools import reduce
from pathlib import Path

import pytest

from quotes.text.reading.lexicon.inflection import inflected
from quotes.text.reading.lexicon.load import UnknownLanguageError, language_of, languages, lexicon
from quotes.text.reading.lexicon.tables import LexiconError, Table, table_of


def test_knows_four_languages() -> None:
    assert languages() == ("de", "en", "es", "fr")


@pytest.mark.parametrize("language", languages())
def test_loads_every_language_without_fault(language: str) -> None:
    words = lexicon(language)

    assert [len(words.strong) > 200, len(words.soft) > 200, len(words.titles) > 100] == [True, True, True]


@pytest.mark.parametrize(("tag", "language"), [("de-AT", "de"), ("FR", "fr"), ("es_MX", "es"), ("en", "en")])
def test_reads_the_language_of_a_tag(tag: str, language: str) -> None:
    assert language_of(tag) == language


def test_names_the_known_languages_where_another_is_given() -> None:
    with pytest.raises(UnknownLanguageError) as refusal:
        lexicon("pt-BR")

    assert str(refusal.value) == (
        "“pt-BR” is not a language the reader knows; give one of de, en, es, fr or leave it out"
    )


@pytest.mark.parametrize(
    ("language", "form"),
    [
        ("de", "sagte"),
        ("de", "erklärte"),
        ("de", "mitgeteilt"),
        ("de", "betont"),
        ("fr", "déclaré"),
        ("fr", "affirmait"),
        ("fr", "lancé"),
        ("es", "dijo"),
        ("es", "señalado"),
        ("es", "explicó"),
        ("en", "said"),
        ("en", "tweeted"),
    ],
)
def test_makes_the_forms_of_verbs_of_saying(language: str, form: str) -> None:
    assert form in lexicon(language).strong


def test_puts_irregular_forms_in_the_place_of_the_last_regular_one() -> None:
    forms = inflected("say", {"": "~ ~s ~ing ~ed"}, {"say": "said"})

    assert forms == ["say", "says", "saying", "said"]


def test_takes_the_longest_ending_that_fits() -> None:
    endings = {"": "~", "er": "~er ~é", "ger": "~ger ~geant"}

    assert inflected("juger", endings, {}) == ["juger", "jugeant"]


@pytest.mark.parametrize(
    ("written", "ask", "message"),
    [
        ("", "cues", "xx.toml: the section [cues] is missing; add it; en.toml shows what belongs there"),
        (
            "[cues]",
            "cues.strong",
            'xx.toml: [cues] has no "strong"; add the line strong = "…"; en.toml shows what belongs there',
        ),
        (
            "[cues]\nstrong = 3",
            "cues.strong",
            'xx.toml: [cues] "strong" is no text; put it in quotation marks',
        ),
    ],
)
def test_says_where_a_data_file_lacks_something(tmp_path: Path, written: str, ask: str, message: str) -> None:
    file = tmp_path / "xx.toml"
    file.write_text(written, encoding="utf-8")

    with pytest.raises(LexiconError) as fault:
        reduce(Table.__getitem__, ask.split("."), table_of(file))

    assert str(fault.value) == message


def test_says_what_a_misspelt_list_may_be_meant_for(tmp_path: Path) -> None:
    file = tmp_path / "xx.toml"
    file.write_text('[people]\ntitles = "mr"\ntitels = "mrs"', encoding="utf-8")
    table = table_of(file)
    read = table["people"]["titles"]

    with pytest.raises(LexiconError) as fault:
        table.check_known()

    assert (read, str(fault.value)) == (
        "mr",
        'xx.toml: [people] "titels" is not known to the reader; did you mean "titles"',
    )


def test_says_where_a_data_file_is_not_written_as_it_must_be(tmp_path: Path) -> None:
    file = tmp_path / "xx.toml"
    file.write_text('[irregular]\nécrire = "écrit"', encoding="utf-8")

    with pytest.raises(LexiconError) as fault:
        table_of(file)

    assert str(fault.value).endswith(
        'write name = "words", a name with letters beyond a-z in quotation marks'
    )
