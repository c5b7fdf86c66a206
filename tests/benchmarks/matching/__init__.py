"""Matching with ever more quotes stored: what grows with what, against named peers on the same rows."""

from tests.benchmarks.matching import articles, groups, lookups, peers, rebuild, stored
from tests.benchmarks.matching.printings import Press

REBUILT = 4_000
"""Printings to rebuild: matching them one by one for comparison takes a minute of a quiet core."""


def run(sizes: list[int]) -> None:
    """Measure at each number of stored quotes, each on tables of its own."""
    printed = list(Press(seed=1).prints(max(sizes)))
    rebuild.run(printed[:REBUILT])
    for size in sizes:
        press = Press(seed=size)
        stored.store(printed[:size])
        groups.divide(size, printed[:size])
        look_ups = lookups.ask(size, press, printed[:size])
        articles.match(size, press, printed[:size], look_ups)
        peers.compare(size, look_ups)
