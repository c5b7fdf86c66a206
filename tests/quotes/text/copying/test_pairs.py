"""Copies are told from independent reports: every pair of stories.toml, both ways round."""

import pytest

from tests.quotes.text.copying.pairs import Pair, pairs


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_compare_tells_copies_from_independent_reports(pair: Pair) -> None:
    assert pair.likeness().is_copy is pair.copy


@pytest.mark.parametrize("pair", [pair for pair in pairs() if pair.copy], ids=lambda pair: pair.name)
def test_keys_of_copies_have_two_in_common(pair: Pair) -> None:
    assert pair.found()


@pytest.mark.parametrize("pair", [pair for pair in pairs() if not pair.older], ids=lambda pair: pair.name)
def test_compare_answers_the_same_the_other_way_round(pair: Pair) -> None:
    turned = Pair(pair.name, pair.copy, pair.b, pair.a).likeness()

    assert turned.is_copy is pair.copy
    assert turned.share_a == pytest.approx(pair.likeness().share_b, abs=0.05)
