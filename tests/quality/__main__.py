"""Measure how well Via reads: `python -m tests.quality [--stories DIR…] [--misses]`.

Without arguments the table of docs/reading.md; with `--stories` the same measures over other
folders of pages with answers.
"""

import argparse
from pathlib import Path

from tests.quality.stories import score
from tests.stories.answers import STORIES, stories


def main() -> None:
    """Print one line a measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=Path, nargs="+", default=[STORIES], metavar="DIR")
    parser.add_argument("--misses", action="store_true", help="list what was read otherwise than answered")
    given = parser.parse_args()
    for folder in given.stories:
        _stories(folder, misses=given.misses)


def _stories(folder: Path, *, misses: bool) -> None:
    found = score(stories(folder))
    counts = found.counts
    print(f"{folder}: {counts['answered']} quotations, {counts['chained']} of those found with a chain")
    print(f"  span F1 {found.span_f1()}")
    print(f"  speaker right, of those found {found.speaker()} %")
    print(f"  whole chain right, where there is one {found.chain()} %")
    print(f"  false chains {found.false_chains()} %")
    print(f"  span, speaker and chain all right, F1 {found.all_right_f1()}")
    for miss in found.misses if misses else ():
        print(f"  {miss.story} | {miss.words} | got {miss.got} | want {miss.want}")


if __name__ == "__main__":
    main()
