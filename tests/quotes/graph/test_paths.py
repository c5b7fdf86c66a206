from quotes.graph.paths import contradiction


def test_finds_the_shortest_chain_that_contradicts() -> None:
    assert contradiction([(1, 2), (2, 3), (3, 4), (1, 4)], [(3, 1), (9, 8)]) == (1, 2, 3)


def test_finds_nothing_when_decisions_agree() -> None:
    assert contradiction([(1, 2), (3, 4)], [(2, 3)]) is None


def test_names_an_id_that_is_to_be_apart_from_itself() -> None:
    assert contradiction([], [(5, 5)]) == (5,)
