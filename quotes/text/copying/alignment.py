"""Where two stories print the same words, in whatever order the paragraphs come.

Method: greedy tiling (Wise 1993): runs that share SEED words in a row grow as far as they go, the longest
of at most MOST_PLACES places is taken, and the search goes on behind it, so that the time grows with the
sum of the lengths. Runs that stand side by side in both stories are one passage.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quotes.text.copying.weights import BRIDGE, LEAST_PASSAGE, MOST_PLACES, SEED

Run = tuple[int, int, int]  # where in a, where in b, how many words


@dataclass(frozen=True, slots=True)
class Aligned:
    """One passage: words a[start:end] and b[start:end], equal but for what lies between its runs."""

    runs: tuple[Run, ...]

    @property
    def common(self) -> int:
        """Return how many words are the same."""
        return sum(size for _, _, size in self.runs)

    @property
    def a(self) -> tuple[int, int]:
        """Return the half-open range of words in a."""
        return self.runs[0][0], self.runs[-1][0] + self.runs[-1][2]

    @property
    def b(self) -> tuple[int, int]:
        """Return the half-open range of words in b."""
        return self.runs[0][1], self.runs[-1][1] + self.runs[-1][2]


def align(a: Sequence[str], b: Sequence[str]) -> list[Aligned]:
    """Return the passages that a and b share, in the order of a; of LEAST_PASSAGE equal words or more."""
    passages: list[list[Run]] = []
    for run in _runs(a, b):
        if passages and _continues(passages[-1][-1], run):
            passages[-1].append(run)
        else:
            passages.append([run])
    found = [Aligned(tuple(runs)) for runs in passages]
    return [passage for passage in found if passage.common >= LEAST_PASSAGE]


def _continues(before: Run, run: Run) -> bool:
    gaps = run[0] - before[0] - before[2], run[1] - before[1] - before[2]
    return all(0 <= gap <= BRIDGE for gap in gaps)


def _runs(a: Sequence[str], b: Sequence[str]) -> Iterator[Run]:
    places = _places(b)
    at, expected = 0, 0
    while at + SEED <= len(a):
        best = _longest(a, b, at, places, expected)
        if best is None:
            at += 1
            continue
        yield best
        at, expected = best[0] + best[2], best[1] + best[2]


def _places(words: Sequence[str]) -> Mapping[tuple[str, ...], list[int]]:
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(words) - SEED + 1):
        there = found[tuple(words[at : at + SEED])]
        if len(there) < MOST_PLACES:
            there.append(at)
    return found


def _longest(
    a: Sequence[str],
    b: Sequence[str],
    at: int,
    places: Mapping[tuple[str, ...], Sequence[int]],
    expected: int,
) -> Run | None:
    """Return the longest run that starts at `at`; of equals the one nearest behind the run before it."""
    tried = ((at, place, _length(a, b, at, place)) for place in places.get(tuple(a[at : at + SEED]), ()))
    return max(tried, key=lambda run: (run[2], -abs(run[1] - expected)), default=None)


def _length(a: Sequence[str], b: Sequence[str], at: int, place: int) -> int:
    size = SEED
    while at + size < len(a) and place + size < len(b) and a[at + size] == b[place + size]:
        size += 1
    return size
