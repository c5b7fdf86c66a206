"""Stories: how well the reader reads pasted pages whose answers were written by hand.

Measures as in the table of docs/reading.md: quotations in marks found (overlap of at least 0.8 of
both, as in the corpus's scorer), of those found the speaker right and the whole chain right, and
quotations with all three right.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quotes.text.naming import name_key
from quotes.text.reading import Given, read
from quotes.text.reading.agencies import agency_named
from quotes.text.reading.types import Appearance, Kind
from quotes.text.spans import Span
from tests.stories.answers import Answered

_OVERLAP = 0.8


@dataclass(frozen=True, slots=True)
class Miss:
    """A quotation read otherwise than answered; `got` is None where it was not found."""

    story: str
    words: str
    got: str | None
    want: str


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over stories, the measures made of them, and what was missed."""

    counts: Counter[str]
    misses: tuple[Miss, ...]

    def span_f1(self) -> float:
        """Return the F1 of quotations found, in percent."""
        return _f1(self.counts["found"], self.counts["read"], self.counts["answered"])

    def speaker(self) -> float:
        """Return how many of the found have the right speaker, in percent."""
        return _percent(self.counts["speaker"], self.counts["found"])

    def chain(self) -> float:
        """Return how many of the found that have a chain have all of it right, in percent."""
        return _percent(self.counts["chain"], self.counts["chained"])

    def false_chains(self) -> float:
        """Return how many of the found that have no chain were given one, in percent."""
        return _percent(self.counts["false chain"], self.counts["found"] - self.counts["chained"])

    def all_right_f1(self) -> float:
        """Return the F1 of quotations with span, speaker and chain right, in percent."""
        return _f1(self.counts["all right"], self.counts["read"], self.counts["answered"])


def score(stories: Iterable[Answered]) -> Score:
    """Read the stories and compare with their answers."""
    counts: Counter[str] = Counter()
    misses: list[Miss] = []
    for story in stories:
        reading = read(story.text, Given(outlet=story.outlet))
        printed = [one for one in reading.appearances if one.kind is not Kind.INDIRECT]
        counts["read"] += len(printed)
        for quote in story.quotes:
            got = _found(quote["span"], printed)
            right = _count(counts, got, quote)
            if not right:
                want = _line(quote["speaker"], quote["via"])
                misses.append(Miss(str(story), quote["text"][:60], _line_of(got), want))
    return Score(counts, tuple(misses))


def _count(counts: Counter[str], got: Appearance | None, quote: dict[str, object]) -> bool:
    """Count one answered quotation; return whether all of it was read right."""
    counts["answered"] += 1
    if got is None:
        return False
    speaker, *via = [hop.source or "" for hop in got.chain] or [""]
    wanted = [str(name) for name in quote["via"]]  # type: ignore[attr-defined]
    right_speaker = _key(speaker) == _key(str(quote["speaker"] or ""))
    right_chain = [_key(name) for name in via] == [_key(name) for name in wanted]
    counts["found"] += 1
    counts["speaker"] += right_speaker
    counts["chained"] += bool(wanted)
    counts["chain"] += bool(wanted) and right_chain
    counts["false chain"] += not wanted and bool(via)
    counts["all right"] += right_speaker and right_chain
    return right_speaker and right_chain


def _key(name: str) -> str:
    """Return what two forms of one name share; an agency is the same in each of its forms."""
    return name_key(agency_named(name) or name)


def _found(span: list[int], printed: Iterable[Appearance]) -> Appearance | None:
    wanted = Span(*span)
    best = max(printed, key=lambda one: _common(one.span, wanted), default=None)
    if best is None or _common(best.span, wanted) < _OVERLAP * max(len(best.span), len(wanted)):
        return None
    return best


def _common(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _line(speaker: object, via: object) -> str:
    return " via ".join([str(speaker), *(str(name) for name in via)])  # type: ignore[attr-defined]


def _line_of(got: Appearance | None) -> str | None:
    return None if got is None else _line(got.chain[0].source, [hop.source for hop in got.chain[1:]])


def _percent(right: int, of: int) -> float:
    return round(100 * right / of, 1) if of else 0.0


def _f1(right: int, read: int, answered: int) -> float:
    return _percent(2 * right, read + answered)
