"""Alignment of two wordings word by word.

Method: the longest common runs first, and again on either side of each (Ratcliff and Obershelp
1988), so that a fragment meets its own place in a long statement; what lies between two runs is
aligned by Levenshtein's edit operations. Levenshtein alone would scatter a fragment's words.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from quotes.text.comparing.information import information
from quotes.text.comparing.normalising import Normalised
from quotes.text.comparing.tokens import Token
from quotes.text.comparing.types import Difference
from quotes.text.spans import Span

_OPERATIONS = {"equal": "equal", "replace": "replaced", "delete": "dropped", "insert": "added"}
_ANCHOR_NATS = 8.0  # a single word this rare may anchor; commoner ones only in runs of two
_STRAY_NATS = 16.0  # a lesser run at either end, far from the next, is a coincidence
_STRAY_GAP = 6
_MOST_MEETINGS = 300_000  # places where equal words meet; beyond, edit operations alone
_MOST_CELLS = 100_000_000  # words times words; beyond, texts of a book's length, only equality is told
_SHORT_END = 3
_SLACK = 2
_KINDRED = 1 / 3


@dataclass(frozen=True, slots=True)
class Step:
    """One aligned stretch, half-open token ranges `a` and `b`.

    `inside`: it lies within the shared run; outside are words of one printing the other does not
    reach, before or after the shared run.
    """

    operation: str
    a: tuple[int, int]
    b: tuple[int, int]
    inside: bool = True


Block = tuple[int, int, int]


def align(a: Sequence[str], b: Sequence[str]) -> tuple[Step, ...]:
    """Align two lists of token texts; the steps cover both, in order.

    Empty where the two share no run worth an anchor, or are unequal and too long to align.
    """
    if a == b:
        return (Step("equal", (0, len(a)), (0, len(b))),) if a else ()
    if len(a) * len(b) > _MOST_CELLS:
        return ()
    if _meetings(a, b) > _MOST_MEETINGS:
        return tuple(_merged(_trimmed(list(_steps(a, b, (0, len(a)), (0, len(b)))))))
    blocks = _anchors(a, b)
    if not blocks:
        return ()
    first, last = blocks[0], blocks[-1]
    steps = list(_head(a, b, (first[0], first[1])))
    for block, following in pairwise([*blocks, None]):
        assert block is not None  # noqa: S101 - only the sentinel is None, and it comes last
        i, j, size = block
        steps.append(Step("equal", (i, i + size), (j, j + size)))
        if following is not None:
            steps.extend(_steps(a, b, (i + size, following[0]), (j + size, following[1])))
    steps.extend(_tail(a, b, (last[0] + last[2], last[1] + last[2])))
    return tuple(_merged(steps))


def _meetings(a: Sequence[str], b: Sequence[str]) -> int:
    here, there = Counter(a), Counter(b)
    return sum(count * there[word] for word, count in here.items())


def _trimmed(steps: list[Step]) -> list[Step]:
    """Put what one side alone begins or ends with outside the shared run."""
    equal = [i for i, step in enumerate(steps) if step.operation == "equal"]
    if not equal:
        return []
    return [
        replace(step, inside=equal[0] <= i <= equal[-1] or step.operation == "replaced")
        for i, step in enumerate(steps)
    ]


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    found = [(m.a, m.b, m.size) for m in matcher.get_matching_blocks() if m.size]
    kept = [block for block in found if block[2] > 1 or information(_words(a, block)) >= _ANCHOR_NATS]
    while len(kept) > 1 and _strays(a, kept[0], kept[1], kept[0]):
        kept.pop(0)
    while len(kept) > 1 and _strays(a, kept[-2], kept[-1], kept[-1]):
        kept.pop()
    return kept


def _words(a: Sequence[str], block: Block) -> Sequence[str]:
    return a[block[0] : block[0] + block[2]]


def _strays(a: Sequence[str], left: Block, right: Block, end: Block) -> bool:
    gap = max(right[0] - left[0] - left[2], right[1] - left[1] - left[2])
    return gap > _STRAY_GAP and information(_words(a, end)) < _STRAY_NATS


def _steps(
    a: Sequence[str], b: Sequence[str], over_a: tuple[int, int], over_b: tuple[int, int]
) -> tuple[Step, ...]:
    i, j = over_a[0], over_b[0]
    codes = Levenshtein.opcodes(a[i : over_a[1]], b[j : over_b[1]])
    return tuple(
        Step(
            _OPERATIONS[code.tag],
            (i + code.src_start, i + code.src_end),
            (j + code.dest_start, j + code.dest_end),
        )
        for code in codes
    )


def _head(a: Sequence[str], b: Sequence[str], upto: tuple[int, int]) -> list[Step]:
    """Align what stands before the first run: the end beyond it, read backwards."""
    i, j = upto
    turned = _end(a[:i][::-1], b[:j][::-1])
    return [
        Step(s.operation, (i - s.a[1], i - s.a[0]), (j - s.b[1], j - s.b[0]), s.inside)
        for s in reversed(turned)
    ]


def _tail(a: Sequence[str], b: Sequence[str], after: tuple[int, int]) -> list[Step]:
    """Align what stands after the last run."""
    i, j = after
    return [
        Step(s.operation, (i + s.a[0], i + s.a[1]), (j + s.b[0], j + s.b[1]), s.inside)
        for s in _end(a[i:], b[j:])
    ]


def _end(a: Sequence[str], b: Sequence[str]) -> list[Step]:
    """Align two ends that begin at the shared run; what one alone goes on with is outside.

    The shorter end is held against as much of the longer one and a little more, so that its words
    find theirs past a word put in, but not far away.
    """
    near = min(len(a), len(b))
    if near == 0:
        return _outside((0, len(a)), (0, len(b)))
    reach_a, reach_b = min(len(a), near + _SLACK), min(len(b), near + _SLACK)
    common = len(set(a[:reach_a]) & set(b[:reach_b]))
    if common == 0 and near <= _SHORT_END:
        if reach_a != len(a) or reach_b != len(b):
            reach_a = reach_b = near
    elif common < _KINDRED * near:
        return _outside((0, len(a)), (0, len(b)))
    steps = list(_steps(a, b, (0, reach_a), (0, reach_b)))
    while steps and steps[-1].operation in {"dropped", "added"}:
        last = steps.pop()
        reach_a, reach_b = last.a[0], last.b[0]
    return [*steps, *_outside((reach_a, len(a)), (reach_b, len(b)))]


def _outside(a: tuple[int, int], b: tuple[int, int]) -> list[Step]:
    steps = []
    if a[0] < a[1]:
        steps.append(Step("dropped", a, (b[0], b[0]), inside=False))
    if b[0] < b[1]:
        steps.append(Step("added", (a[1], a[1]), b, inside=False))
    return steps


def _merged(steps: list[Step]) -> list[Step]:
    """Join neighbours that say the same."""
    joined: list[Step] = []
    for step in steps:
        last = joined[-1] if joined else None
        if last and last.operation == step.operation and last.inside == step.inside:
            joined[-1] = Step(step.operation, (last.a[0], step.a[1]), (last.b[0], step.b[1]), step.inside)
        else:
            joined.append(step)
    return joined


def differences(
    a: tuple[Normalised, tuple[Token, ...]], b: tuple[Normalised, tuple[Token, ...]], steps: Sequence[Step]
) -> tuple[Difference, ...]:
    """Return `steps` as stretches of the two originals."""
    return tuple(Difference(s.operation, place(*a, s.a), place(*b, s.b)) for s in steps)


def place(normalised: Normalised, tokens: Sequence[Token], over: tuple[int, int]) -> Span:
    """Return the span of the original that the tokens from `over[0]` to before `over[1]` stand for.

    An empty range gives the empty span where its words would stand.
    """
    words = normalised.words
    if over[0] < over[1]:
        covered = tokens[over[0] : over[1]]
        first = min(token.first for token in covered)
        last = max(token.last for token in covered)
        return Span(words[first].span.start, words[last - 1].span.end)
    if over[0] < len(tokens):
        start = words[tokens[over[0]].first].span.start
        return Span(start, start)
    end = words[-1].span.end if words else 0
    return Span(end, end)
