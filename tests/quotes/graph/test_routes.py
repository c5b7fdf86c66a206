"""Routes: what all known ways of a quote pass, and how many share no source."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.graph.origins import Copied, Origin, Way, provenance
from quotes.graph.routes import Routes, routes, without

SPEAKER, STATE_AGENCY, WIRE, BROADCASTER = 1, 2, 3, 4
LEDGER, LANTERN, PENNON = 10, 11, 12
RELAYED = Way(1, LEDGER, (SPEAKER, STATE_AGENCY, WIRE))


def ways_of(paths: list[list[int]]) -> list[Way]:
    return [Way(n, path[-1], (SPEAKER, *path[:-1]), heard=True) for n, path in enumerate(paths)]


def test_routes_lead_through_the_one_source_all_have_the_words_from() -> None:
    ways = [RELAYED, Way(2, LANTERN, (SPEAKER, STATE_AGENCY)), Way(3, PENNON, (SPEAKER, STATE_AGENCY, WIRE))]

    found = routes(ways)

    assert (found.independent, found.bottlenecks) == (1, (STATE_AGENCY,))
    assert found.through == {
        LEDGER: (STATE_AGENCY, WIRE),
        LANTERN: (STATE_AGENCY,),
        PENNON: (STATE_AGENCY, WIRE),
    }


def test_routes_of_two_origins_through_one_wire_are_not_independent() -> None:
    ways = [
        Way(1, LEDGER, (SPEAKER, STATE_AGENCY, WIRE)),
        Way(2, LANTERN, (SPEAKER, BROADCASTER, WIRE)),
    ]

    found = routes(ways)

    assert (found.independent, found.bottlenecks) == (1, (WIRE,))


def test_routes_count_a_reporter_in_the_room_as_independent() -> None:
    found = routes([RELAYED, Way(2, LANTERN, (SPEAKER,), heard=True)])

    assert (found.independent, found.bottlenecks) == (2, ())
    assert found.routes == {1: (STATE_AGENCY, WIRE, LEDGER), 2: (LANTERN,)}


@pytest.mark.parametrize(
    "unknown",
    [
        Way(2, LANTERN, (SPEAKER,)),
        Way(2, LANTERN, (SPEAKER, None, WIRE)),
        Way(2, LANTERN, (SPEAKER, WIRE, None)),
        Way(2, LANTERN, ()),
    ],
)
def test_routes_know_nothing_of_a_printing_that_does_not_show_its_way(unknown: Way) -> None:
    assert routes([RELAYED, unknown]) == routes([RELAYED])
    assert routes([unknown]) == Routes({}, 0, (), {})


@pytest.mark.parametrize(
    ("copied", "route"),
    [
        (Copied(WIRE, 1, accepted=True), (STATE_AGENCY, WIRE, LANTERN)),
        (Copied(LEDGER, 1, accepted=True), (STATE_AGENCY, WIRE, LEDGER, LANTERN)),
        (Copied(BROADCASTER, 1, accepted=True), (STATE_AGENCY, WIRE, LEDGER, BROADCASTER, LANTERN)),
        (Copied(BROADCASTER, None, accepted=True), (BROADCASTER, LANTERN)),
    ],
)
def test_routes_of_an_accepted_copy_go_by_what_it_was_copied_from(copied: Copied, route: object) -> None:
    assert routes([RELAYED, Way(2, LANTERN, (SPEAKER,), copied=copied)]).routes[2] == route


def test_routes_know_nothing_of_printings_copied_from_each_other() -> None:
    one = Way(1, LEDGER, (SPEAKER,), copied=Copied(LANTERN, 2, accepted=True))
    other = Way(2, LANTERN, (SPEAKER,), copied=Copied(LEDGER, 1, accepted=True))

    assert routes([one, other]).routes == {}
    assert provenance([one, other]).unknown == (LEDGER, LANTERN)


def test_routes_leave_a_suggested_copy_unknown() -> None:
    assert routes([Way(2, LANTERN, (SPEAKER,), copied=Copied(WIRE, None))]).routes == {}


def test_without_a_hop_the_origin_is_who_comes_after_it() -> None:
    ways = [RELAYED, Way(2, LANTERN, (SPEAKER, STATE_AGENCY))]

    supposed = without(ways, printing=1, position=1)

    assert supposed.origins == (Origin(WIRE, (LEDGER,)), Origin(STATE_AGENCY, (LANTERN,)))


def test_without_its_only_relayer_a_printing_shows_no_origin() -> None:
    assert without([Way(1, LANTERN, (SPEAKER, WIRE))], printing=1, position=1).unknown == (LANTERN,)


PATHS = st.lists(st.lists(st.integers(2, 8), min_size=1, max_size=4, unique=True), min_size=1, max_size=6)


@given(PATHS)
def test_bottlenecks_are_the_sources_whose_loss_leaves_no_way(paths: list[list[int]]) -> None:
    found = routes(ways_of(paths))

    assert set(found.bottlenecks) == {one for one in range(2, 9) if not reached(paths, {one})}
    assert found.through == {
        path[-1]: found.through[path[-1]] for path in paths
    }  # every outlet has its own, and no other


@given(PATHS)
def test_independent_routes_are_as_many_as_the_fewest_sources_to_lose(paths: list[list[int]]) -> None:
    sources = sorted({source for path in paths for source in path})
    sizes = (
        n
        for n in range(len(sources) + 1)
        for lost in combinations(sources, n)
        if not reached(paths, set(lost))
    )

    assert routes(ways_of(paths)).independent == next(sizes)


@given(PATHS, st.lists(st.integers(2, 8), min_size=1, max_size=4, unique=True))
def test_one_more_route_never_lowers_independence(paths: list[list[int]], one: list[int]) -> None:
    before, after = routes(ways_of(paths)), routes(ways_of([*paths, one]))

    assert before.independent <= after.independent
    assert set(after.bottlenecks) <= set(before.bottlenecks)


@given(PATHS, st.lists(st.integers(2, 8), max_size=3), st.integers(2, 8))
def test_an_unknown_way_is_never_independent(paths: list[list[int]], chain: list[int], outlet: int) -> None:
    ways = ways_of(paths)

    assert routes([*ways, Way(99, outlet, (SPEAKER, None, *chain))]) == routes(ways)


def reached(paths: list[list[int]], lost: set[int]) -> bool:
    """Tell by trying whether some source that prints is still reached from the speaker."""
    steps = {(a, b) for path in paths for a, b in zip([SPEAKER, *path], path, strict=False)}
    known, news = {SPEAKER}, {SPEAKER}
    while news:
        news = {b for a, b in steps if a in news and b not in known | lost}
        known |= news
    return any(path[-1] in known for path in paths)
