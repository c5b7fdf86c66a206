from datetime import UTC, datetime

import pytest

from quotes.services.accepting.instants import instant_of
from quotes.services.errors import Refused


@pytest.mark.parametrize(
    ("iso", "instant", "as_given"),
    [
        ("2023-08-14", datetime(2023, 8, 14, tzinfo=UTC), "2023-08-14"),
        ("2023-08-14T08:18", datetime(2023, 8, 14, 8, 18, tzinfo=UTC), "2023-08-14T08:18"),
        ("2023-08-14 08:18:30", datetime(2023, 8, 14, 8, 18, 30, tzinfo=UTC), "2023-08-14T08:18:30"),
        ("2023-08-14T08:18+02:00", datetime(2023, 8, 14, 6, 18, tzinfo=UTC), "2023-08-14T08:18+02:00"),
        (
            "2023-08-14t08:18:00.250z",
            datetime(2023, 8, 14, 8, 18, 0, 250000, UTC),
            "2023-08-14T08:18:00.250Z",
        ),
    ],
)
def test_instant_of_is_utc_and_keeps_the_precision(iso, instant, as_given):
    assert instant_of(iso) == (instant, as_given)


@pytest.mark.parametrize(
    "iso",
    [
        "2023-02-30",
        "2023-08",
        "14 August 2023",
        "2023-W33-1",
        "20230814",
        "0001-01-01",
        "9999-12-31",
        "2023-08-14T25:00",
    ],
)
def test_instant_of_refuses_what_is_no_date(iso):
    with pytest.raises(Refused) as refused:
        instant_of(iso)

    assert refused.value.message == (
        f"“{iso}” is not a date of publishing; give it as YYYY-MM-DD or YYYY-MM-DDTHH:MM."
    )
