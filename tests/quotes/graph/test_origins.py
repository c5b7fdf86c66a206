"""Origins: the first source after the speaker, counted once, and never guessed."""

import pytest

from quotes.graph.origins import Copied, Dropped, Edge, Origin, Provenance, Way, provenance

SPEAKER, STATE_AGENCY, WIRE = 1, 2, 3
LEDGER, LANTERN, PENNON = 10, 11, 12


@pytest.mark.parametrize(
    ("way", "origin"),
    [
        (Way(1, LEDGER, (SPEAKER, STATE_AGENCY, WIRE)), STATE_AGENCY),
        (Way(1, LEDGER, (SPEAKER, WIRE)), WIRE),
        (Way(1, LEDGER, (SPEAKER,)), None),
        (Way(1, LEDGER, (SPEAKER,), heard=True), LEDGER),
        (Way(1, LEDGER, (SPEAKER, WIRE), heard=True), WIRE),
        (Way(1, LEDGER, (SPEAKER, None, WIRE)), None),
        (Way(1, LEDGER, (LEDGER,)), LEDGER),
        (Way(1, LEDGER, ()), None),
        (Way(1, LEDGER, (None, WIRE)), WIRE),
    ],
)
def test_origin_is_the_first_source_after_the_speaker(way: Way, origin: int | None) -> None:
    assert way.origin == origin


def test_provenance_counts_an_origin_once_however_many_outlets_have_it() -> None:
    ways = [
        Way(1, LANTERN, (SPEAKER, WIRE), published="2025-03-12"),
        Way(2, LEDGER, (SPEAKER, WIRE), published="2025-03-11"),
        Way(3, LEDGER, (SPEAKER, WIRE), published="2025-03-13"),
    ]

    assert provenance(ways).origins == (Origin(WIRE, (LEDGER, LANTERN)),)


def test_provenance_counts_no_outlet_as_unknown_that_shows_an_origin_once() -> None:
    ways = [Way(1, LEDGER, (SPEAKER,)), Way(2, LEDGER, (SPEAKER, WIRE)), Way(3, PENNON, (SPEAKER,))]

    assert provenance(ways).unknown == (PENNON,)


def test_provenance_names_the_earliest_printing_and_every_step() -> None:
    ways = [
        Way(1, PENNON, (SPEAKER,)),
        Way(2, LANTERN, (SPEAKER, STATE_AGENCY), published="2025-03-12"),
        Way(3, LEDGER, (SPEAKER, STATE_AGENCY, WIRE), published="2025-03-11T17:42"),
    ]

    traced = provenance(ways)

    assert (traced.first, traced.outlets) == (3, (LEDGER, LANTERN, PENNON))
    assert set(traced.edges) == {
        Edge(SPEAKER, STATE_AGENCY, 2),
        Edge(STATE_AGENCY, WIRE, 1),
        Edge(WIRE, LEDGER, 1),
        Edge(STATE_AGENCY, LANTERN, 1),
        Edge(SPEAKER, PENNON, 1),
    }


def test_provenance_leaves_out_steps_nobody_is_named_for() -> None:
    assert provenance([Way(1, LEDGER, (None, WIRE))]).edges == (Edge(WIRE, LEDGER, 1),)


def test_provenance_of_nothing_is_empty() -> None:
    assert provenance([]) == Provenance((), (), (), None, ())


def suggested(ways: list[Way]) -> tuple[set[tuple[int, tuple[int, ...]]], tuple[int, ...]]:
    traced = provenance(ways)
    return {(origin.source, origin.outlets) for origin in traced.suggested_origins}, traced.suggested_unknown


def test_provenance_shows_a_suggested_copy_apart() -> None:
    ways = [Way(1, LEDGER, (SPEAKER, WIRE)), Way(2, LANTERN, (SPEAKER,), copied=Copied(WIRE, printing=1))]

    traced = provenance(ways)

    assert (traced.origins, traced.unknown) == ((Origin(WIRE, (LEDGER,)),), (LANTERN,))
    assert suggested(ways) == ({(WIRE, (LEDGER, LANTERN))}, ())


def test_provenance_counts_an_accepted_copy_with_the_origin_it_came_from() -> None:
    ways = [
        Way(1, WIRE, (SPEAKER, STATE_AGENCY)),
        Way(2, LANTERN, (SPEAKER, WIRE), copied=Copied(WIRE, printing=1, accepted=True)),
    ]

    assert provenance(ways).origins == (Origin(STATE_AGENCY, (WIRE, LANTERN)),)


def test_provenance_names_the_source_of_a_copy_whose_giver_shows_no_origin() -> None:
    ways = [Way(1, LEDGER, (SPEAKER,)), Way(2, LANTERN, (SPEAKER,), copied=Copied(LEDGER, printing=1))]

    assert suggested(ways) == ({(LEDGER, (LANTERN,))}, (LEDGER,))


def test_provenance_keeps_an_origin_that_the_copy_itself_shows() -> None:
    ways = [
        Way(1, WIRE, (SPEAKER,), heard=True),
        Way(2, LANTERN, (SPEAKER, STATE_AGENCY), copied=Copied(WIRE, printing=1)),
    ]

    assert suggested(ways) == ({(WIRE, (WIRE,)), (STATE_AGENCY, (LANTERN,))}, ())


def test_provenance_follows_copies_of_copies_and_ends_where_they_lead_back() -> None:
    ways = [
        Way(1, WIRE, (SPEAKER,), heard=True),
        Way(2, LEDGER, (SPEAKER,), copied=Copied(WIRE, printing=1)),
        Way(3, LANTERN, (SPEAKER,), copied=Copied(LEDGER, printing=2)),
        Way(4, PENNON, (SPEAKER,), copied=Copied(PENNON, printing=4)),
    ]

    assert suggested(ways) == ({(WIRE, (WIRE, LEDGER, LANTERN))}, (PENNON,))


NAMED = [Way(1, LEDGER, (SPEAKER, STATE_AGENCY, WIRE)), Way(2, LANTERN, (SPEAKER, STATE_AGENCY))]
SILENT = Way(3, PENNON, (SPEAKER,))


def test_dropped_is_what_everybody_else_names() -> None:
    traced = provenance([*NAMED, SILENT])

    assert traced.dropped == (Dropped(3, STATE_AGENCY),)
    assert (traced.unknown, traced.suggested_unknown) == ((PENNON,), ())
    assert traced.suggested_origins == (Origin(STATE_AGENCY, (LEDGER, LANTERN, PENNON)),)


@pytest.mark.parametrize(
    "ways",
    [
        [*NAMED, Way(4, WIRE, (SPEAKER,), heard=True), SILENT],
        [Way(1, LEDGER, (SPEAKER,), heard=True), SILENT],
        [*NAMED, Way(3, PENNON, (SPEAKER, None))],
        [*NAMED, SILENT, Way(4, PENNON, (SPEAKER, STATE_AGENCY))],
        [*NAMED, Way(3, STATE_AGENCY, (SPEAKER,))],
    ],
    ids=[
        "another origin",
        "heard, passed on by nobody",
        "an unresolved hop",
        "named elsewhere",
        "the origin",
    ],
)
def test_dropped_is_nothing_where_the_words_may_have_come_otherwise(ways: list[Way]) -> None:
    assert provenance(ways).dropped == ()
