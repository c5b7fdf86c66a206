"""Days: how much came in on each of the last ones, and the bars that draw it."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Model, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

DAYS = 28
WIDTH, HEIGHT, GAP = 560, 96, 4  # of the drawing, in its own units


@dataclass(frozen=True, slots=True)
class Bar:
    """One day's bar: where it stands in the drawing, and what it says in words."""

    day: date
    count: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """The bars of the last days, with what somebody who does not see them is told."""

    what: str
    bars: tuple[Bar, ...]

    @property
    def total(self) -> int:
        """How many came in, all told."""
        return sum(bar.count for bar in self.bars)

    @property
    def busiest(self) -> Bar:
        """The day on which most came in."""
        return max(self.bars, key=lambda bar: bar.count)


def drawn(what: str, rows: QuerySet[Model], moment: str) -> Drawn:
    """Return the bars of `rows` by the day of their column `moment`, in UTC.

    Public ids are in order of time (UUIDv7), so their index finds the last days' rows in any table.
    """
    today = timezone.now().date()
    first = today - timedelta(days=DAYS - 1)
    recent = rows.filter(public_id__gte=_first_id(first)).order_by()
    counts = dict(recent.values_list(TruncDate(moment)).annotate(Count("pk")))
    return Drawn(
        what,
        _bars([(first + timedelta(days=n), counts.get(first + timedelta(days=n), 0)) for n in range(DAYS)]),
    )


def _first_id(day: date) -> uuid.UUID:
    """Return the least UUIDv7 of a day: its milliseconds, and nothing behind them."""
    start = datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())
    return uuid.UUID(int=int(start.timestamp() * 1000) << 80)


def _bars(days: list[tuple[date, int]]) -> tuple[Bar, ...]:
    most = max(1, *(count for _, count in days))
    step = WIDTH / len(days)
    return tuple(
        Bar(
            day,
            count,
            round(n * step, 1),
            round(HEIGHT - HEIGHT * count / most, 1),
            round(step - GAP, 1),
            round(HEIGHT * count / most, 1),
        )
        for n, (day, count) in enumerate(days)
    )
