"""Run every benchmark: `python -m tests.benchmarks [--million]`, servers running.

Reading needs none (`--only reading`); copying, matching and serving run on a database of their own.
"""

import argparse
import os
from collections.abc import Callable
from functools import partial

import django

SIZES = [10_000, 100_000]
MILLION = 1_000_000


def main() -> None:
    """Measure reading, copying, matching, then serving."""
    parser = argparse.ArgumentParser(description="Run the benchmarks; one JSON line each on standard output.")
    parser.add_argument("--million", action="store_true", help="measure with a million stored quotes too")
    parser.add_argument("--sizes", type=int, nargs="+", help="measure with these numbers of stored quotes")
    parser.add_argument(
        "--only", choices=["reading", "matching", "copying", "serving"], help="run one of them"
    )
    given = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    django.setup()
    from tests.benchmarks import copying, matching, reading
    from tests.benchmarks.serving import running as serving

    if given.only in (None, "reading"):
        reading.run()
    if given.only in (None, "copying"):
        _on_a_database(partial(copying.run, given.sizes or SIZES))
    if given.only in (None, "matching"):
        _on_a_database(partial(matching.run, given.sizes or SIZES + [MILLION] * given.million))
    if given.only in (None, "serving"):
        _on_a_database(partial(serving.run, given.sizes or SIZES + [MILLION] * given.million))


def _on_a_database(measure: Callable[[], None]) -> None:
    from django.test.utils import setup_databases, teardown_databases

    made = setup_databases(verbosity=0, interactive=False)
    try:
        measure()
    finally:
        teardown_databases(made, verbosity=0)


if __name__ == "__main__":
    main()
