"""Direction: agencies and credits first, then time, else unknown."""

from datetime import UTC, datetime

import pytest

from quotes.graph.copying import Direction, Printed, direction

HALVARD, VETA, LEDGER, LANTERN = 1, 2, 10, 11
EARLY, LATE, NEXT_DAY = (datetime(2025, 3, day, hour, tzinfo=UTC) for day, hour in ((1, 8), (1, 17), (2, 6)))


def printed(outlet: int, published: datetime | None = None, **fields: object) -> Printed:
    return Printed(outlet, published=published, timed=published is not None, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (printed(HALVARD, LATE, agency=True), printed(LEDGER, EARLY), Direction("a", HALVARD)),
        (printed(LEDGER, EARLY, credit=HALVARD), printed(LANTERN, LATE), Direction("a", HALVARD)),
        (printed(LEDGER, EARLY), printed(LANTERN, LATE, credit=HALVARD), Direction("b", HALVARD)),
        (
            printed(LEDGER, LATE, credit=HALVARD),
            printed(HALVARD, EARLY, agency=True),
            Direction("b", HALVARD, credited=True),
        ),
        (
            printed(LEDGER, LATE, credit=HALVARD),
            printed(LANTERN, EARLY, credit=HALVARD),
            Direction("b", HALVARD, credited=True),
        ),
        (
            printed(LEDGER, credit=HALVARD),
            printed(LANTERN, credit=HALVARD),
            Direction(None, credited=True),
        ),
        (printed(LEDGER, credit=HALVARD), printed(LANTERN, credit=VETA), Direction(None)),
        (printed(HALVARD, EARLY, agency=True), printed(VETA, LATE, agency=True), Direction("a", HALVARD)),
        (printed(LEDGER, LATE), printed(LANTERN, EARLY), Direction("b", LANTERN)),
        (printed(LEDGER, LATE), printed(LANTERN), Direction(None)),
        (printed(LEDGER, LATE), printed(LANTERN, LATE), Direction(None)),
    ],
)
def test_direction_goes_by_agency_then_credit_then_time(a: Printed, b: Printed, told: Direction) -> None:
    turned = {"a": "b", "b": "a", None: None}[told.giver]

    assert direction(a, b) == told
    assert direction(b, a) == Direction(turned, told.source, told.credited)


def test_direction_is_unknown_on_one_day_without_times() -> None:
    by_day = Printed(LEDGER, published=EARLY, timed=False)

    assert direction(by_day, printed(LANTERN, LATE)) == Direction(None)
    assert direction(by_day, printed(LANTERN, NEXT_DAY)) == Direction("a", LEDGER)
