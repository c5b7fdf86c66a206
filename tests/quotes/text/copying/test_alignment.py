"""Passages: the same words in both, shown as spans into both texts."""

import random
import time

from quotes.text.copying import compare
from quotes.text.copying.alignment import align
from tests.quotes.text.copying.pairs import read

TELLING = list(
    read("the board closed the night ferry to the island after a long and noisy meeting on the quay").words
)


def test_align_finds_paragraphs_in_another_order() -> None:
    one, other = TELLING[:9], list(read("nine goats stood on the roof of the petrol station").words)

    found = align(one + other, other + one)

    assert [(passage.a, passage.b) for passage in found] == [((0, 9), (10, 19)), ((9, 19), (0, 10))]


def test_align_joins_runs_around_a_changed_word() -> None:
    changed = [*TELLING[:8], "isle", *TELLING[9:]]

    (passage,) = align(TELLING, changed)

    assert (passage.a, passage.b, passage.common) == ((0, 18), (0, 18), 17)


def test_align_leaves_out_turns_of_phrase() -> None:
    assert align([*TELLING[:7], "goats"], ["boats", *TELLING[:7]]) == []


def test_align_takes_linear_time_on_one_word_repeated() -> None:
    start = time.process_time()

    (passage,) = align(["no"] * 40_000, ["no"] * 40_000)

    assert passage.common == 40_000
    assert time.process_time() - start < 5


def test_compare_shows_the_same_words_in_both_texts() -> None:
    a = "The board has met.\n\nTHE BOARD closed the island’s night ferry after a long, noisy meeting."
    b = "“The board closed the island's night ferry after a long noisy meeting”, he wrote."

    (passage,) = compare(read(a), read(b)).passages

    assert passage.a.of(a) == "THE BOARD closed the island’s night ferry after a long, noisy meeting"
    assert passage.b.of(b) == "The board closed the island's night ferry after a long noisy meeting"


def test_compare_counts_no_quoted_words() -> None:
    a = read("She said: “The board closed the island's night ferry after a long noisy meeting on the quay.”")

    found = compare(a, a)

    assert (found.common, found.share_a, len(found.passages)) == (2, 1.0, 1)


def test_compare_of_nothing_is_no_copy() -> None:
    assert compare(read(""), read("")).is_copy is False


def test_compare_never_counts_more_than_all_words() -> None:
    drawn = random.Random(1)
    for _ in range(200):
        a, b = (" ".join(drawn.choices(["ferry", "goat", "dam"], k=drawn.randint(0, 60))) for _ in "ab")
        found = compare(read(a), read(b))
        assert 0 <= found.share_a <= 1
        assert 0 <= found.share_b <= 1
