"""Attribution: every quotation of an article tied to its speaker and the hops of its sentence."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.attribution.discourse import Discourse
from quotes.text.reading.attribution.drafts import Draft
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
from quotes.text.reading.attribution.sayings import owner_of_saying, told_of
from quotes.text.reading.attribution.settings import settings_of
from quotes.text.reading.attribution.speakers import governing, outer
from quotes.text.reading.attribution.titles import doubt, no_quote
from quotes.text.reading.attribution.witnesses import witnessed
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Sentence
from quotes.text.reading.marking.marks import Passage
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.party import Form, Party, is_possessive
from quotes.text.reading.names.sources import Naming
from quotes.text.reading.types import Basis, Hop, Kind, LeftOut, SourceKind
from quotes.text.spans import Span

_SHORT = 4
# Within so many tokens a name and a colon head a line.
_LABEL = 10
# Whoever says words that the text gives to no one.
_NOBODY = Speaker(None, SourceKind.UNNAMED, confidence=0.2)
_BESIDE, _IN_SENTENCE, _HELD, _FROM_BEFORE, _SUBJECT = 0.98, 0.92, 0.85, 0.75, 0.55


class _Found(NamedTuple):
    """Who speaks a quotation, and why we think so."""

    speaker: Speaker
    evidence: Span
    basis: Basis
    confidence: float
    cue: Cue | None = None
    relaying: tuple[Cue, ...] = ()

    @property
    def route(self) -> str:
        """Name the way the speaker was found."""
        if self.cue is not None:
            return "cue"
        return (
            "context"
            if self.basis is Basis.CONTEXT
            else "subject"
            if self.confidence == _SUBJECT
            else "label"
        )


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
        self.hop_finder = HopFinder(sentence, self.parties, whole.discourse, number)
        self.titles: dict[int, str] = {}

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
        choice = governing(self.tokens, len(self.tokens), outer(self.cues), self._is_calling)
        found = self._by_cue(choice.speaking, choice.relaying)
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
        found = self._speaker(place, passage, kind)
        worth = 1.0
        if len(passage.inner.of(self.whole.text).split()) < _SHORT:
            worth, reason = self._weighed(place, passage, kind, found)
        if reason is not None:
            self.whole.left_out.append(LeftOut(passage.inner, reason))
            return
        found = found or _Found(_NOBODY, passage.outer, Basis.CONTEXT, _SUBJECT)
        self._draft(place, passage, kind, found._replace(confidence=found.confidence * worth))

    def _weighed(
        self, place: int, passage: Passage, kind: Kind, found: _Found | None
    ) -> tuple[float, str | None]:
        """Say how probable it is that a few words are somebody's, and why they are left out if they are."""
        around = self._surroundings(place, passage, kind, found)
        self.whole.weighed.append((passage.outer, around))
        return judged(around, self.whole.words)

    def _surroundings(self, place: int, passage: Passage, kind: Kind, found: _Found | None) -> Surroundings:
        choice = governing(self.tokens, place, self.cues, self._is_calling)
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

    def _draft(self, place: int, passage: Passage, kind: Kind, found: _Found) -> None:
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

    @cached_property
    def listening(self) -> Listening:
        """Who is heard through whom in the sentence."""
        return Listening(self.whole.hearing, self.sentence, self.number, self.parties, self.setting)

    @cached_property
    def setting(self) -> Span | None:
        """The words of the sentence for the place or medium of the saying."""
        return settings_of(self.sentence, self.whole.words)

    def _speaker(self, place: int, passage: Passage, kind: Kind) -> _Found | None:
        choice = governing(self.tokens, place, self.cues, self._is_calling)
        choice = witnessed(choice, place, self.cues, self.keys, self.whole.words)
        owner = owner_of_saying(self.parties, self.cues, place, choice.speaking)
        if owner is not None:
            return self._found(owner, None, _IN_SENTENCE)
        if choice.speaking and (told := told_of(self.finder, choice.speaking, place)) is not None:
            return self._found(told, None, _SUBJECT, (choice.speaking, *choice.relaying))
        found = self._by_cue(choice.speaking, choice.relaying)
        if found is not None:
            return found
        count = len(passage.inner.of(self.whole.text).split())
        return self._by_label(place) or self._from_before(place, kind, count)

    def _is_calling(self, cue: Cue) -> bool:
        return self.tokens[cue.last].key in self.whole.words.calling

    def _by_cue(self, speaking: Cue | None, relaying: tuple[Cue, ...]) -> _Found | None:
        """Take the speaker from the governing cue; a medium that alone reports speaks for itself."""
        if speaking is None:
            own = next((cue for cue in relaying if cue.role is not Role.ACCORDING), None) or next(
                iter(relaying), None
            )
            if own is None or own.subject is None:
                return None
            rest = tuple(cue for cue in relaying if cue is not own)
            return self._found(own.subject, own, _IN_SENTENCE, rest)
        party = speaking.other if speaking.role is Role.QUOTES else speaking.subject
        if party is None:
            return None
        worth = _HELD if speaking.role is Role.HOLDS else _BESIDE if speaking.adjacent else _IN_SENTENCE
        return self._found(party, speaking, worth, relaying)

    def _author(self, party: Party) -> Party:
        """Return who wrote the document that speaks ("a memo that Quill sent … told them"), else itself."""
        relative = party.last + 1
        following = next(iter(self.keys[relative : relative + 1]), "")
        if party.kind is not SourceKind.DOCUMENT or following not in ("that", "which"):
            return party
        author = self.parties.starting(relative + 1)
        named = author is not None and author.form is Form.NAME and not author.is_medium
        verb = self.keys[author.last + 1 : author.last + 2] if author is not None else ()
        return (
            author
            if author is not None and named and not self.whole.words.sending.isdisjoint(verb)
            else party
        )

    def _found(self, party: Party, cue: Cue | None, worth: float, relaying: tuple[Cue, ...] = ()) -> _Found:
        party = self._author(party)
        on = cue is not None and self.tokens[cue.last].key in self.whole.words.continuing
        speaker = (self.discourse.goes_on if on else self.discourse.resolve)(party, self.number)
        quoter = cue.subject if cue is not None and cue.role is Role.QUOTES else None
        if quoter is not None and party.form is Form.PRONOUN:
            itself = self.discourse.resolve(quoter, self.number).source
            if itself is not None:
                speaker = self.discourse.resolve_other(party, self.number, itself)
        speaker = self.discourse.describe(party, speaker, self.parties.defined(party))
        return _Found(
            speaker, self.sentence.span_of(party.first, party.last), Basis.EXPLICIT, worth, cue, relaying
        )

    def _by_label(self, place: int) -> _Found | None:
        """Read "TRUMP: “…”", "Quill: Plan Is ‘Mad’", "“…” – Commissioner X", where a party stands alone."""
        colon = next((at for at in range(1, min(place, _LABEL)) if self.tokens[at].text == ":"), 0)
        if colon:
            if (role := self._labelled_role(colon)) is not None:
                return self._found(role, None, _IN_SENTENCE)
            party = self.parties.ending(colon - 1)
            if party is not None and party.form is Form.NAME and party.first == 0:
                return self._found(party, None, _IN_SENTENCE)
        after = self.tokens[place + 1 :]
        if len(after) >= 2 and after[0].text in "—–-―" and len(after) <= 12:
            party = self.parties.starting(place + 2)
            if party is not None and party.form is Form.NAME:
                return self._found(party, None, _IN_SENTENCE)
        return None

    def _labelled_role(self, colon: int) -> Party | None:
        """Read a transcript's "SECOND OFFICER:", a role of more than one word in capitals."""
        label = self.tokens[:colon]
        if colon < 2 or not all(token.is_word and token.text.isupper() for token in label):
            return None
        head, words = label[-1].key, self.whole.words
        if head not in words.people and head not in words.titles:
            return None
        phrase = " ".join(token.key for token in label)
        return Party(Form.NOUN, 0, colon - 1, colon - 1, phrase, head)

    def _from_before(self, place: int, kind: Kind, count: int) -> _Found | None:
        """Take the speaker over from the sentences before, or from the subject of this one."""
        alone = all(token.is_quote or not token.is_word for token in self.tokens)
        same_block = self.whole.previous is not None and self.whole.previous.block == self.sentence.block
        if alone or place == 0:
            speaker = self.discourse.spoke_within(self.number, 2 if alone else 1)
            announced = self._announced()
            if announced is not None:
                return announced
            if speaker is not None and (kind is Kind.DIRECT or same_block):
                return self._carried(speaker)
        return self._by_subject(place) or self._by_last(count)

    def _announced(self) -> _Found | None:
        """Take the subject of a sentence that ends with a colon right before."""
        previous = self.whole.previous
        if previous is None or previous.tokens[-1].text != ":":
            return None
        spoken = self.discourse.spoke_within(self.number, 1)
        source = self.discourse.subjects.get(self.number - 1)
        if spoken is not None:
            return self._carried(spoken)
        if source is None:
            return None
        return self._carried(Speaker(source.name, source.kind, confidence=_FROM_BEFORE, source=source))

    def _carried(self, speaker: Speaker) -> _Found:
        evidence = (
            self.whole.drafts[-1].evidence
            if self.whole.drafts
            else (self.whole.previous or self.sentence).span
        )
        return _Found(speaker, evidence, Basis.CONTEXT, _FROM_BEFORE)

    def _by_subject(self, place: int) -> _Found | None:
        """Take the owner of the words ("Trump's “…”"), else the sentence's subject."""
        if place >= 2 and self.tokens[place - 1].key == "'s":
            owner = self.parties.ending(place - 2)
            if owner is not None and owner.form is Form.NAME:
                return self._found(owner, None, _SUBJECT)
        party = self.finder.first_party(place)
        if party is None or party.kind is SourceKind.DOCUMENT or is_possessive(self.tokens, party.last):
            return None
        return self._found(party, None, _SUBJECT)

    def _by_last(self, count: int) -> _Found | None:
        speaker = self.discourse.spoke_within(self.number, 3)
        return self._carried(speaker) if speaker is not None and count >= _SHORT else None

    def _passage(self, place: int) -> Passage:
        return self.whole.passages[self.tokens[place].passage]
