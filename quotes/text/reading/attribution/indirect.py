"""Indirect speech: the reports of a sentence tied to their speakers and hops.

Reports are read behind the quotations of their sentence, in the state of the discourse at that place, and
have no effect on quotations: whatever resolving them changes in the discourse is put back.
"""

from collections import ChainMap
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import cast

from quotes.text.reading.attribution.carry import Carry, unresolved
from quotes.text.reading.attribution.cue_finder import CueFinder
from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.attribution.discourse import Discourse
from quotes.text.reading.attribution.hops import HopFinder
from quotes.text.reading.attribution.memory import Speaker
from quotes.text.reading.attribution.reported.finder import ReportFinder
from quotes.text.reading.attribution.reported.report import Report
from quotes.text.reading.attribution.reported.speakers import reporters
from quotes.text.reading.attribution.reported.statistics import statistics
from quotes.text.reading.lexicon.reporting import reporting
from quotes.text.reading.marking.frames import Sentence
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.party import Party
from quotes.text.reading.types import Basis, Hop, SourceKind
from quotes.text.spans import Span

_NOBODY = Speaker(None, SourceKind.UNNAMED, confidence=0.4)
_NEAR = 8  # sentences back in which whom a pronoun means is named, and more
_DESCRIBED = 0.7  # somebody no list knows ("three in four of the students")


@dataclass(slots=True)
class Heard:
    """A sentence as the attributor has read it; `quoting` are the places of words that report quotations."""

    sentence: Sentence
    number: int
    parties: Parties
    cues: Sequence[Cue]
    finder: CueFinder
    hop_finder: HopFinder
    quoting: Collection[int]
    setting: Span | None


@dataclass(slots=True)
class Told:
    """One reported proposition on its way to an appearance, by one speaker."""

    segments: tuple[Span, ...]
    speaker: Speaker
    evidence: Span
    hops: tuple[Hop, ...]
    cue: Span
    setting: Span | None
    confidence: float

    @property
    def span(self) -> Span:
        """From the first word reported to the last."""
        return Span(self.segments[0].start, self.segments[-1].end)

    @property
    def spoken(self) -> Hop:
        """The speaker's hop."""
        one = self.speaker
        return Hop(one.name, one.kind, Basis.EXPLICIT, self.evidence, one.candidates, one.confidence)


class Indirect:
    """Collects the reported propositions of an article in `told`; none in a language nobody has counted."""

    def __init__(self, language: str, discourse: Discourse, carry: Carry) -> None:
        known, counted = reporting(language), statistics(language)
        self.finder = ReportFinder(known, counted) if known and counted else None
        self._joints = known.joints if known else frozenset()
        self.discourse = discourse
        self.carry = carry
        self.told: list[Told] = []

    def may_tell(self, sentence: Sentence) -> bool:
        """Tell whether a sentence has any word that may report."""
        return self.finder is not None and not self.finder.forms.isdisjoint(sentence.keys)

    def read(self, heard: Heard) -> None:
        """Read one sentence."""
        if self.finder is None:
            return
        reports = self.finder.find(heard.sentence, heard.parties, heard.finder.first_party, heard.quoting)
        if not reports:
            return
        state = _State(self.discourse, heard.number)
        for report in reports:
            self.told.extend(self._told(heard, report))
        state.put_back()

    def _told(self, heard: Heard, report: Report) -> list[Told]:
        sentence = heard.sentence
        own = next((cue for cue in heard.cues if cue.first <= report.place <= cue.last), None)
        segments = tuple(sentence.span_of(first, last) for first, last in report.segments)
        told = []
        for party in reporters(heard.parties, report, own, self._joints) or (None,):
            speaker, evidence = self._speaker(heard, report, party)
            told.append(
                Told(
                    segments,
                    speaker,
                    evidence,
                    self._hops(heard, own, speaker),
                    sentence.span_of(*report.cue),
                    heard.setting,
                    round(self._confidence(report) * speaker.confidence, 3),
                )
            )
        return told

    def _confidence(self, report: Report) -> float:
        return self.finder.counted.confidence(report.score) if self.finder is not None else 0.0

    def _speaker(self, heard: Heard, report: Report, party: Party | None) -> tuple[Speaker, Span]:
        """Return who `party` is; without one, the words of the source, or nobody where there are none."""
        sentence = heard.sentence
        if party is not None:
            meant = self.discourse.resolve(party, heard.number)
            meant = self.discourse.describe(party, meant, heard.parties.defined(party))
            within = report.source is not None and report.source[0] <= party.first <= report.source[1]
            place = report.source if within and report.source else (party.first, party.last)
            return meant, sentence.span_of(*place)
        if report.source is None:
            return _NOBODY, sentence.span_of(*report.cue)
        return self._described(heard, report.source), sentence.span_of(*report.source)

    def _described(self, heard: Heard, source: tuple[int, int]) -> Speaker:
        """Return somebody by the words that describe him, without their article."""
        first, last = source
        words, keys = heard.parties.words, heard.sentence.keys
        while first < last and keys[first] in words.articles:
            first += 1
        if keys[first] in words.pronouns or keys[first] in words.function:
            return _NOBODY
        kind = SourceKind.DOCUMENT if keys[last] in words.documents else SourceKind.UNNAMED
        return Speaker(heard.parties.nouns.phrase(first, last), kind, confidence=_DESCRIBED)

    def _hops(self, heard: Heard, own: Cue | None, speaker: Speaker) -> tuple[Hop, ...]:
        """Return the hops the sentence names, else those carried over to the speaker."""
        relaying = [cue for cue in heard.cues if cue is not own and _relays(cue)]
        if own is not None and own.role in (Role.QUOTES, Role.QUOTED):
            relaying.insert(0, own)
        if speaker.is_medium:
            return ()
        relayed = heard.hop_finder.find(own, relaying, {})
        hops = tuple(hop for hop in relayed.hops if hop.source != speaker.name or speaker.name is None)
        if hops or speaker.name is None:
            return hops
        return self._carried(speaker.name, heard.number) or (
            (unresolved(relayed.unnamed),) if relayed.unnamed is not None else ()
        )

    def _carried(self, name: str, number: int) -> tuple[Hop, ...]:
        """Return the hops carried over to `name`; how far they reach on is left to the quotations."""
        carried = self.carry.by_speaker.get(name)
        if carried is None:
            return ()
        upto = carried.sentence
        hops = self.carry.over(name, number)
        carried.sentence = upto
        return hops


def _relays(cue: Cue) -> bool:
    return cue.subject is not None and cue.subject.is_medium


class _State:
    """What resolving a party of sentence `number` may change in the discourse."""

    def __init__(self, discourse: Discourse, number: int) -> None:
        self.discourse = discourse
        self.nouns, self.led = discourse.nouns, discourse.led
        discourse.nouns = cast("dict[str, Speaker]", ChainMap({}, self.nouns))
        discourse.led = cast("dict[str, Speaker]", ChainMap({}, self.led))
        near = discourse.namings[max(0, number - _NEAR) : number + 1]
        sources = [naming.source for namings in near for naming in namings]
        sources.extend(discourse.subjects.get(number - back) for back in range(_NEAR))
        sources.extend(speaker.source for _, speaker in discourse.spoke[-1:])
        self.genders = [(source, source.gender) for source in sources if source is not None]

    def put_back(self) -> None:
        self.discourse.nouns, self.discourse.led = self.nouns, self.led
        for source, gender in self.genders:
            source.gender = gender


def apart(told: Sequence[Told], taken: Sequence[Span]) -> list[Told]:
    """Return, in order of place, what shares no words with the spans `taken`."""
    ordered = sorted(taken)
    kept, at = [], 0
    for one in sorted(told, key=lambda one: one.span):
        while at < len(ordered) and ordered[at].end <= one.span.start:
            at += 1
        if at == len(ordered) or ordered[at].start >= one.span.end:
            kept.append(one)
    return kept
