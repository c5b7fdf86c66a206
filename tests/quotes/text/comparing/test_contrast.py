"""Contrast: one to one, the best first, and nobody where two do equally well."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from quotes.text.comparing.contrast import contrasted
from quotes.text.comparing.weights import WEIGHTS

MOST = WEIGHTS.retold_contrast
scores = st.dictionaries(
    st.tuples(st.integers(1, 4), st.integers(11, 14)), st.floats(-2, 5, allow_nan=False), max_size=16
)


def test_lifts_a_pair_without_rivals() -> None:
    assert contrasted({(1, 11): 0.2}) == {(1, 11): MOST}


def test_chooses_one_to_one_the_best_first() -> None:
    assert set(contrasted({(1, 11): 3.0, (1, 12): 1.0, (2, 11): 1.5, (2, 12): 0.5})) == {(1, 11), (2, 12)}


def test_trusts_a_narrow_lead_less() -> None:
    assert contrasted({(1, 11): 3.0, (1, 12): 2.75})[1, 11] == -MOST / 2


def test_chooses_neither_of_two_that_do_equally_well() -> None:
    assert contrasted({(1, 11): 3.0, (1, 12): 3.0}) == {}


def test_leaves_out_statements_tied_by_their_words() -> None:
    assert contrasted({(1, 11): 3.0, (1, 12): 2.0}, taken=[11]) == {(1, 12): MOST}


def test_leaves_a_pair_unlikely_in_itself_alone() -> None:
    assert contrasted({(1, 11): -1.5}) == {}


@given(scores, st.randoms(use_true_random=False))
def test_chooses_the_same_in_any_order(scored: dict[tuple[int, int], float], random: Random) -> None:
    shuffled = list(scored.items())
    random.shuffle(shuffled)
    chosen = contrasted(scored)
    assert contrasted(dict(shuffled)) == chosen
    assert len({i for pair in chosen for i in pair}) == 2 * len(chosen)
