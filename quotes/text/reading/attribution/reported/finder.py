"""Finding: which words of a sentence report, and what; the outermost report wins."""

from collections.abc import Callable, Collection

from quotes.text.reading.attribution.reported.clause import Clause
from quotes.text.reading.attribution.reported.features import accepting, passing
from quotes.text.reading.attribution.reported.propositions import Propositions
from quotes.text.reading.attribution.reported.readings import Readings
from quotes.text.reading.attribution.reported.report import Order, Report, Side
from quotes.text.reading.attribution.reported.sources import Sources
from quotes.text.reading.attribution.reported.statistics import Statistics
from quotes.text.reading.lexicon.reporting import Reporting
from quotes.text.reading.marking.frames import Sentence
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.party import Party

# Looked up once: a member of an enumeration costs more than the comparison it serves.
_INVERTED, _BEHIND = Order.INVERTED, Order.BEHIND
# Log-odds from which a word counts as reporting: where the articles kept back from training are read best.
THRESHOLD = -0.2
_HOPELESS = -1.3
_CLOSED = 2.5
_NAMING = (Side.NOUN, Side.NAME, Side.PRONOUN, Side.COMMA, Side.INVERTED)
# How near, in tokens, a frame follows its comma, and a speaker's verb the medium that tells of him.
_CLOSE = 8
_FRAMING = (Order.BEFORE, _INVERTED)


class ReportFinder:
    """Finds the reports of sentences in one language."""

    def __init__(self, known: Reporting, counted: Statistics) -> None:
        self.known = known
        self.counted = counted
        self.forms = frozenset(known.forms)

    def find(
        self,
        sentence: Sentence,
        parties: Parties,
        first_party: Callable[[int], Party | None],
        quoting: Collection[int] = (),
    ) -> list[Report]:
        """Return the reports of `sentence` in order of place; no two of them share words.

        `first_party` returns who is named first before a token. The words at `quoting` report
        quotations, and nothing else.
        """
        if self.forms.isdisjoint(sentence.keys):
            return []
        clause = Clause(sentence, parties, self.known, self.counted)
        sources = Sources(clause, first_party)
        return _Choice(clause, sources).choose(set(quoting))


class _Choice:
    """The reports of one sentence, chosen from left to right."""

    def __init__(self, clause: Clause, sources: Sources) -> None:
        self.clause = clause
        self.sources = sources
        self.readings = Readings(clause, sources)
        self.propositions = Propositions(clause)
        self.found: list[Report] = []
        self.upto = -1

    def choose(self, quoting: set[int]) -> list[Report]:
        forms, inside = self.clause.known.forms, self.clause.inside
        places = [place for place, key in enumerate(self.clause.keys) if key in forms and place not in inside]
        relay = self._closing_medium(places)
        for place in places:
            if place <= self.upto or (relay is not None and place == relay.place):
                continue
            report = self._best(place)
            if report is None:
                continue
            if place in quoting or report.score > THRESHOLD:
                self._remember(report)
            if place not in quoting and report.score > THRESHOLD:
                self._take(report, places)
        if relay is not None and not self.found and relay.place not in quoting:
            self._add(relay)
        return self.found

    def _closing_medium(self, places: list[int]) -> Report | None:
        """Return the frame of a medium that closes the sentence: it relays what another says there."""
        if len(places) < 2 or not self._frames(places[-1]):
            return None
        report = self._best(places[-1])
        if report is None or report.order not in _FRAMING or report.score <= THRESHOLD:
            return None
        if report.source is None or not self._is_medium(report):
            return None
        self.propositions.limit = min(report.source[0], report.first) - 1
        return report

    def _frames(self, place: int) -> bool:
        """Tell at a glance whether a comma stands close before the last reporting word."""
        return "," in self.clause.keys[max(0, place - _CLOSE) : place]

    def _is_medium(self, report: Report) -> bool:
        if report.source is None:
            return False
        party = self.clause.parties.ending(report.source[1])
        return party is not None and party.is_medium

    def _best(self, place: int) -> Report | None:
        first = self.clause.group_start(place)
        if self.clause.counted.score("gate", passing(self.clause, place, first)) < _HOPELESS:
            return None
        best: Report | None = None
        for report in self.readings.of(place):
            report.score = self.clause.counted.score("accept", accepting(self.clause, report))
            report.score += _CLOSED if self._closes(report) else 0.0
            if best is None or report.score > best.score:
                best = report
        return best

    def _closes(self, report: Report) -> bool:
        """Tell "…, said Kim." at the end of a sentence, which the training's newspapers seldom print."""
        if report.order is not _INVERTED or report.behind < self.clause.last:
            return False
        says = report.key in self.clause.known.words.strong
        return says and self.clause.parties.starting(report.place + 1) is not None

    def _remember(self, report: Report) -> None:
        if report.source is not None and report.side in _NAMING:
            self.sources.before = report.source

    def _take(self, report: Report, places: list[int]) -> None:
        """Keep a report; of a medium that tells what another says, keep what he says."""
        if not self.propositions.read(report):
            return
        if report.order is _BEHIND and self._is_medium(report):
            inner = self._inner(report, places)
            if inner is not None and self.propositions.read(inner):
                report = inner
        self._add(report)

    def _inner(self, report: Report, places: list[int]) -> Report | None:
        """Return the report a medium's proposition begins with ("KCNA said that Kim had warned of …")."""
        place = next((place for place in places if place > report.left), None)
        if place is None or place > report.left + _CLOSE:
            return None
        inner = self._best(place)
        if inner is None or inner.order is not _BEHIND or inner.score <= THRESHOLD or inner.source is None:
            return None
        begins = report.left <= inner.source[0] <= report.left + 1
        return inner if begins and inner.side in _NAMING else None

    def _add(self, report: Report) -> None:
        if not report.segments and not self.propositions.read(report):
            return
        if report.order in _FRAMING:
            self.found = [one for one in self.found if one.right < report.left or one.left > report.right]
        if any(one.left <= report.right and report.left <= one.right for one in self.found):
            return
        self.found.append(report)
        self.upto = max(self.upto, report.right, report.cue[1])
