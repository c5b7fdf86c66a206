import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.comparing.normalising import normalise
from quotes.text.comparing.plain import plain_words
from quotes.text.comparing.tokens import tokens

SCRAPS = [
    *(
        "twenty-five",
        "thousand",
        "one",
        "hundred and five",
        "$1.5",
        "million",
        "5bn",
        "$",
        "per",
        "cent",
        "5%",
    ),
    *(
        "we’re",
        "don't",
        "rock 'n' roll",
        "'ere",
        "U.S.",
        "a.m.",
        "U.S",
        "Mr.",
        "10,000",
        "3.5m",
        "20th",
        "1,2",
    ),
    *(
        "harbour",
        "theatre",
        "first",
        "&",
        "—",
        "“",
        "”",
        ".",
        ". ",
        "!",
        "x_y",
        "e-mail",
        "its",
        "gonna",
        "’",
    ),
    *(
        "\n",
        "\t",
        "#",
        "it's",
        "'s",
        "5's",
        "0.5.1",
        "per cent",
        "3-2",
        "we'd've",
        "-",
        ",",
        "cannot",
        "half",
    ),
]


@given(st.lists(st.sampled_from(SCRAPS), max_size=8).map(" ".join) | st.text("aB1'.,$%-_ ’\n", max_size=12))
def test_reads_what_normalise_and_tokens_read(text: str) -> None:
    plain = plain_words(text)

    if plain is not None:
        normalised = normalise(text)
        assert " ".join(plain.normal) == normalised.form
        assert list(plain.tokens) == [token.text for token in tokens(normalised)]


@pytest.mark.parametrize("text", ["the river [Aller]", "wait … no", "wait ... no", "café", "£5bn", "漢字"])
def test_leaves_what_is_not_plain_to_normalise(text: str) -> None:
    assert plain_words(text) is None


def test_reads_most_typography_as_plain() -> None:
    plain = plain_words("“We’re here — at 10,000 feet”")
    assert plain == (["were", "here", "at", "10000", "feet"], ["we", "are", "here", "at", "10000", "feet"])
