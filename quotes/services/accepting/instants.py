"""Instants: when an article was published, from a date as precise as it is known."""

import re
from datetime import UTC, datetime

from quotes.services.errors import Refused

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?")
EARLIEST, LATEST = 1000, 9998  # years: a zone's offset must not lead out of the calendar


def instant_of(iso: str) -> tuple[datetime, str]:
    """Return the instant in UTC that an ISO 8601 date names, and the date as precise as it was given.

    Takes days, minutes, seconds and zones ("2023-08-14", "2023-08-14T08:18+02:00"). Without a zone it
    is UTC, without a time the day's first moment. Raises Refused ("bad_date") for anything else.
    """
    as_given = iso.strip().replace(" ", "T").upper()
    try:
        if not _ISO.fullmatch(as_given):
            raise ValueError
        moment = datetime.fromisoformat(as_given)
        if not EARLIEST <= moment.year <= LATEST:
            raise ValueError
    except ValueError:
        raise Refused(
            f"“{iso[:60]}” is not a date of publishing; give it as YYYY-MM-DD or YYYY-MM-DDTHH:MM.",
            code="bad_date",
            field="published_at",
        ) from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC), as_given
