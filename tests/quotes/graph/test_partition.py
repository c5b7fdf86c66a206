from itertools import combinations
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.graph.partition import Edge, Partition, Unlinked, partition

# Other work on the machine makes an example slow, not wrong.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

STRENGTHS = ("exact", "near", "contained", "reworded")


def sizes(*words: int) -> dict[int, int]:
    return dict(enumerate(words, start=1))


def test_joins_equal_and_near_printings() -> None:
    edges = [Edge(1, 2, "exact", 0.9), Edge(2, 3, "near", 0.8)]
    assert partition(sizes(5, 5, 5, 5), edges).groups == ((1, 2, 3), (4,))


def test_leaves_a_fragment_unlinked_when_unlike_quotes_hold_it() -> None:
    edges = [Edge(1, 2, "contained", 0.8), Edge(1, 3, "contained", 0.75)]
    found = partition(sizes(3, 20, 30), edges)
    assert found == Partition(((1,), (2,), (3,)), (Unlinked((1,), (2, 3)),))


def test_links_a_fragment_to_the_clearly_better_of_two_quotes() -> None:
    edges = [Edge(1, 2, "contained", 0.95), Edge(1, 3, "contained", 0.55)]
    assert partition(sizes(3, 20, 30), edges).groups == ((1, 2), (3,))


def test_links_a_fragment_when_all_its_wholes_are_one_quote() -> None:
    edges = [Edge(1, 2, "contained", 0.8), Edge(1, 3, "contained", 0.8), Edge(2, 3, "contained", 0.8)]
    assert partition(sizes(3, 20, 30), edges).groups == ((1, 2, 3),)


def test_gives_a_group_one_weak_parent_only() -> None:
    edges = [Edge(1, 2, "contained", 0.8), Edge(1, 3, "reworded", 0.9)]
    assert partition(sizes(3, 20, 20), edges).groups == ((1, 2), (3,))


def test_reports_a_tie_that_a_decision_forbids() -> None:
    edge = Edge(1, 2, "exact", 0.9)
    assert partition(sizes(5, 5), [edge], cannot=[(2, 1)]) == Partition(((1,), (2,)), (), (edge,))


def test_names_the_path_when_decisions_contradict() -> None:
    with pytest.raises(ValueError, match=r"^1 = 2 = 3, but 1 ≠ 3: take one decision back$"):
        partition(sizes(5, 5, 5), [], must=[(3, 2), (1, 2)], cannot=[(3, 1)])


def test_keeps_strangers_apart_that_share_a_slogan() -> None:
    """Plain union of the same ties would make one group of all hundred."""
    wholes = {node: 20 + node for node in range(100)}
    slogans = {100 + i: 4 for i in range(50)}
    edges = [Edge(100 + i, whole, "contained", 0.7) for i in range(50) for whole in (2 * i, 2 * i + 1)]
    edges += [Edge(100 + i, 101 + i, "contained", 0.7) for i in range(49)]
    assert max(len(group) for group in partition(wholes | slogans, edges).groups) <= 2


@st.composite
def situations(draw: st.DrawFn) -> tuple[dict[int, int], list[Edge], list[tuple[int, int]]]:
    count = draw(st.integers(2, 9))
    nodes = {node: draw(st.integers(1, 5)) for node in range(count)}
    pairs = list(combinations(range(count), 2))
    ends = st.sampled_from(pairs).flatmap(lambda pair: st.permutations(pair))
    edges = st.builds(
        lambda pair, strength, score: Edge(pair[0], pair[1], strength, score),
        ends,
        st.sampled_from(STRENGTHS),
        st.sampled_from([0.5, 0.6, 0.9]),
    )
    return nodes, draw(st.lists(edges, max_size=20)), draw(st.lists(st.sampled_from(pairs), max_size=4))


def group_of(found: Partition) -> dict[int, int]:
    return {node: i for i, group in enumerate(found.groups) for node in group}


@unhurried
@given(situations(), st.randoms(use_true_random=False))
def test_gives_one_answer_whatever_the_order(
    situation: tuple[dict[int, int], list[Edge], list[tuple[int, int]]], random: Random
) -> None:
    nodes, edges, cannot = situation
    shuffled = edges * 2
    random.shuffle(shuffled)
    turned = [(b, a) for a, b in reversed(cannot)]
    expected = partition(nodes, edges, cannot=cannot)
    assert partition(dict(reversed(nodes.items())), shuffled, cannot=turned) == expected


@unhurried
@given(situations())
def test_puts_every_printing_into_one_group_and_never_joins_what_must_be_apart(
    situation: tuple[dict[int, int], list[Edge], list[tuple[int, int]]],
) -> None:
    nodes, edges, cannot = situation
    found = partition(nodes, edges, cannot=cannot)
    home = group_of(found)
    assert sorted(node for group in found.groups for node in group) == sorted(nodes)
    assert [pair for pair in cannot if home[pair[0]] == home[pair[1]]] == []


@unhurried
@given(situations(), st.data())
def test_always_joins_what_people_joined_or_refuses_the_whole(
    situation: tuple[dict[int, int], list[Edge], list[tuple[int, int]]], data: st.DataObject
) -> None:
    nodes, edges, cannot = situation
    must = data.draw(st.lists(st.sampled_from(list(combinations(nodes, 2))), max_size=4))
    alone = group_of(partition(nodes, [], must=must))
    contradicts = any(alone[a] == alone[b] for a, b in cannot)
    if contradicts:
        with pytest.raises(ValueError, match="≠"):
            partition(nodes, edges, must=must, cannot=cannot)
        return
    home = group_of(partition(nodes, edges, must=must, cannot=cannot))
    assert [pair for pair in must if home[pair[0]] != home[pair[1]]] == []
