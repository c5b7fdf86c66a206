"""Discourse: whom a pronoun, a role or a short phrase means at its place in the article."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.names.leads import Leads
from quotes.text.reading.names.party import DROPPED, Form, Party
from quotes.text.reading.names.sources import Naming, Register, Source, people_of
from quotes.text.reading.types import SourceKind

# How many sentences back a pronoun looks, and how much a place is worth there.
_BACK = 6
_SUBJECT_WORTH = (5.0, 5.0, 2.0, 1.0, 0.6, 0.4, 0.2)
_MENTION_WORTH = (0.0, 1.0, 0.6, 0.3, 0.2, 0.1, 0.1)
_SPEAKER_WORTH, _ONLY_SPOKE = 2.5, 0.5
# What it adds to be the subject of the sentence before a "He" that heads the next.
_HEAD_WORTH = 2.0
# Of an epithet's word that stands beside the name too.
_SHARED_WORTH = 4.0
# What it adds to be the subject, named before the pronoun, of its own sentence.
_SAME_WORTH = 4.0
_CLOSE_CALL = 0.15
# Documents that pass for whoever issued them.
_ISSUED = frozenset(
    {"statement", "message", "post", "tweet", "note", "letter", "email", "e-mail", "memo", "communique"}
)
_GENDERS = {"he": "male", "she": "female"}
_SURE, _LIKELY, _GUESS = 0.95, 0.8, 0.55


class Speaker(NamedTuple):
    """Who a party is: a name, or None with the candidates that fit equally."""

    name: str | None
    kind: SourceKind
    candidates: tuple[str, ...] = ()
    confidence: float = _SURE
    source: Source | None = None

    @property
    def is_medium(self) -> bool:
        """Tell an agency, outlet or programme."""
        return self.kind in (SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.PROGRAMME)


def speaker_of(source: Source, confidence: float = _SURE) -> Speaker:
    """Return the speaker a named source is."""
    return Speaker(source.name, source.kind, confidence=confidence, source=source)


class Discourse:
    """What has been said so far, sentence by sentence; answers who a party means now."""

    def __init__(
        self,
        register: Register,
        namings: Sequence[Sequence[Naming]],
        words: Lexicon,
        author: str | None,
        leads: Leads,
    ) -> None:
        self.leads = leads
        self.register = register
        self.namings = namings
        self.people = [people_of(found) for found in namings]
        self.words = words
        self.author = author
        self.subjects: dict[int, Source] = {}
        self.spoke: list[tuple[int, Speaker]] = []
        self.nouns: dict[str, Speaker] = {}
        self.led: dict[str, Speaker] = {}  # phrases of the lead, by whom they turned out to mean

    def note_subject(self, number: int, party: Party | None) -> None:
        """Remember whom sentence `number` is about."""
        if party is None:
            return
        if len(party.sources) == 1:
            self.subjects[number] = party.sources[0]
        elif party.key in ("he", "she") or (party.form is Form.NOUN and party.definite):
            meant = self.resolve(party, number)
            if meant.source is not None:
                self.subjects[number] = meant.source

    def note_speaker(self, number: int, speaker: Speaker) -> None:
        """Remember who spoke in sentence `number`."""
        self.spoke.append((number, speaker))
        if speaker.source is not None:
            speaker.source.doubtful = speaker.source.placed = False

    def spoke_within(self, number: int, sentences: int) -> Speaker | None:
        """Return who spoke last, if no more than `sentences` before sentence `number`."""
        if self.spoke and number - self.spoke[-1][0] <= sentences:
            return self.spoke[-1][1]
        return None

    def resolve(self, party: Party, number: int) -> Speaker:
        """Say who `party` means in sentence `number`; several that fit equally come back as candidates."""
        if party.form is Form.NAME:
            return self._named(party, number)
        if party.form is Form.PRONOUN:
            return self._pronoun(party, number)
        return self._noun(party, number)

    def _named(self, party: Party, number: int) -> Speaker:
        if len(party.sources) == 1:
            return speaker_of(party.sources[0])
        spoken = self.spoke_within(number, 2)
        if spoken is not None and spoken.source in party.sources:
            return Speaker(spoken.name, spoken.kind, confidence=_GUESS, source=spoken.source)
        names = tuple(source.name for source in party.sources)
        return Speaker(None, SourceKind.PERSON, names, 0.3)

    def _pronoun(self, party: Party, number: int) -> Speaker:
        taken_up = self._taken_up(party, number)
        if taken_up is not None:
            return speaker_of(taken_up, _LIKELY if party.key == DROPPED else _GUESS)
        if party.key in _GENDERS:
            return self._person(party, number, _GENDERS[party.key])
        if party.key == "i":
            return Speaker(self.author, SourceKind.PERSON, confidence=_GUESS if self.author else 0.2)
        if party.key == "it":
            return self._body(number)
        pair = self.leads.pair_before(number) if party.key == "they" else None
        spoken = None if pair else self.spoke_within(number, _BACK)
        if spoken is not None:
            return Speaker(spoken.name, spoken.kind, spoken.candidates, _GUESS, spoken.source)
        return Speaker(pair, SourceKind.UNNAMED, confidence=_LIKELY if pair else 0.2)

    def _taken_up(self, party: Party, number: int) -> Source | None:
        """Return the subject before that a dropped pronoun means, or, a body, "sie" or "elle"."""
        subject = self.subjects.get(number - 1)
        if party.key == DROPPED:
            return None if subject is None or subject.is_medium else subject
        if not self.words.inverts or party.key not in _GENDERS:
            return None
        named = [naming.source for naming in self.namings[number - 1]] if number else []
        people = any(source is not None and source.is_person for source in named)
        body = subject is not None and subject.kind is SourceKind.ORGANISATION
        return subject if body and not people else None

    def resolve_other(self, party: Party, number: int, than: Source) -> Speaker:
        """Say who "him" is in "Quill recalled him saying": anybody of the gender but Quill."""
        gender = _GENDERS.get(party.key)
        return self.resolve(party, number) if gender is None else self._person(party, number, gender, than)

    def _person(self, party: Party, number: int, gender: str, other: Source | None = None) -> Speaker:
        noun = self._unnamed_before(number, gender)
        scores = self._scores(number, gender, party.first)
        if other is not None:
            scores.pop(other, None)
        if not scores:
            return noun if noun is not None else self._only_person(gender, number, other)
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        best, worth = ranked[0]
        if noun is not None and self.spoke[-1][0] > best.last:
            return noun
        if len(ranked) > 1 and worth - ranked[1][1] < _CLOSE_CALL:
            names = tuple(source.name for source, _ in ranked[:2])
            return Speaker(None, SourceKind.PERSON, names, 0.3)
        clear = len(ranked) == 1 or worth > ranked[1][1] + 1
        if clear and best.gender is None:
            best.gender = gender
        return speaker_of(best, _LIKELY if clear else _GUESS)

    def goes_on(self, party: Party, number: int) -> Speaker:
        """Say who "he" is in "he added": whoever spoke right before, if he can be it."""
        spoken = self.spoke_within(number, 2)
        gender = _GENDERS.get(party.key)
        named = any(last < party.first for last in self.people[number])
        if spoken is None or gender is None or named:
            return self.resolve(party, number)
        fits = spoken.source is not None and _may_be(spoken.source, gender)
        if fits or (spoken.kind is SourceKind.UNNAMED and self._may_mean(spoken, gender)):
            return spoken._replace(confidence=_LIKELY)
        return self.resolve(party, number)

    def _may_mean(self, unnamed: Speaker, gender: str) -> bool:
        """Tell whether a pronoun of `gender` can be for somebody called by a noun ("a German woman")."""
        head = (unnamed.name or "").casefold().split()
        other = self.words.female if gender == "male" else self.words.male
        return bool(head) and other.isdisjoint(head)

    def _unnamed_before(self, number: int, gender: str) -> Speaker | None:
        """Return the person without a name who spoke last, if just before and of the pronoun's gender."""
        spoken = self.spoke_within(number, 2)
        unnamed = spoken is not None and spoken.kind is SourceKind.UNNAMED
        return spoken if spoken is not None and unnamed and self._may_mean(spoken, gender) else None

    def _only_person(self, gender: str, number: int, other: Source | None) -> Speaker:
        known = (one for one in self.register.people if one is not other and one.first <= number)
        people = [one for one in known if _may_be(one, gender)]
        if len(people) == 1:
            return speaker_of(people[0], _GUESS)
        return Speaker(None, SourceKind.PERSON, tuple(source.name for source in people[:3]), 0.2)

    def _scores(self, number: int, gender: str | None, first: int) -> dict[Source, float]:
        scores: dict[Source, float] = {}

        def add(source: Source | None, worth: float) -> None:
            if source is not None and _may_be(source, gender):
                if source not in scores:
                    scores[source] = (0.3 if source.gender else 0.0) + 0.02 * min(source.seen, 20)
                scores[source] += worth

        for back in range(min(_BACK, number) + 1):
            add(self.subjects.get(number - back), _SUBJECT_WORTH[back] - _MENTION_WORTH[back])
            if back == 0 and self._precedes(self.subjects.get(number), number, first):
                add(self.subjects[number], _SAME_WORTH)
            for last, source in self.people[number - back].items():
                if back == 0 and last >= first:
                    break
                add(source, _MENTION_WORTH[back] + (1.0 if back == 0 else 0.0))
        acted = self._acted_before(number)
        known = acted is not None and acted.gender is not None and acted.gender == gender
        if known or first == 0 or self._fronted(number, first):
            add(acted, _HEAD_WORTH)
        spoken = self.spoke_within(number, 4)
        if spoken is not None:
            add(spoken.source, _SPEAKER_WORTH - (0.0 if spoken.source in scores else _ONLY_SPOKE))
        return scores

    def _precedes(self, source: Source | None, number: int, first: int) -> bool:
        """Tell whether sentence `number` names `source` before token `first`."""
        return any(known is source and last < first for last, known in self.people[number].items())

    def _fronted(self, number: int, first: int) -> bool:
        """Tell whether only media and things are named before a pronoun: "In an interview with X, he …"."""
        before = [naming for naming in self.namings[number] if naming.name.last < first]
        named = [naming.source for naming in before if naming.source is not None]
        return bool(named) and not any(source.is_person for source in named)

    def _acted_before(self, number: int) -> Source | None:
        """Return the subject of the sentence before, if named there: whom a "He" at the head takes up."""
        subject = self.subjects.get(number - 1)
        named = {naming.source for naming in self.namings[number - 1]} if number else set()
        return subject if subject in named else None

    def _body(self, number: int) -> Speaker:
        """Return the organisation, government or medium that "it" means."""
        spoken = self.spoke_within(number, 3)
        if spoken is not None and spoken.kind not in (SourceKind.PERSON, SourceKind.UNNAMED):
            return spoken
        for back in range(1, min(_BACK, number) + 1):
            for naming in self.namings[number - back]:
                if naming.source is not None and not naming.source.is_person:
                    return speaker_of(naming.source, _GUESS)
        return Speaker(None, SourceKind.ORGANISATION, confidence=0.2)

    def _noun(self, party: Party, number: int) -> Speaker:
        if party.kind is SourceKind.OUTLET:
            return self._medium(party, number)
        if party.key in _ISSUED and party.definite:
            spoken = self.spoke_within(number, 4)
            if spoken is not None:
                return spoken
        meant = self._back(party, number) if party.definite else None
        meant = meant or self._ahead(party, number) or self._described(party, number)
        if meant is not None:
            return meant
        speaker = Speaker(party.phrase, party.kind, confidence=_LIKELY)
        self.nouns[party.key] = speaker
        return speaker

    def describe(self, party: Party, speaker: Speaker, phrase: str) -> Speaker:
        """Call somebody without a name by the whole `phrase` that defines him, now and when he comes back."""
        if speaker.source is not None or speaker.name != party.phrase:
            return speaker
        described = speaker._replace(name=phrase)
        if party.key in self.nouns:
            self.nouns[party.key] = described
        return described

    def _back(self, party: Party, number: int) -> Speaker | None:
        called = self._called(party, number)
        if called is not None:
            return called
        known = self._known_role(party, number)
        if known is None and party.key in self.words.high_offices and len(party.phrase.split()) == 1:
            return self._recent_person(number)
        return known

    def _called(self, party: Party, number: int) -> Speaker | None:
        """Return whom "the Utah Republican" or "the Democratic nominee" is: one named so, else the topic.

        Of those named before, he whose name stands beside the phrase's own words; an epithet that needs no
        introduction goes to the person the article is about, but not to the sentence's own subject.
        """
        head = party.key in self.words.epithets
        if len(party.phrase.split()) < 2 or not (head or party.key in self.words.high_offices):
            return None
        scores = self._scores(number, self._gender_of(party), party.first)
        subject = self.subjects.get(number)
        own = subject if self._precedes(subject, number, party.first) else None
        shared = {
            one: self.leads.epithets.shared(party, one)
            for one in scores
            if one is not own and (head or self.leads.covers(party.key, one))
        }
        worth = {one: scores[one] + _SHARED_WORTH * count for one, count in shared.items()}
        fitting = [one for one in worth if shared[one] or (head and (one.gender or one.roles))]
        fitting.sort(key=lambda one: -worth[one])
        if not fitting or (len(fitting) > 1 and worth[fitting[0]] - worth[fitting[1]] < _CLOSE_CALL):
            return None
        return speaker_of(fitting[0], _LIKELY if shared[fitting[0]] else _GUESS)

    def _gender_of(self, party: Party) -> str | None:
        male, female = party.key in self.words.male, party.key in self.words.female
        return None if male == female else "male" if male else "female"

    def _ahead(self, party: Party, number: int) -> Speaker | None:
        known = self.led.get(party.phrase.casefold()) if party.definite else None
        if known is not None:
            return known
        named = (self.leads.named_before(party, number) if party.definite else None) or self.leads.named_next(
            party, number
        )
        if named is None:
            return None
        return self.led.setdefault(party.phrase.casefold(), speaker_of(named, _LIKELY))

    def _known_role(self, party: Party, number: int) -> Speaker | None:
        """Return who "the senator" or "the ministry" is, if the article has said so."""
        if party.kind is SourceKind.ORGANISATION:
            return self._known_body(party, number)
        holders = [
            source
            for source in self.register.holders(party.key)
            if not source.holds_other_office(party.phrase, self.words)
            and not self.leads.is_elsewhere(party, source, self.register)
        ]
        if len(holders) == 1:
            return speaker_of(holders[0], _LIKELY)
        if holders:
            return self._latest(number, lambda source: source in holders)
        if party.key in self.nouns and len(party.phrase.split()) <= 2:
            return self.nouns[party.key]
        if party.key not in self.words.covers or party.key in self.nouns:
            return None
        return self._latest(number, lambda source: self.leads.fits(party, source, self.register))

    def _known_body(self, party: Party, number: int) -> Speaker | None:
        """Return the body that "the ministry" or "the company" is: one named, else one described before."""
        named = self._latest(number, lambda source: self._is_such_body(source, party.key))
        plain = len(party.phrase.split()) == 1
        return named or (self.nouns.get(party.key) if plain else None)

    def _described(self, party: Party, number: int) -> Speaker | None:
        """Return whom "the 64-year-old general", "the former mayor" describes: the person spoken of last."""
        first = party.phrase.casefold().split()[0]
        if not party.definite or not (first.endswith("-year-old") or first in ("former", "outgoing", "ex")):
            return None
        here = {
            naming.source.name: naming.source
            for naming in self.namings[number]
            if naming.source is not None and naming.source.is_person and naming.name.last < party.first
        }
        if len(here) == 1:
            return speaker_of(next(iter(here.values())), _LIKELY)
        spoken = self.spoke_within(number, 2)
        if spoken is not None and spoken.source is not None and spoken.source.is_person:
            return speaker_of(spoken.source, _GUESS)
        return self._recent_person(number)

    def _recent_person(self, number: int) -> Speaker | None:
        """Return the one person the sentences just before are about."""
        recent = {
            self.subjects[at].name: self.subjects[at]
            for at in range(max(0, number - 2), number)
            if at in self.subjects
        }
        people = [source for source in recent.values() if source.is_person]
        return speaker_of(people[0], _GUESS) if len(people) == 1 else None

    def _is_such_body(self, source: Source, head: str) -> bool:
        if source.kind is not SourceKind.ORGANISATION:
            return False
        spoken = source.name.casefold().rstrip(".").split()
        named_so = spoken[-1] in self.words.company_endings or spoken[0] in self.words.company_nouns
        company = head in self.words.company_nouns and named_so
        return head in spoken or company

    def _medium(self, party: Party, number: int) -> Speaker:
        if party.key in self.words.unnamed_media:
            stately = [source for source in self.register.state_media if source.first <= number]
            if len(stately) == 1 and party.key in ("state media", "official media", "state news agency"):
                return speaker_of(stately[0], _LIKELY)
            return Speaker(party.phrase, SourceKind.OUTLET, confidence=_LIKELY)
        wanted = SourceKind.AGENCY if party.key == "agency" else SourceKind.OUTLET
        latest = self._latest(number, lambda source: source.kind is wanted) if party.definite else None
        return latest or Speaker(party.phrase, SourceKind.OUTLET, confidence=_GUESS)

    def _latest(self, number: int, fits: Callable[[Source], bool]) -> Speaker | None:
        for back in range(min(number, 3 * _BACK) + 1):
            for naming in reversed(self.namings[number - back]):
                if naming.source is not None and fits(naming.source):
                    return speaker_of(naming.source, _LIKELY)
        return None


def _may_be(source: Source, gender: str | None) -> bool:
    return source.is_somebody and (gender is None or source.gender in (gender, None))
