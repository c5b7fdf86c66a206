"""Hearing: through whom the speakers of an article are heard, sentence by sentence.

A sentence's own hops come first, then those carried over. A sentence that says where somebody speaks
("Velt appeared on CNN", "Velt was asked by Fars") lends its medium to what he says next; one that says
where he was speaking ("She was speaking on CNN") also to what he has just said. The lead's words take the
medium that the next sentences name.
"""

from collections.abc import Sequence
from itertools import pairwise

from quotes.text.reading.attribution.carry import Carry, as_context, unresolved
from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.attribution.discourse import Discourse
from quotes.text.reading.attribution.drafts import Draft
from quotes.text.reading.attribution.hops import Relayed
from quotes.text.reading.attribution.memory import Speaker, speaker_of
from quotes.text.reading.attribution.occasions import comes_back, is_apart, tells_of_before
from quotes.text.reading.attribution.papers import Papers
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Sentence
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.types import Basis, Hop, SourceKind
from quotes.text.spans import Span

# How far behind the lead, or behind words just spoken, in sentences, their medium may be named.
_LEAD = 2
# So near must the report be of which "he reportedly said" goes on.
_NEXT = 2
# So near must the programme be named whose host is told something.
_ON_AIR = 4

Hops = tuple[Hop, ...]


class Hearing:
    """Remembers through whom an article's speakers are heard."""

    def __init__(self, discourse: Discourse, words: Lexicon, drafts: list[Draft]) -> None:
        self.discourse = discourse
        self.words = words
        self.drafts = drafts
        self.carry = Carry()
        self.papers = Papers(words)
        self.heard: dict[int, tuple[str, Hops]] = {}

    def lead_through(self, sentences: Sequence[Sentence]) -> None:
        """Give the lead's words the medium that the next sentence names for the same statement.

        Wire copy tells in its first sentence what was said, in the second where: "… in a statement read
        on state radio". Another speaker between, another setting or another day ends the lead's claim.
        """
        number = min(self.heard, default=0)
        if not 0 < number <= _LEAD:
            return
        if self._sets_scene(sentences[number]) and not self._is_told_of(sentences, number):
            return
        name, hops = self.heard[number]
        if any(draft.speaker.name != name for draft in self.drafts if draft.sentence < number):
            return
        for draft in self.drafts:
            if draft.sentence == 0 and not draft.hops and draft.setting is None:
                draft.hops = as_context(hops)

    def before(self, name: str, hops: Hops, number: int) -> None:
        """Give the words `name` has just spoken the medium that sentence `number` behind them names."""
        for draft in reversed(self.drafts):
            if draft.speaker.name != name or draft.hops or draft.setting or number - draft.sentence > _LEAD:
                return
            draft.hops = as_context(hops)

    def _sets_scene(self, sentence: Sentence) -> bool:
        """Tell a sentence that opens with a setting of its own ("In remarks broadcast by …, he said")."""
        if not self.words.breaks.isdisjoint(sentence.keys):
            return True
        return sentence.keys[0] in self.words.prepositions or sentence.keys[0] in self.words.afterwards

    def _is_told_of(self, sentences: Sequence[Sentence], number: int) -> bool:
        """Tell a lead that "has said" something, on no day of its own, from an interview told of below."""
        cues = (draft.cue for draft in self.drafts if draft.sentence == 0)
        perfect = any(
            cue is not None and not self.words.perfect.isdisjoint(sentences[0].keys[cue.first : cue.last])
            for cue in cues
        )
        apart = not self.words.breaks.isdisjoint(sentences[number].keys)
        return perfect and not apart and self.opens_interview(sentences[number])

    def opens_interview(self, sentence: Sentence) -> bool:
        """Tell "Speaking to CNN on Tuesday, he said": below a lead it says where its words are from."""
        comma = next((at for at, token in enumerate(sentence.tokens) if token.text == ","), 0)
        asked = not self.words.interviews.isdisjoint(sentence.keys[:comma])
        return asked or sentence.keys[0] in self.words.afterwards


class Listening:
    """Hears the speakers of one sentence; `setting` are its words for the place of the saying."""

    def __init__(
        self, hearing: Hearing, sentence: Sentence, number: int, parties: Parties, setting: Span | None
    ) -> None:
        self.hearing = hearing
        self.carry = hearing.carry
        self.words = hearing.words
        self.sentence = sentence
        self.keys = sentence.keys
        self.number = number
        self.parties = parties
        self.setting = setting

    def hops(self, speaker: Speaker, cue: Cue | None, relayed: Relayed) -> Hops:
        """Return the hops named here, else those carried over, else the gap where a quoter must be."""
        name = speaker.name
        self.hearing.papers.note(self.keys, relayed.hops, self.number)
        if relayed.hops:
            if cue is None or self.keys[cue.first] not in self.words.remembering:
                self.remember(speaker, relayed)  # what somebody recalls was heard through him once
            return tuple(hop for hop in relayed.hops if hop.source != name or name is None)
        if relayed.unnamed is not None:
            over = self.carry.over(name, self.number) if name else ()
            return over or self.carry.any_relay(self.number) or (unresolved(relayed.unnamed),)
        if name is None or speaker.is_medium:
            return ()
        if not self.words.hearsay.isdisjoint(self.keys):
            return self.carry.over(name, self.number) or self.carry.any_relay(self.number, _NEXT)
        papers = self.hearing.papers.through(self.keys, self.number)
        printed = tuple(hop for hop in papers if hop.source != name)
        return printed or self._carried(speaker, name, cue, relayed)

    def _carried(self, speaker: Speaker, name: str, cue: Cue | None, relayed: Relayed) -> Hops:
        """Return the hops carried over, but not to a tweet or to what he "had said" before an interview."""
        self.remember(speaker, relayed)
        apart = cue is not None and is_apart(self.keys, cue, self.words)
        if apart and self.carry.in_interview(name) and not comes_back(self.keys, self.words):
            return ()
        return self.carry.over(name, self.number) or self._on_air(name, cue)

    def _on_air(self, name: str, cue: Cue | None) -> Hops:
        """Return the hops last heard of, where the words go to the host or the viewers of what is on air."""
        if cue is None or cue.right + 1 >= len(self.keys):
            return ()
        behind = self.keys[cue.right + 1 : cue.right + 3]
        told = any(key in self.words.interviewers or key in self.words.tuned for key in behind)
        shown = behind[0] in self.words.same and behind[-1] in self.words.hosted
        asked = self.keys[0] in self.words.asked and not self.words.interviewers.isdisjoint(self.keys[1:4])
        if not (told or shown or asked):
            return ()
        hops = tuple(hop for hop in self.carry.any_relay(self.number, _ON_AIR) if hop.source != name)
        if not any(hop.kind is SourceKind.PROGRAMME for hop in hops):
            return ()
        self.carry.note(name, hops, self.number)
        return hops

    def remember(self, speaker: Speaker, relayed: Relayed) -> None:
        """Remember through whom `speaker` is heard here, or that he is heard elsewhere."""
        name = speaker.name
        if name is None:
            return
        hops = _others(relayed, name)
        if hops:
            self.carry.note(name, hops, self.number)
            agency = any(hop.kind is SourceKind.AGENCY for hop in hops)
            if agency or self.setting is not None or self.hearing.opens_interview(self.sentence):
                self.hearing.heard.setdefault(self.number, (name, hops))
        elif comes_back(self.keys, self.words):
            self.carry.resume(name, self.number)
        elif self.setting is not None or not self.words.breaks.isdisjoint(self.keys):
            self.carry.stop(name)

    def told(self, speaker: Speaker, cue: Cue | None, evidence: Span, relayed: Relayed) -> None:
        """Hear a sentence without quotations in which `speaker` says something."""
        if speaker.is_medium and cue is not None:
            self._reported(_hop(speaker, evidence), cue)
        own = (_hop(speaker, evidence),) if speaker.is_medium or speaker.kind is SourceKind.DOCUMENT else ()
        self.hearing.papers.note(self.keys, (*relayed.hops, *own), self.number)
        self._of_lead(speaker, evidence)
        self.remember(speaker, relayed)
        self._asked_by(speaker, cue, evidence)
        if speaker.name is not None:
            self._tell_before(speaker.name, _others(relayed, speaker.name))

    def scene(self, relayed: Relayed) -> None:
        """Hear a sentence in which nobody says anything: where is the one it is about speaking now?"""
        subject = self.hearing.discourse.subjects.get(self.number)
        own: Hops = ()
        if subject is not None and subject.is_medium:
            self._published(tuple(hop for hop in relayed.hops if hop.source == subject.name))
            own = (_hop(speaker_of(subject), self.sentence.span),)
        self.hearing.papers.note(self.keys, (*relayed.hops, *own), self.number)
        if subject is None or not subject.is_person:
            return
        hops = _others(relayed, subject.name)
        if hops:
            self.carry.note(subject.name, hops, self.number)
            self._tell_before(subject.name, hops)
        elif self.setting is not None:
            self.carry.stop(subject.name)

    def _reported(self, medium: Hop, cue: Cue) -> None:
        """Hear a medium that reports, or publishes what somebody else says."""
        if cue.role is Role.SPEAKS:
            self.carry.reports(medium, self.number)
        if self.keys[cue.last] in self.words.carrying:
            self._published((medium,))

    def _published(self, hops: Hops) -> None:
        """Take "The Herald published an interview with Velt" for the medium of what he says next."""
        if not hops:
            return
        nouns, occasions = self.words.setting_nouns, self.words.occasions
        for place, (key, following) in enumerate(pairwise(self.keys)):
            if following in ("with", "by", "from") and (key in nouns or key in occasions):
                party = self.parties.starting(place + 2)
                meant = None if party is None else self.hearing.discourse.resolve(party, self.number)
                if meant is not None and meant.name is not None and not meant.is_medium:
                    self.carry.note(meant.name, hops, self.number)
                return

    def _tell_before(self, name: str, hops: Hops) -> None:
        if hops and tells_of_before(self.sentence.tokens, self.keys, self.words):
            self.hearing.before(name, hops, self.number)

    def _asked_by(self, medium: Speaker, cue: Cue | None, evidence: Span) -> None:
        """Take "CNN asked Velt how he felt" for the medium of what he says next."""
        if not medium.is_medium or cue is None or self.keys[cue.last] not in self.words.asked:
            return
        party = self.parties.starting(cue.last + 1)
        asked = self.hearing.discourse.resolve(party, self.number) if party is not None else None
        if asked is not None and asked.name is not None and not asked.is_medium:
            self.carry.note(asked.name, (_hop(medium, evidence),), self.number)

    def _of_lead(self, medium: Speaker, evidence: Span) -> None:
        """Take "Velt made the remarks at a plant, KCNA reported" for the medium of what he said before."""
        subject = self.hearing.discourse.subjects.get(self.number)
        if subject is None or not subject.is_person or not medium.is_medium:
            return
        told_of = {"remarks", "comments"} | (self.words.setting_nouns - self.words.gatherings)
        spoke_of = not told_of.isdisjoint(self.keys)
        hops = (_hop(medium, evidence),)
        if not spoke_of:
            if medium.kind is SourceKind.AGENCY and not self.carry.has(subject.name, self.number):
                self.carry.note(subject.name, hops, self.number)
            return
        self.hearing.heard.setdefault(self.number, (subject.name, hops))
        self.carry.note(subject.name, hops, self.number)


def _hop(medium: Speaker, evidence: Span) -> Hop:
    return Hop(medium.name, medium.kind, Basis.EXPLICIT, evidence)


def _others(relayed: Relayed, name: str) -> Hops:
    """Return the hops with a name that are not the speaker himself."""
    return tuple(hop for hop in relayed.hops if hop.source not in (None, name))
