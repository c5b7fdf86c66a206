"""Measuring: how long a call takes, told in milliseconds."""

import json
import time
from collections.abc import Callable, Iterable
from typing import Any


def milliseconds(calls: Iterable[Callable[[], Any]]) -> list[float]:
    """Return how long each call took, in order."""
    taken = []
    for call in calls:
        start = time.perf_counter()
        call()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def percentile(taken: list[float], share: float) -> float:
    """Return the value that `share` of the times stay at or below."""
    in_order = sorted(taken)
    return round(in_order[min(len(in_order) - 1, int(share * len(in_order)))], 3)


def report(**figures: Any) -> None:
    """Print one benchmark as a JSON line."""
    print(json.dumps(figures), flush=True)
