"""Measuring: how long a call takes, told in milliseconds."""

import json
import time
from collections.abc import Callable, Iterable
from typing import Any


def milliseconds(
    calls: Iterable[Callable[[], Any]], clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Return how long each call took by `clock`, in order."""
    taken = []
    for call in calls:
        start = clock()
        call()
        taken.append((clock() - start) * 1000)
    return taken


def processor_milliseconds(call: Callable[[], Any], times: int) -> float:
    """Return the least processor time of a call done so many times: what it costs of one core, alone."""
    return min(milliseconds([call] * times, time.process_time))


def percentile(taken: list[float], share: float) -> float:
    """Return the value that `share` of the times stay at or below."""
    in_order = sorted(taken)
    return round(in_order[min(len(in_order) - 1, int(share * len(in_order)))], 3)


def report(**figures: Any) -> None:
    """Print one benchmark as a JSON line."""
    print(json.dumps(figures), flush=True)
