import pytest

from quotes.text.comparing.keys import keys

FULL = "Our harbour must secure overwhelming pumping power, so that the river does not dare to rise."


def shared(one: str, other: str) -> int:
    return len(set(keys(one)) & set(keys(other)))


def test_gives_no_key_under_three_words() -> None:
    assert (keys("pumping power"), len(keys("overwhelming pumping power"))) == ((), 4)


def test_gives_signed_32_bit_keys_sorted_and_once() -> None:
    found = keys(f"{FULL} {FULL}")
    assert list(found) == sorted(set(found))
    assert all(-(2**31) <= key < 2**31 for key in found)


def test_keeps_its_keys_from_version_to_version() -> None:
    assert keys("one two three")[:1] == (-1154384505,)


@pytest.mark.parametrize(
    "printed",
    [
        "OUR HARBOR MUST SECURE OVERWHELMING PUMPING POWER — SO THAT THE RIVER DOESN’T DARE TO RISE",
        "''Our harbour must secure overwhelming pumping power, so that the river does not dare to rise''",
    ],
)
def test_gives_the_same_keys_in_other_typography_and_spelling(printed: str) -> None:
    assert keys(printed) == keys(FULL)


def test_shares_keys_of_a_fragment() -> None:
    assert shared("overwhelming pumping power", FULL) == len(keys("overwhelming pumping power"))


def test_crosses_no_ellipsis_with_a_key() -> None:
    assert shared("must secure … so that", "must secure so that") == 0


def test_finds_the_words_without_an_insertion() -> None:
    assert shared("the river [Aller] does not dare", "the river does not dare") == len(
        keys("the river does not dare")
    )


def test_shares_pairs_when_every_third_word_changed() -> None:
    assert shared("harbour must now hold pumping power", "harbour will have pumping power") >= 1
