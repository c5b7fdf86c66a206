"""Attribution: every quotation of an article tied to its speaker and the hops of its sentence."""

from collections.abc import Sequence

from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.attribution.discourse import Discourse
from quotes.text.reading.attribution.drafts import Draft
from quotes.text.reading.attribution.finding import SUBJECT, Found, SpeakerFinder
from quotes.text.reading.attribution.fragments.judging import judged
from quotes.text.reading.attribution.fragments.surroundings import Surroundings
from quotes.text.reading.attribution.hearing import Hearing, Listening
from quotes.text.reading.attribution.hops import HopFinder, Relayed
from quotes.text.reading.attribution.indirect import Heard, Indirect
from quotes.text.reading.attribution.inverted import cue_finder
from quotes.text.reading.attribution.kinds import kind_of
from quotes.text.reading.attribution.memory import Speaker
from quotes.text.reading.attribution.occasions import programme_titles
from quotes.text.reading.attribution.retold import tell_of_lead
from quotes.text.reading.attribution.settings import settings_of
from quotes.text.reading.attribution.speakers import governing, outer
from quotes.text.reading.attribution.titles import doubt, no_quote
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Sentence
from quotes.text.reading.marking.marks import Passage
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.sources import Naming
from quotes.text.reading.types import Basis, Hop, Kind, LeftOut, SourceKind
from quotes.text.spans import Span

_SHORT = 4
# Whoever says words that the text gives to no one.
_NOBODY = Speaker(None, SourceKind.UNNAMED, confidence=0.2)


class Attributor:
    """Goes through the sentences in order, remembering who was spoken of and through whom."""

    def __init__(
        self,
        text: str,
        passages: Sequence[Passage],
        namings: Sequence[Sequence[Naming]],
        discourse: Discourse,
        words: Lexicon,
    ) -> None:
        self.text = text
        self.passages = passages
        self.namings = namings
        self.discourse = discourse
        self.words = words
        self.drafts: list[Draft] = []
        self.hearing = Hearing(discourse, words, self.drafts)
        self.left_out: list[LeftOut] = []
        self.weighed: list[tuple[Span, Surroundings]] = []
        self.previous: Sentence | None = None
        self.indirect: Indirect | None = None

    def read(self, sentences: Sequence[Sentence], indirect: Indirect | None = None) -> None:
        """Read every sentence; the findings are in `drafts` and `left_out`, reported speech in `indirect`."""
        self.indirect = indirect
        for number, sentence in enumerate(sentences):
            _SentenceReading(self, sentence, number).read()
            self.previous = sentence
        self.hearing.lead_through(sentences)
        tell_of_lead(self.text, self.drafts)


class _SentenceReading:
    """One sentence: its parties, cues and quotations."""

    def __init__(self, whole: Attributor, sentence: Sentence, number: int) -> None:
        self.whole = whole
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.keys = sentence.keys
        self.number = number
        self.discourse = whole.discourse
        self.parties = Parties(whole.text, sentence, whole.namings[number], whole.words)
        self.finder = cue_finder(self.parties, whole.words)
        self.cues = self.finder.find()
        self.spoken = SpeakerFinder(
            self.finder, self.cues, number, whole.discourse, whole.drafts, whole.previous
        )
        self.hop_finder = HopFinder(sentence, self.parties, whole.discourse, number)
        self.titles: dict[int, str] = {}
        self.setting = settings_of(sentence, whole.words)
        self.listening = Listening(whole.hearing, sentence, number, self.parties, self.setting)

    def read(self) -> None:
        """Remember whom the sentence is about, then tie each quotation to a speaker."""
        self.discourse.note_subject(self.number, self.finder.about(self.cues))
        places = self.sentence.quotes
        if places:
            self.titles = programme_titles(self.parties, places, self._words_at, self.whole.words)
            for place in places:
                self._quotation(place)
        if len(places) == len(self.titles):
            self._plain()
        indirect = self.whole.indirect
        if indirect is not None and indirect.may_tell(self.sentence):
            indirect.read(self._heard())

    def _heard(self) -> Heard:
        """Return the sentence as read, with the words that report its quotations."""
        quoting: set[int] = set()
        for draft in reversed(self.whole.drafts):
            if draft.sentence != self.number:
                break
            if draft.cue is not None:
                quoting.update(range(draft.cue.first, draft.cue.last + 1))
        return Heard(
            self.sentence,
            self.number,
            self.parties,
            self.cues,
            self.finder,
            self.hop_finder,
            quoting,
            self.setting,
        )

    def _plain(self) -> None:
        """Read a sentence without quotations for who speaks, and through whom."""
        choice = governing(self.tokens, len(self.tokens), outer(self.cues), self.spoken.is_calling)
        found = self.spoken.by_cue(choice.speaking, choice.relaying)
        if found is None or found.speaker.name is None:
            self.listening.scene(self._relayed(None, ()))
            return
        relayed = self._relayed(found.cue, found.relaying)
        self.listening.told(found.speaker, found.cue, found.evidence, relayed)
        if found.cue is not None and found.cue.role is not Role.HOLDS:
            self.discourse.note_speaker(self.number, found.speaker)

    def _words_at(self, place: int) -> str:
        return self._passage(place).inner.of(self.whole.text)

    def _relayed(self, cue: Cue | None, relaying: tuple[Cue, ...]) -> Relayed:
        """Return the hops the sentence names, with the broadcaster of a programme named before with one."""
        relayed = self.hop_finder.find(cue, relaying, self.titles)
        return relayed._replace(hops=self.whole.hearing.carry.with_broadcaster(relayed.hops))

    def _quotation(self, place: int) -> None:
        passage = self._passage(place)
        reason = self._reason_against(place, passage)
        if reason is not None:
            self.whole.left_out.append(LeftOut(passage.inner, reason))
            return
        kind = kind_of(self.whole.text, passage, self.sentence, place, self.cues)
        found = self.spoken.speaker(place, passage, kind)
        worth = 1.0
        if len(passage.inner.of(self.whole.text).split()) < _SHORT:
            worth, reason = self._weighed(place, passage, kind, found)
        if reason is not None:
            self.whole.left_out.append(LeftOut(passage.inner, reason))
            return
        found = found or Found(_NOBODY, passage.outer, Basis.CONTEXT, SUBJECT)
        self._draft(place, passage, kind, found._replace(confidence=found.confidence * worth))

    def _weighed(
        self, place: int, passage: Passage, kind: Kind, found: Found | None
    ) -> tuple[float, str | None]:
        """Say how probable it is that a few words are somebody's, and why they are left out if they are."""
        around = self._surroundings(place, passage, kind, found)
        self.whole.weighed.append((passage.outer, around))
        return judged(around, self.whole.words)

    def _surroundings(self, place: int, passage: Passage, kind: Kind, found: Found | None) -> Surroundings:
        choice = governing(self.tokens, place, self.cues, self.spoken.is_calling)
        inner = passage.inner.of(self.whole.text).strip()
        steps = (step for step in (1, 3) if self.discourse.spoke_within(self.number, step) is not None)
        return Surroundings(
            inner,
            self.sentence,
            place,
            tuple(self.cues),
            choice.speaking,
            bool(choice.relaying),
            "none" if found is None else found.route,
            self.finder.first_party(place),
            next(steps, 0),
            passage.family,
            kind.value,
            self.number,
            doubt(self.tokens, place, self.whole.words),
        )

    def _reason_against(self, place: int, passage: Passage) -> str | None:
        if place in self.titles:
            return "the title of a programme"
        return no_quote(self.whole.text, passage, self.sentence, place, self.whole.words)

    def _draft(self, place: int, passage: Passage, kind: Kind, found: Found) -> None:
        relayed = self._relayed(found.cue, found.relaying)
        relayed = relayed._replace(hops=self._of_clause(place, relayed.hops))
        hops = self.listening.hops(found.speaker, found.cue, relayed)
        cue_span = self.sentence.span_of(found.cue.first, found.cue.last) if found.cue is not None else None
        draft = Draft(
            passage,
            self.number,
            place,
            kind,
            found.speaker,
            found.evidence,
            found.basis,
            hops,
            found.cue,
            cue_span,
            self.setting,
            round(found.confidence * found.speaker.confidence, 3),
        )
        self.whole.drafts.append(draft)
        self.discourse.note_speaker(self.number, found.speaker)

    def _of_clause(self, place: int, hops: tuple[Hop, ...]) -> tuple[Hop, ...]:
        """Leave out what a clause behind says of another quotation ("…," said Quill, who told CNN "…")."""
        later = next((at for at in self.sentence.quotes if at > place), None)
        if later is None or not hops:
            return hops
        who = next((at for at in range(place + 1, later) if self.keys[at] == "who"), None)
        if who is None:
            return hops
        clause = self.sentence.span_of(who, later)
        return tuple(hop for hop in hops if not clause.start <= hop.evidence.start < clause.end)

    def _passage(self, place: int) -> Passage:
        return self.whole.passages[self.tokens[place].passage]
