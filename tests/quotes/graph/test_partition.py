from itertools import combinations
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.graph.joining import Joining
from quotes.graph.partition import Edge, Partition, Unlinked, partition

# Other work on the machine makes an example slow, not wrong.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

STRENGTHS = ("exact", "near", "contained", "retold", "reworded")
WORDS = {"exact", "near", "contained"}
Decided = list[tuple[int, int]]
Situation = tuple[dict[int, int], list[Edge], Decided]


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


def test_keeps_passages_of_one_article_apart_that_only_a_rendering_joins() -> None:
    """Printings 1 and 2 stand in one article, 3 and 4 in another, and a third rendering crosses the two."""
    right, likewise, wrong = Edge(1, 3, "retold", 0.9), Edge(2, 4, "retold", 0.9), Edge(2, 3, "retold", 0.85)
    found = partition(sizes(9, 9, 9, 9), [wrong, likewise, right], article_of={1: 10, 2: 10, 3: 20, 4: 20})
    assert found == Partition(((1, 3), (2, 4)), (), (wrong,))


def test_joins_a_rendering_with_passages_of_one_article_that_share_words() -> None:
    edges = [Edge(2, 1, "contained", 0.9), Edge(1, 3, "retold", 0.9), Edge(2, 3, "reworded", 0.6)]
    found = partition(sizes(9, 3, 9), edges, article_of={1: 10, 2: 10, 3: 20})
    assert found == Partition(((1, 2, 3),))


def test_joins_passages_of_one_article_where_a_person_does() -> None:
    edges = [Edge(1, 3, "retold", 0.9), Edge(2, 3, "retold", 0.9)]
    found = partition(sizes(9, 9, 9), edges, must=[(1, 2)], article_of={1: 10, 2: 10, 3: 20})
    assert found.groups == ((1, 2, 3),)


def test_links_a_fragment_of_two_renderings_of_one_statement() -> None:
    edges = [Edge(1, 2, "contained", 0.9), Edge(1, 3, "contained", 0.9), Edge(2, 3, "retold", 0.9)]
    found = partition(sizes(3, 9, 9), edges, article_of={1: 10, 2: 20, 3: 30})
    assert found == Partition(((1, 2, 3),))


def test_leaves_a_fragment_alone_beside_another_passage_of_its_article_that_a_rendering_joined() -> None:
    """Printing 4 stands in the fragment's article, and renders what holds the fragment."""
    held = Edge(1, 2, "contained", 0.9), Edge(1, 3, "contained", 0.9)
    edges = [*held, Edge(2, 3, "retold", 0.9), Edge(3, 4, "retold", 0.9)]
    found = partition(sizes(3, 9, 9, 9), edges, article_of={1: 10, 2: 20, 3: 30, 4: 10})
    assert found == Partition(((1,), (2, 3, 4)), (), held)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
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
def test_gives_one_answer_whatever_the_order(situation: Situation, random: Random) -> None:
    nodes, edges, cannot = situation
    article_of = {node: node % 3 for node in nodes}
    shuffled = edges * 2
    random.shuffle(shuffled)
    turned = [(b, a) for a, b in reversed(cannot)]
    expected = partition(nodes, edges, cannot=cannot, article_of=article_of)
    back = dict(reversed(nodes.items())), dict(reversed(article_of.items()))
    assert partition(back[0], shuffled, cannot=turned, article_of=back[1]) == expected


@unhurried
@given(situations())
def test_puts_every_printing_into_one_group_and_never_joins_what_must_be_apart(
    situation: Situation,
) -> None:
    nodes, edges, cannot = situation
    found = partition(nodes, edges, cannot=cannot)
    home = group_of(found)
    assert sorted(node for group in found.groups for node in group) == sorted(nodes)
    assert [pair for pair in cannot if home[pair[0]] == home[pair[1]]] == []


@unhurried
@given(situations(), st.data())
def test_always_joins_what_people_joined_or_refuses_the_whole(
    situation: Situation, data: st.DataObject
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


@unhurried
@given(situations(), st.data())
def test_joins_passages_of_one_article_by_shared_words_or_people_only(
    situation: Situation, data: st.DataObject
) -> None:
    nodes, edges, _ = situation
    must = data.draw(st.lists(st.sampled_from(list(combinations(nodes, 2))), max_size=2))
    article_of = {node: node % 3 for node in nodes}
    home = group_of(partition(nodes, edges, must=must, article_of=article_of))
    together = [pair for pair in combinations(nodes, 2) if home[pair[0]] == home[pair[1]]]
    worded = Joining(nodes, ())
    for a, b in [*must, *(edge.between() for edge in edges if edge.strength in WORDS)]:
        if home[a] == home[b]:
            worded.join(a, b)
    assert [
        (a, b) for a, b in together if article_of[a] == article_of[b] and worded.root(a) != worded.root(b)
    ] == []
