"""Hunks: the places where two aligned wordings differ, each with its words on both sides."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quotes.text.comparing.alignment import Step, place
from quotes.text.comparing.gaps import same_letters
from quotes.text.comparing.kinship import Pair
from quotes.text.comparing.markers import markers
from quotes.text.comparing.texts import Text
from quotes.text.spans import Span

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Side:
    """The tokens `over[0]` to before `over[1]` of a text."""

    text: Text
    over: Range

    @property
    def words(self) -> tuple[str, ...]:
        """The token texts."""
        return self.text.words[slice(*self.over)]

    def printed(self, i: int) -> str:
        """Return the original of the word at `i` of `words`."""
        return self.text.printed(self.over[0] + i)

    def capital(self, i: int) -> bool:
        """Tell whether the word at `i` of `words` has a capital no sentence start explains."""
        printed = self.printed(i)
        return printed[:1].isupper() and not self.text.parts_sentences(self.over[0] + i)

    def numeric(self, i: int) -> bool:
        """Tell whether the word at `i` of `words` is a number."""
        return self.text.tokens[self.over[0] + i].numeric

    def span(self, picked: Range | None = None) -> Span | None:
        """Return the span of the tokens `picked` of the text (if None, of the side); None for no word."""
        over = picked or self.over
        return place(self.text.normalised, self.text.tokens, over) if over[0] < over[1] else None


@dataclass(frozen=True, slots=True)
class Hunk:
    """Differing words of a printing and of the fuller wording; one side may be empty."""

    printing: Side
    fuller: Side

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both sides."""
        return self.printing, self.fuller

    @property
    def replaced(self) -> bool:
        """Whether both sides have words."""
        return bool(self.printing.words) and bool(self.fuller.words)


def hunks(pair: Pair) -> Iterator[Hunk]:
    """Yield the differing places within the shared run, in order."""
    run: list[Step] = []
    for step in [*pair.within, None]:
        if step is not None and step.operation != "equal" and not _joined(pair, step):
            run.append(step)
        elif run:
            yield _hunk(pair, (run[0].a[0], run[-1].a[1]), (run[0].b[0], run[-1].b[1]))
            run = []


def _joined(pair: Pair, step: Step) -> bool:
    return step.operation == "replaced" and same_letters(pair.printing, pair.fuller, step)


def _hunk(pair: Pair, a: Range, b: Range) -> Hunk:
    return Hunk(Side(pair.printing, a), Side(pair.fuller, b))


def grown(pair: Pair, found: Iterable[Hunk]) -> list[Hunk]:
    """Return the hunks, each grown to whole markers on both sides: "two dozen" where "two" differs from "a".

    Hunks that come to overlap become one.
    """
    there = {
        a: b
        for step in pair.within
        if step.operation == "equal"
        for a, b in zip(range(*step.a), range(*step.b), strict=True)
    }
    here = {b: a for a, b in there.items()}
    ranges: list[tuple[Range, Range]] = []
    for hunk in found:
        a, b = hunk.printing.over, hunk.fuller.over
        while True:
            wide_a, wide_b = _whole(pair.printing, a), _whole(pair.fuller, b)
            wide_a, wide_b = _met(wide_a, wide_b, b, here), _met(wide_b, wide_a, a, there)
            if (wide_a, wide_b) == (a, b):
                break
            a, b = wide_a, wide_b
        while ranges and (ranges[-1][0][1] > a[0] or ranges[-1][1][1] > b[0]):
            before = ranges.pop()
            a, b = _over(before[0], a), _over(before[1], b)
        ranges.append((a, b))
    return [_hunk(pair, a, b) for a, b in ranges]


def _over(one: Range, other: Range) -> Range:
    return min(one[0], other[0]), max(one[1], other[1])


def _whole(text: Text, over: Range) -> Range:
    """Return a range grown to the markers it cuts; an empty one lies within a marker or cuts none."""
    start, end = over
    for marker in markers(text):
        if marker.over[0] < end and start < marker.over[1]:
            start, end = min(start, marker.over[0]), max(end, marker.over[1])
    return start, end


def _met(over: Range, others: Range, before: Range, meets: dict[int, int]) -> Range:
    """Return a range grown by the equals of what the other side's range grew by."""
    start, end = over
    for at in (*range(others[0], before[0]), *range(before[1], others[1])):
        if at in meets:
            start, end = min(start, meets[at]), max(end, meets[at] + 1)
    return start, end
