"""Descriptions: whom "the senator", "the ministry", "the Utah Republican" mean at their place."""

from collections.abc import Sequence

from quotes.text.reading.attribution.memory import GUESS, LIKELY, Speaker, speaker_of
from quotes.text.reading.attribution.ranking import CLOSE_CALL, Ranking
from quotes.text.reading.names.party import Party
from quotes.text.reading.names.sources import Naming, Source
from quotes.text.reading.types import SourceKind

# So far ahead a lead's "its state news agency" is named.
_NEXT = 3
# Of an epithet's word that stands beside the name too.
_SHARED_WORTH = 4.0


class Descriptions(Ranking):
    """Resolves nouns: roles, bodies, media, persons without a name."""

    def _noun(self, party: Party, number: int) -> Speaker:
        if party.kind is SourceKind.OUTLET:
            return self._medium(party, number)
        if party.key in self.words.issued and party.definite:
            spoken = self.spoke_within(number, 4)
            if spoken is not None:
                return spoken
        meant = self._back(party, number) if party.definite else None
        if (
            meant is not None
            and meant.source is not None
            and meant.source.first > number
            and _has_owner(party)
        ):
            meant = self._ahead(party, number) or meant  # "Tarn's minister" is rather the next one named
        meant = meant or self._ahead(party, number) or self._described(party, number)
        if meant is not None:
            return meant
        speaker = Speaker(party.phrase, party.kind, confidence=LIKELY)
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
        if party.phrase.casefold() == party.key in self.led:
            return self.led[party.key]
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
        if not fitting or (len(fitting) > 1 and worth[fitting[0]] - worth[fitting[1]] < CLOSE_CALL):
            return None
        return speaker_of(fitting[0], LIKELY if shared[fitting[0]] else GUESS)

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
        self.led.setdefault(party.key, speaker_of(named, LIKELY))  # "the premier", farther on
        return self.led.setdefault(party.phrase.casefold(), speaker_of(named, LIKELY))

    def _known_role(self, party: Party, number: int) -> Speaker | None:
        """Return who "the senator" or "the ministry" is, if the article has said so."""
        if party.kind is SourceKind.ORGANISATION:
            return self._known_body(party, number)
        holders = [
            source
            for source in self.register.holders(party.key)
            if (source.first <= number or not self._is_owned(party))
            and not source.holds_other_office(party.phrase, self.words)
            and not self.leads.is_elsewhere(party, source, self.register)
        ]
        if len(holders) == 1:
            return speaker_of(holders[0], LIKELY)
        if holders:
            return self._latest(number, lambda source: source in holders)
        if party.key in self.nouns and len(party.phrase.split()) <= 2:
            return self.nouns[party.key]
        if party.key not in self.words.covers or party.key in self.nouns:
            return None
        return self._latest(number, lambda source: self.leads.fits(party, source, self.register))

    def _is_owned(self, party: Party) -> bool:
        """Tell "his spokesman": nobody who is named farther on, in another's service."""
        owner = party.phrase.casefold().split()[0]
        return owner in self.words.possessives and self.words.pronouns.get(owner) in ("he", "she")

    def _known_body(self, party: Party, number: int) -> Speaker | None:
        """Return the body that "the ministry" or "the company" is: one named, else one described before."""
        named = self._latest(number, lambda source: self._is_such_body(source, party.key))
        plain = len(party.phrase.split()) == 1
        return named or (self.nouns.get(party.key) if plain else None)

    def _described(self, party: Party, number: int) -> Speaker | None:
        """Return whom "the 64-year-old general", "the former mayor" describes: the person spoken of last."""
        first = party.phrase.casefold().split()[0]
        if not party.definite:
            return None
        if not (first.endswith("-year-old") or first in ("former", "outgoing", "ex")):
            return self._just_introduced(party, number)
        here = {
            naming.source.name: naming.source
            for naming in self.namings[number]
            if naming.source is not None and naming.source.is_person and naming.name.last < party.first
        }
        if len(here) == 1:
            return speaker_of(next(iter(here.values())), LIKELY)
        spoken = self.spoke_within(number, 2)
        if spoken is not None and spoken.source is not None and spoken.source.is_person:
            return speaker_of(spoken.source, GUESS)
        return self._recent_person(number)

    def _just_introduced(self, party: Party, number: int) -> Speaker | None:
        """Return whom "the retired welder" is: who was first named, without a role, the sentence before."""
        many = len(party.phrase.split()) > 1 and not party.key.endswith("s")
        source = self.subjects.get(number - 1)
        if (
            not many
            or party.kind is not SourceKind.UNNAMED
            or party.key in self.words.anonymous
            or source is None
        ):
            return None
        fits = source.is_somebody and source.first == number - 1 and not source.roles
        owned = _has_owner(party) or self._is_owned(party)
        return speaker_of(source, GUESS) if fits and not owned else None

    def _recent_person(self, number: int) -> Speaker | None:
        """Return the one person the sentences just before are about."""
        recent = {
            self.subjects[at].name: self.subjects[at]
            for at in range(max(0, number - 2), number)
            if at in self.subjects
        }
        people = [source for source in recent.values() if source.is_person]
        return speaker_of(people[0], GUESS) if len(people) == 1 else None

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
                return speaker_of(stately[0], LIKELY)
            if not stately and (named := self._agency_next(party, number)) is not None:
                return speaker_of(named, LIKELY)
            return Speaker(party.phrase, SourceKind.OUTLET, confidence=LIKELY)
        wanted = SourceKind.AGENCY if party.key == "agency" else SourceKind.OUTLET
        latest = self._latest(number, lambda source: source.kind is wanted) if party.definite else None
        return latest or Speaker(party.phrase, SourceKind.OUTLET, confidence=GUESS)

    def _agency_next(self, party: Party, number: int) -> Source | None:
        """Return the agency that the next sentences name for "its state news agency", if but one."""
        if not (_has_owner(party) or party.phrase.casefold().split()[0] in self.words.possessives):
            return None
        behind = (naming.source for at in range(number + 1, number + _NEXT) for naming in self._named_in(at))
        agencies = {one.name: one for one in behind if one is not None and one.kind is SourceKind.AGENCY}
        return next(iter(agencies.values())) if len(agencies) == 1 else None

    def _named_in(self, number: int) -> Sequence[Naming]:
        return self.namings[number] if number < len(self.namings) else ()


def _has_owner(party: Party) -> bool:
    return "'s " in party.phrase or "’s " in party.phrase
