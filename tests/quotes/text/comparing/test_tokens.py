import pytest

from quotes.text.comparing.normalising import normalise
from quotes.text.comparing.tokens import tokens


def texts(printed: str) -> list[str]:
    return [token.text for token in tokens(normalise(printed))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We organise the defence of our harbour", "we organize the defense of our harbor"),
        ("travelled to the theatre centre", "traveled to the theater center"),
        ("analyse the dialogue", "analyze the dialog"),
        ("Calderón’s café", "Calderons cafe"),
        ("ten flags", "10 flags"),
        ("twenty-five thousand", "25,000"),
        ("one hundred and five", "105"),
        ("$1.5 million", "1,500,000 dollars"),
        ("£5bn", "five billion pounds"),
        ("5%", "five per cent"),
        ("the first of May", "the 1st of May"),
        ("salt & water", "salt and water"),
        ("we’re here", "we are here"),
        ("It won't, can't and doesn’t", "it will not, cannot and does not"),
        ("I’ve gotta go", "I have got to go"),
    ],
)
def test_gives_one_answer_for_two_ways_to_print_the_same(one: str, other: str) -> None:
    assert texts(one) == texts(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we were", "we’re"),
        ("its wall", "it’s wall"),
        ("ill", "I’ll"),
        ("prise", "price"),
        ("5m", "5bn"),
        ("1.5", "15"),
    ],
)
def test_tells_words_apart_that_only_look_alike(one: str, other: str) -> None:
    assert texts(one) != texts(other)


def test_covers_every_word_with_its_token() -> None:
    found = tokens(normalise("Don’t pay $1.5 million"))
    assert [(token.text, token.first, token.last) for token in found] == [
        ("do", 0, 1),
        ("not", 0, 1),
        ("pay", 1, 2),
        ("1500000", 3, 5),
        ("dollar", 2, 5),
    ]
