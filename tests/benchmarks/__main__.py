"""Run every benchmark on a database of its own: `python -m tests.benchmarks [--million]`, servers running."""

import argparse
import os

import django

SIZES = [10_000, 100_000]
MILLION = 1_000_000


def main() -> None:
    """Make the database, run, drop it."""
    parser = argparse.ArgumentParser(description="Run the benchmarks; one JSON line each on standard output.")
    parser.add_argument("--million", action="store_true", help="measure with a million stored quotes too")
    parser.add_argument("--sizes", type=int, nargs="+", help="measure with these numbers of stored quotes")
    given = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    django.setup()
    from django.test.utils import setup_databases, teardown_databases

    from tests.benchmarks import matching

    sizes = given.sizes or SIZES + [MILLION] * given.million
    made = setup_databases(verbosity=0, interactive=False)
    try:
        matching.run(sizes)
    finally:
        teardown_databases(made, verbosity=0)


if __name__ == "__main__":
    main()
