"""Finding speakers: who says a quotation, by its cue, a label, the sentences before or the subject."""

from collections.abc import Sequence
from typing import NamedTuple

from quotes.text.reading.attribution.cue_finder import CueFinder
from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.attribution.discourse import Discourse
from quotes.text.reading.attribution.drafts import Draft
from quotes.text.reading.attribution.memory import Speaker
from quotes.text.reading.attribution.readers import read_out
from quotes.text.reading.attribution.sayings import owner_of_saying, told_of
from quotes.text.reading.attribution.speakers import governing
from quotes.text.reading.attribution.witnesses import witnessed
from quotes.text.reading.marking.frames import Sentence
from quotes.text.reading.marking.marks import Passage
from quotes.text.reading.names.party import Form, Party, is_possessive
from quotes.text.reading.types import Basis, Kind, SourceKind
from quotes.text.spans import Span

# Within so many tokens a name and a colon head a line.
_LABEL = 10
_BESIDE, _IN_SENTENCE, _HELD, _FROM_BEFORE, SUBJECT = 0.98, 0.92, 0.85, 0.75, 0.55
_SHORT = 4


class Found(NamedTuple):
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
            "context" if self.basis is Basis.CONTEXT else "subject" if self.confidence == SUBJECT else "label"
        )


class SpeakerFinder:
    """Finds the speakers of one sentence's quotations.

    `drafts` are the quotations before, `previous` is the sentence before.
    """

    def __init__(
        self,
        finder: CueFinder,
        cues: Sequence[Cue],
        number: int,
        discourse: Discourse,
        drafts: Sequence[Draft],
        previous: Sentence | None,
    ) -> None:
        self.finder = finder
        self.parties = finder.parties
        self.words = finder.words
        self.cues = cues
        self.sentence = self.parties.sentence
        self.tokens = self.parties.tokens
        self.keys = self.parties.keys
        self.number = number
        self.discourse = discourse
        self.drafts = drafts
        self.previous = previous

    def speaker(self, place: int, passage: Passage, kind: Kind) -> Found | None:
        """Return who says the quotation at `place`, None where nothing tells."""
        choice = governing(self.tokens, place, self.cues, self.is_calling)
        choice = witnessed(choice, place, self.cues, self.keys, self.words)
        choice = read_out(choice, place, self.parties)
        owner = owner_of_saying(self.parties, self.cues, place, choice.speaking)
        if owner is not None:
            return self._found(owner, None, _IN_SENTENCE)
        if choice.speaking and (told := told_of(self.finder, choice.speaking, place)) is not None:
            return self._found(told, None, SUBJECT, (choice.speaking, *choice.relaying))
        found = self.by_cue(choice.speaking, choice.relaying)
        if found is not None:
            return found
        count = len(passage.inner.of(self.parties.text).split())
        return self._by_label(place) or self._from_before(place, kind, count)

    def by_cue(self, speaking: Cue | None, relaying: tuple[Cue, ...]) -> Found | None:
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
        return author if author is not None and named and not self.words.sending.isdisjoint(verb) else party

    def _found(self, party: Party, cue: Cue | None, worth: float, relaying: tuple[Cue, ...] = ()) -> Found:
        party = self._author(party)
        on = cue is not None and self.tokens[cue.last].key in self.words.continuing
        speaker = (self.discourse.goes_on if on else self.discourse.resolve)(party, self.number)
        quoter = cue.subject if cue is not None and cue.role is Role.QUOTES else None
        if quoter is not None and party.form is Form.PRONOUN:
            itself = self.discourse.resolve(quoter, self.number).source
            if itself is not None:
                speaker = self.discourse.resolve_other(party, self.number, itself)
        speaker = self.discourse.describe(party, speaker, self.parties.defined(party))
        return Found(
            speaker, self.sentence.span_of(party.first, party.last), Basis.EXPLICIT, worth, cue, relaying
        )

    def _by_label(self, place: int) -> Found | None:
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
        head, words = label[-1].key, self.words
        if head not in words.people and head not in words.titles:
            return None
        phrase = " ".join(token.key for token in label)
        return Party(Form.NOUN, 0, colon - 1, colon - 1, phrase, head)

    def _from_before(self, place: int, kind: Kind, count: int) -> Found | None:
        """Take the speaker over from the sentences before, or from the subject of this one."""
        alone = all(token.is_quote or not token.is_word for token in self.tokens)
        same_block = self.previous is not None and self.previous.block == self.sentence.block
        if alone or place == 0:
            speaker = self.discourse.spoke_within(self.number, 2 if alone else 1)
            announced = self._announced()
            if announced is not None:
                return announced
            if speaker is not None and (kind is Kind.DIRECT or same_block):
                return self._carried(speaker)
        return self._by_subject(place) or self._by_last(count)

    def _announced(self) -> Found | None:
        """Take the subject of a sentence that ends with a colon right before."""
        previous = self.previous
        if previous is None or previous.tokens[-1].text != ":":
            return None
        spoken = self.discourse.spoke_within(self.number, 1)
        source = self.discourse.subjects.get(self.number - 1)
        if spoken is not None:
            return self._carried(spoken)
        if source is None:
            return None
        return self._carried(Speaker(source.name, source.kind, confidence=_FROM_BEFORE, source=source))

    def _carried(self, speaker: Speaker) -> Found:
        evidence = self.drafts[-1].evidence if self.drafts else (self.previous or self.sentence).span
        return Found(speaker, evidence, Basis.CONTEXT, _FROM_BEFORE)

    def _by_subject(self, place: int) -> Found | None:
        """Take the owner of the words ("Trump's “…”"), else the sentence's subject."""
        if place >= 2 and self.tokens[place - 1].key == "'s":
            owner = self.parties.ending(place - 2)
            if owner is not None and owner.form is Form.NAME:
                return self._found(owner, None, SUBJECT)
        party = self.finder.first_party(place)
        if party is None or party.kind is SourceKind.DOCUMENT or is_possessive(self.tokens, party.last):
            return None
        return self._found(party, None, SUBJECT)

    def _by_last(self, count: int) -> Found | None:
        speaker = self.discourse.spoke_within(self.number, 3)
        return self._carried(speaker) if speaker is not None and count >= _SHORT else None

    def is_calling(self, cue: Cue) -> bool:
        """Tell a verb that gives a name ("called it")."""
        return self.tokens[cue.last].key in self.words.calling
