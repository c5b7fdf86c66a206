"""Readings: the ways in which a reporting word of a sentence may report."""

from collections.abc import Iterator

from quotes.text.reading.attribution.reported.clause import Clause, Range
from quotes.text.reading.attribution.reported.report import Order, Report, Side
from quotes.text.reading.attribution.reported.sources import Sources
from quotes.text.reading.lexicon.reporting import Make, ReportWord

# Looked up once: a member of an enumeration costs more than the comparison it serves.
_FRAME, _PAST, _THIRD = Make.FRAME, Make.PAST, Make.THIRD
_BEHIND = Order.BEHIND
_STATED = (Side.PRONOUN, Side.NAME, Side.NOUN, Side.COMMA)


class Readings:
    """Lists the readings of the reporting words of one sentence."""

    def __init__(self, clause: Clause, sources: Sources) -> None:
        self.clause = clause
        self.keys = clause.keys
        self.sources = sources

    def of(self, place: int) -> Iterator[Report]:
        """Yield the readings of the reporting word at `place`."""
        word = self.clause.known.forms[self.keys[place]]
        if word.make is _FRAME:
            yield from self._frame(place, word)
            return
        first = self.clause.group_start(place)
        side, source = self.sources.beside(first, word)
        key = self.keys[place]
        yield Report(place, first, word, key, _BEHIND, side, source, place)
        if word.make is _PAST and source is not None and self._may_be_done(first, place, side):
            agent = self._agent(place)
            behind = agent[1] if agent else place
            yield Report(place, first, word, key, Order.SUBJECT, side, agent, behind, reported=source)
        if source is not None and side in _STATED and source[0] > 1 and self._pauses(source[0] - 1):
            yield Report(place, first, word, key, Order.BEFORE, side, source, place)
        if first == place and self._inverts(place, word):
            speaker = self.sources.starting(place + 1)
            yield Report(place, first, word, key, Order.INVERTED, Side.INVERTED, speaker, speaker[1])

    def _frame(self, place: int, word: ReportWord) -> Iterator[Report]:
        """Read "according to Kim": at the head of a sentence what is reported stands behind, else before."""
        if place + 2 >= self.clause.length or self.keys[place + 1] not in self.clause.known.frame_ends:
            return
        source = self.sources.starting(place + 2)
        order = _BEHIND if place <= 1 else Order.BEFORE
        yield Report(place, place, word, self.keys[place], order, Side.FRAME, source, source[1])

    def _may_be_done(self, first: int, place: int, side: Side) -> bool:
        """Tell a verb that may be passive: behind a form of "be", or right behind a noun ("as expected")."""
        if first == place:
            return side in (Side.NOUN, Side.NAME)
        be = self.clause.known.words.be
        auxiliary = any(self.keys[at] in be for at in range(first, place))
        return auxiliary and (side in _STATED or side is Side.RELATIVE)

    def _agent(self, place: int) -> Range | None:
        """Return who reports in the passive ("was rejected by Kim")."""
        if place + 2 < self.clause.length and self.keys[place + 1] in self.clause.known.agents:
            return self.sources.starting(place + 2)
        return None

    def _pauses(self, place: int) -> bool:
        return self.keys[place] in self.clause.known.pauses

    def _inverts(self, place: int, word: ReportWord) -> bool:
        clause = self.clause
        if place < 2 or place + 1 >= clause.length or word.make not in (_PAST, _THIRD):
            return False
        behind = self._pauses(place - 1) or clause.tokens[place - 1].is_quote
        speaks = clause.tokens[place + 1].is_word and self.keys[place + 1] not in clause.known.taken_up
        return behind and speaks
