"""Serving: lists and look-ups through gunicorn with ever more stored, beside a plain ModelViewSet."""

import logging

from tests.benchmarks.matching import stored
from tests.benchmarks.matching.printings import Press
from tests.benchmarks.serving import calls, world
from tests.benchmarks.serving.gunicorn import serving


def run(sizes: list[int]) -> None:
    """Measure at each number of stored printings, each on tables of its own."""
    logging.getLogger("httpx").setLevel(logging.WARNING)  # a line a call would be measured too
    printed = list(Press(seed=1).prints(max(sizes)))
    for size in sizes:
        stored.store(printed[:size])
        world.complete()
        with serving() as client:
            calls.measure(size, client, printed[:size])
