"""Origins: the first source after the speaker, counted once, and never guessed."""

import pytest

from quotes.graph.origins import Edge, Origin, Provenance, Way, provenance

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
