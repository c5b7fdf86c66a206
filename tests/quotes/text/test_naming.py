"""Names: which spellings are one name, and which are not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.naming import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong-un", "KIM JONG UN"),
        ("Sean O'Brien", "Sean O’Brien"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Lech Wałęsa", "Lech Walesa"),
        ("J. K. Rowling", "J.K. Rowling"),
        ("U.S. Senate", "US Senate"),
        ("The New York Times", "New York Times"),
        ("Mr. Orban", "Orbán"),
        ("the Sen. Mara Quill", "Mara Quill"),
        ("Procter & Gamble", "Procter and Gamble"),
        ("  Ana\tLima ", "Ana Lima"),
        ("Ｒｅｕｔｅｒｓ", "Reuters"),
        ("Martin King, Jr.", "Martin King Jr"),
    ],
)
def test_name_key_agrees_for_two_spellings(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("King Charles", "Charles"),
        ("John King", "John King Jr."),
        ("Kim Jong-un", "Kim Jong-il"),
        ("がん", "かん"),
        ("The", ""),
    ],
)
def test_name_key_differs_for_two_names(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("name", "key"),
    [("The", "the"), ("Dr.", "dr"), ("???", "???"), ("", ""), ("   ", ""), ("Kim Jong-un", "kim jong un")],
)
def test_name_key_keeps_what_a_name_has(name: str, key: str) -> None:
    assert name_key(name) == key


@given(st.text(max_size=60))
def test_name_key_ignores_the_form_of_unicode(name: str) -> None:
    key = name_key(name)

    assert name_key(unicodedata.normalize("NFD", name)) == key
    assert name_key(unicodedata.normalize("NFC", name)) == key
    assert bool(key) == bool(name.split())
