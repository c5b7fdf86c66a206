"""Keys: few, stable, and sure to meet where two articles print the same run of words."""

import random

from quotes.text.copying import keys_of
from quotes.text.copying.keys import MOST_KEYS, RUN, WINDOW
from tests.quotes.text.copying.pairs import read

WORDS = [f"word{number}" for number in range(5_000)]


def drawn(seed: int, length: int) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def test_keys_of_meet_in_any_run_of_twelve_words() -> None:
    shared = drawn(0, RUN + WINDOW - 1)
    for seed in range(1, 60):
        a, b = drawn(seed, seed), drawn(-seed, 61 - seed)
        here = keys_of(read(" ".join(a + shared + b)))
        there = keys_of(read(" ".join(b + shared + a)))
        assert set(here.keys) & set(there.keys)


def test_keys_of_are_two_in_nine_runs() -> None:
    kept = len(keys_of(read(" ".join(drawn(1, 9_000)))).keys)

    assert abs(kept - MOST_KEYS) <= 60


def test_keys_of_reach_over_no_quotation() -> None:
    whole = "the board closed the “nine words that nobody copies at all, said she” night ferry to Sorrel"

    assert keys_of(read(whole)).keys == keys_of(read("night ferry to Sorrel")).keys == ()


def test_keys_of_know_nothing_of_typography() -> None:
    plain = "the board closed the island's night ferry after a long and noisy meeting on the quay"

    assert keys_of(read(plain)) == keys_of(read(plain.upper().replace("'", "’").replace(" ", "\n")))


def test_background_wants_two_neighbouring_keys() -> None:
    keys = keys_of(read(" ".join(drawn(2, 100))))

    assert keys.background([keys.keys[3]]) == frozenset()
    assert keys.background(keys.keys[3:5]) == frozenset(range(keys.at[3], keys.at[4] + RUN))
