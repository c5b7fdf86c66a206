"""Heirs: public ids survive joining and parting."""

from quotes.graph.heirs import Inheritance, inherit


def test_inherit_keeps_the_oldest_of_joined_quotes() -> None:
    joined = inherit([frozenset({1, 2, 3})], {1: 20, 2: 10, 3: 20}, {})

    assert joined == Inheritance((10,), {20: 10})


def test_inherit_leaves_a_parted_quote_with_its_canonical_wording() -> None:
    parted = inherit([frozenset({1, 2}), frozenset({3})], {1: 10, 2: 10, 3: 10}, {10: 3})

    assert parted == Inheritance((None, 10), {})


def test_inherit_leaves_a_parted_quote_with_most_where_its_wording_is_gone() -> None:
    parted = inherit([frozenset({1}), frozenset({2, 3})], {1: 10, 2: 10, 3: 10}, {10: 99})

    assert parted == Inheritance((None, 10), {})


def test_inherit_gives_no_quote_to_a_part_that_had_none() -> None:
    assert inherit([frozenset({1}), frozenset({2})], {1: 10}, {}) == Inheritance((10, None), {})


def test_inherit_trades_appearances_without_merging() -> None:
    traded = inherit([frozenset({1, 4}), frozenset({2, 3})], {1: 10, 2: 10, 3: 20, 4: 20}, {10: 1, 20: 3})

    assert traded == Inheritance((10, 20), {})
