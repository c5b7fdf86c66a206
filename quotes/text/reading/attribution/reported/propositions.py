"""Propositions: where what is reported begins and ends."""

from quotes.text.reading.attribution.reported.clause import Clause, Range
from quotes.text.reading.attribution.reported.features import (
    ending,
    going_on,
    opening,
    reaching_back,
    taking_up,
)
from quotes.text.reading.attribution.reported.report import Order, Report, Side
from quotes.text.reading.lexicon.reporting import Make

# How far behind its reporting word a proposition may begin, in tokens.
_REACH = 12
# A cue takes in at most so many small words behind its verb ("called for").
_TAIL = 2
_COMMAS = 3
_CLOSING = frozenset({")", "%"})
_TAKEN_UP = (Side.PRONOUN, Side.NAME, Side.NOUN)


class Propositions:
    """Reads the propositions of one sentence; none reaches beyond the token `limit`."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.keys = clause.keys
        self.limit = self._last()

    def read(self, report: Report) -> bool:
        """Set the segments and the cue of `report`; tell whether it reports anything."""
        if report.order is Order.BEHIND:
            return self._behind(report)
        if report.order is Order.SUBJECT:
            return self._subject(report)
        return self._before(report)

    def start(self, report: Report) -> int | None:
        """Return where a proposition behind the reporting words begins."""
        clause, behind = self.clause, report.behind
        for place in range(behind + 1, min(behind + 1 + _REACH, clause.length)):
            if clause.is_matter(place) and clause.counted.score("start", opening(clause, place, report)) > 0:
                return place
        following = behind + 1
        return following if following < clause.length and clause.tokens[following].is_word else None

    def end(self, start: int, report: Report) -> int:
        """Return the last token of the proposition that begins at `start`."""
        clause, counted = self.clause, self.clause.counted
        place, passed, stops, shapes = start, (0, 0), counted.stops, clause.shapes
        last = max(start, self.limit)
        while place < last:
            passed = self.passed(place, passed)
            place += 1
            if shapes[place] not in stops or clause.one_name(place - 1):
                continue
            if counted.score("end", ending(clause, place - 1, start, report, passed)) > 0:
                place -= 1
                break
        while place > start and not clause.is_matter(place) and self.keys[place] not in _CLOSING:
            place -= 1
        return place

    def _last(self) -> int:
        last = self.clause.last
        behind = last + 1
        return behind if behind < self.clause.length and self.keys[behind] in _CLOSING else last

    def passed(self, place: int, before: tuple[int, int]) -> tuple[int, int]:
        """Return the commas up to `place`, and whether a verb in a tense has come."""
        commas, verb = before
        key = self.keys[place]
        if key == ",":
            return min(commas + 1, _COMMAS), verb
        tensed = key in self.clause.known.tensed or self.clause.shapes[place] in self.clause.counted.finite
        return commas, 1 if tensed else verb

    def _behind(self, report: Report) -> bool:
        start = self.start(report)
        if start is None:
            return False
        report.segments = [(start, self.end(start, report))]
        taken = self._taken_up(report, start)
        if taken is not None:
            report.segments.insert(0, (taken, taken))
        report.cue = self._cue(report, start)
        return True

    def taken_up_at(self, report: Report) -> int | None:
        """Return the place of a "which" before who reports ("which officials said would …")."""
        if report.source is None or report.side not in _TAKEN_UP or report.source[0] == 0:
            return None
        place = report.source[0] - 1
        return place if self.keys[place] in self.clause.known.taken_up else None

    def _taken_up(self, report: Report, start: int) -> int | None:
        place = self.taken_up_at(report)
        if place is None:
            return None
        belongs = self.clause.counted.score("join", taking_up(self.clause, place, start, report)) > 0
        return place if belongs else None

    def _cue(self, report: Report, start: int) -> Range:
        """Return the verb with its auxiliaries and what belongs to it ("has called for")."""
        if report.word.make is Make.FRAME:
            return report.place, report.place + 1
        tail = range(report.place + 1, start)
        small = all(self._belongs(place) for place in tail)
        return report.first, start - 1 if small and len(tail) <= _TAIL else report.place

    def _belongs(self, place: int) -> bool:
        key, known = self.keys[place], self.clause.known
        shaped = self.clause.tokens[place].is_word and self.clause.shapes[place] in known.known
        return shaped and key not in known.words.calendar and key not in known.told

    def _subject(self, report: Report) -> bool:
        if report.reported is None:
            return False
        report.segments = [report.reported]
        report.cue = report.first, report.place
        following = report.behind + 1
        if following < self.clause.length - 1 and self._goes_on(following, report):
            start = self.start(report)
            if start is not None:
                report.segments.append((start, self.end(start, report)))
        return True

    def _before(self, report: Report) -> bool:
        if report.source is None:
            return False
        end = min(report.source[0], report.first) - 1
        while end >= 0 and not self.clause.is_matter(end):
            end -= 1
        if end < 0:
            return False
        report.segments = [(self._back(end + 1, report), end)]
        is_frame = report.word.make is Make.FRAME
        report.cue = (report.place, report.place + 1) if is_frame else (report.first, report.place)
        self._resume(report, max(report.behind, report.source[1]) + 1)
        return True

    def _resume(self, report: Report, comma: int) -> None:
        """Add what goes on behind a cue that splits the proposition ("…, he said, …")."""
        if comma >= self.clause.length - 2 or self.keys[comma] != ",":
            return
        start = comma + 1
        if self._goes_on(start, report):
            report.segments.append((start, self.end(start, report)))

    def _goes_on(self, place: int, report: Report) -> bool:
        return self.clause.counted.score("join", going_on(self.clause, place, report)) > 0

    def heads(self, end: int) -> list[int]:
        """Return the places before `end` where a proposition may begin: behind marks and small words."""
        clause, known = self.clause, self.clause.known
        behind = (
            place
            for place in range(1, end)
            if not clause.tokens[place - 1].is_word or clause.shapes[place - 1] in known.known
        )
        return [place for place in (0, *behind) if place < end and clause.is_matter(place)]

    def _back(self, end: int, report: Report) -> int:
        """Return where the proposition before the reporting words begins."""
        clause = self.clause
        return max(
            self.heads(end),
            key=lambda place: clause.counted.score("back", reaching_back(clause, place, end, report)),
            default=0,
        )
