"""Answers: what the annotation says to each decision the report finder takes."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from quotes.text.reading.attribution.reported.clause import Clause, Range
from quotes.text.reading.attribution.reported.features import (
    accepting,
    beginning,
    closing,
    ending,
    going_on,
    opening,
    passing,
    reaching_back,
    taking_up,
)
from quotes.text.reading.attribution.reported.propositions import Propositions
from quotes.text.reading.attribution.reported.readings import Readings
from quotes.text.reading.attribution.reported.report import Order, Report, Side
from quotes.text.reading.attribution.reported.sources import Sources
from quotes.text.reading.attribution.reported.statistics import Statistics
from quotes.text.reading.lexicon.reporting import Make, Reporting
from quotes.text.reading.training.articles import Prepared, Told
from quotes.text.reading.training.fitting import Examples
from quotes.text.spans import Span

_REACH = 12
_COMMAS = 3
_STOPS = 0.01  # share of the places before a word where a proposition ends
_PHRASES = (Side.NOUN, Side.NAME, Side.COMMA, Side.OWNER)


@dataclass(frozen=True, slots=True)
class Right:
    """An annotation in tokens of its sentence; `taken_up`: a "which" before the source belongs to it."""

    source: Range | None
    segments: tuple[Range, ...]
    behind: bool
    taken_up: bool = False


class Answers:
    """Collects examples of every decision, sentence by sentence."""

    def __init__(self, known: Reporting, counted: Statistics) -> None:
        self.known = known
        self.counted = counted
        self.examples: dict[str, Examples] = defaultdict(Examples)
        self.stopped: Counter[str] = Counter()
        self.passed: Counter[str] = Counter()

    def stops(self) -> list[str]:
        """Return the shapes of words that stand behind a proposition often enough to be looked at."""
        return sorted(shape for shape, count in self.stopped.items() if count >= _STOPS * self.passed[shape])

    def read(self, given: Prepared) -> None:
        """Add the decisions of one sentence."""
        clause = Clause(given.sentence, given.parties, self.known, self.counted)
        sources = Sources(clause, given.first_party)
        told = [one for one in given.told if one.kind != "direct"]
        quotes = [one for one in given.told if one.kind == "direct"]
        for place, key in enumerate(clause.keys):
            if key not in self.known.forms or place in clause.inside:
                continue
            start = given.sentence.starts[place]
            if place in given.quoting or any(one.cue.start <= start < one.cue.end for one in quotes):
                continue
            one = next((one for one in told if one.cue.start <= start < one.cue.end), None)
            if one is not None:
                told.remove(one)
            elif any(span.start <= start < span.end for span in (*given.contents, *_cues(given))):
                continue
            right = _right(clause, place, one) if one is not None else None
            if one is None or right is not None:
                _Word(self, clause, sources, place, right).answer()


def _cues(given: Prepared) -> list[Span]:
    return [one.cue for one in given.told]


class _Word:
    """The decisions about one reporting word."""

    def __init__(
        self, answers: Answers, clause: Clause, sources: Sources, place: int, right: Right | None
    ) -> None:
        self.answers = answers
        self.examples = answers.examples
        self.clause = clause
        self.sources = sources
        self.place = place
        self.right = right
        self.propositions = Propositions(clause)

    def answer(self) -> None:
        glance = passing(self.clause, self.place, self.clause.group_start(self.place))
        self.examples["gate"].add(glance, self.right is not None)
        readings = list(Readings(self.clause, self.sources).of(self.place))
        for report in readings:
            fits = self.right is not None and self._fits(report, self.right)
            self.examples["accept"].add(accepting(self.clause, report), fits)
            if self.right is None:
                continue
            self._phrase(report, self.right)
            if fits:
                self._proposition(report, self.right)
        if self.right is not None and self.right.source is not None and self.right.source[1] < self.place:
            self.sources.before = self.right.source

    def _fits(self, report: Report, right: Right) -> bool:
        """Tell whether the reading has the annotation's order."""
        source_behind = right.source is not None and right.source[0] > self.place
        if report.order is Order.BEHIND:
            return right.behind
        if right.behind:
            return False
        if report.order is Order.SUBJECT:
            beside = abs(right.segments[0][1] - (report.first - 1)) <= 1
            return beside and (right.source is None or source_behind)
        if report.word.make is Make.FRAME:
            return True
        return right.source is not None and source_behind == (report.order is Order.INVERTED)

    def _phrase(self, report: Report, right: Right) -> None:
        """Learn the edges of the phrase that reports."""
        if right.source is None:
            return
        first, last = right.source
        if report.order is Order.INVERTED or report.word.make is Make.FRAME:
            start = self.place + (2 if report.word.make is Make.FRAME else 1)
            if abs(first - start) <= 1 and last >= start:
                self._closing(start, last)
        elif report.order is Order.BEHIND and report.side in _PHRASES:
            end = report.first - (2 if report.side is Side.OWNER else 1)
            if end - 1 <= last <= end:
                self._beginning(first, end)

    def _closing(self, start: int, last: int) -> None:
        commas = 0
        for place in range(start, min(last + 1, self.clause.length - 1)):
            if self.clause.keys[place] == ",":
                commas = min(commas + 1, _COMMAS)
            else:
                self.examples["right"].add(closing(self.clause, place, start, commas), place == last)

    def _beginning(self, first: int, end: int) -> None:
        commas = 0
        for place in range(end, first - 1, -1):
            comma = self.clause.keys[place] == ","
            commas = min(commas + comma, _COMMAS)
            if not comma or place != end:
                self.examples["left"].add(beginning(self.clause, place, end, commas), place == first)

    def _proposition(self, report: Report, right: Right) -> None:
        first, last = right.segments[0]
        if report.order is Order.BEHIND:
            self._opening(report, first)
            taken = self.propositions.taken_up_at(report)
            if taken is not None:
                self.examples["join"].add(taking_up(self.clause, taken, first, report), right.taken_up)
            if len(right.segments) == 1:
                self._ending(report, first, last)
        elif report.order is Order.SUBJECT:
            self._resuming(report, report.behind + 1, right)
        else:
            for place in self.propositions.heads(last + 1):
                self.examples["back"].add(reaching_back(self.clause, place, last + 1, report), place == first)
            comma = max(report.behind, report.source[1] if report.source else 0) + 1
            if comma < self.clause.length - 2 and self.clause.keys[comma] == ",":
                self._resuming(report, comma + 1, right)

    def _resuming(self, report: Report, place: int, right: Right) -> None:
        if place >= self.clause.length - 1:
            return
        more = [one for one in right.segments if one[0] > self.place]
        self.examples["join"].add(going_on(self.clause, place, report), bool(more))
        if more:
            if report.order is Order.SUBJECT:
                self._opening(report, more[0][0])
            self._ending(report, *more[0])

    def _opening(self, report: Report, start: int) -> None:
        behind = report.behind
        if not behind < start <= behind + _REACH:
            return
        for place in range(behind + 1, start + 1):
            if self.clause.is_matter(place):
                self.examples["start"].add(opening(self.clause, place, report), place == start)

    def _ending(self, report: Report, start: int, last: int) -> None:
        passed = (0, 0)
        for place in range(start, min(last + 1, self.clause.last)):
            passed = self.propositions.passed(place, passed)
            if not self.clause.one_name(place):
                following = self.clause.shapes[place + 1]
                self.answers.passed[following] += 1
                self.answers.stopped[following] += place == last
                self.examples["end"].add(ending(self.clause, place, start, report, passed), place == last)


def _right(clause: Clause, place: int, told: Told) -> Right | None:
    """Return the annotation in tokens, None where it reaches beyond the sentence."""
    found = [_range(clause, span) for span in told.content]
    segments = [one for one in found if one is not None]
    if len(segments) < len(found):
        return None
    source = _range(clause, told.source) if told.source is not None else None
    first = segments[0]
    taken_up = (
        len(segments) == 2
        and first[0] == first[1] < place < segments[1][0]
        and clause.keys[first[0]] in clause.known.taken_up
    )
    if taken_up:
        segments = segments[1:]
    return Right(source, tuple(segments), segments[0][0] > place, taken_up)


def _range(clause: Clause, span: Span) -> Range | None:
    """Return the tokens of `span` without marks at its edges, None where there are none."""
    starts, tokens = clause.sentence.starts, clause.tokens
    places = [
        place
        for place, start in enumerate(starts)
        if start < span.end and start + tokens[place].length > span.start and clause.is_matter(place)
    ]
    return (places[0], places[-1]) if places else None
