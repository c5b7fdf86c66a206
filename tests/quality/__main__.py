"""Measure how well Via reads: `python -m tests.quality [--part dev] [--stories DIR…] [--misses]`.

Prints the table of docs/reading.md: the corpus beside the project (left out where it is not there) and
the stories of tests/stories; `--stories` names other folders of pages with answers.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from tests.quality import corpus
from tests.quality.stories import Score, score
from tests.stories.answers import STORIES, stories


def main() -> None:
    """Print one row of a Markdown table a measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", default="dev", choices=["dev", "train"], help="the part of the corpus")
    parser.add_argument("--stories", type=Path, nargs="+", default=[STORIES], metavar="DIR")
    parser.add_argument("--misses", action="store_true", help="list stories' quotations read otherwise")
    given = parser.parse_args()
    print("| measure | read |\n| --- | --- |")
    if corpus.CORPUS.is_dir():
        _print(_of_corpus(given.part))
    for folder in given.stories:
        found = score(stories(folder))
        _print(_of_stories(found, folder.name))
        for miss in found.misses if given.misses else ():
            print(f"    {miss.story} | {miss.words} | got {miss.got} | want {miss.want}")


def _print(rows: Iterator[tuple[str, str]]) -> None:
    for measure, figure in rows:
        print(f"| {measure} | {figure} |")


def _of_corpus(part: str) -> Iterator[tuple[str, str]]:
    long, every = corpus.measures(part), corpus.measures(part, short=True)
    pronouns = long["by_source_type"]["pronoun"]
    yield f"{part}: span F1 (overlap), four words and more / with short ones", _pair(long, every, "overlap")
    yield (
        f"{part}: right span with right speaker, F1, likewise",
        _pair(long, every, "attributed_end_to_end"),
    )
    yield f"{part}: speakers that are pronouns", _percent(pronouns["spk_name"], pronouns["spk_n"])
    yield f"{part}: chains, exact F1 on quotes that have one", f"{long['chain_nonempty_PRF'][2]}"
    yield f"{part}: false chains on quotes that have none", f"{long['chain_false_rate_on_empty']} %"
    yield f"{part}: wire credit of an article, F1", f"{corpus.wire_f1(part)}"


def _of_stories(found: Score, name: str) -> Iterator[tuple[str, str]]:
    counts = found.counts
    yield f"{name}: quotations, of those found with a chain", f"{counts['answered']}, {counts['chained']}"
    yield f"{name}: span F1", f"{found.span_f1()}"
    yield f"{name}: speaker right, of those found", f"{found.speaker()} %"
    yield f"{name}: whole chain right, where there is one", f"{found.chain()} %"
    yield f"{name}: span, speaker and chain all right, F1", f"{found.all_right_f1()}"


def _pair(long: corpus.Record, every: corpus.Record, measure: str) -> str:
    return f"{long[measure][2]} / {every[measure][2]}"


def _percent(right: int, of: int) -> str:
    return f"{100 * right / of:.1f} %" if of else "–"


if __name__ == "__main__":
    main()
