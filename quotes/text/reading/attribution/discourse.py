"""Discourse: whom a pronoun, a role or a short phrase means at its place in the article."""

from quotes.text.reading.attribution.descriptions import Descriptions
from quotes.text.reading.attribution.memory import GUESS, LIKELY, Speaker, speaker_of
from quotes.text.reading.attribution.pronouns import GENDERS, Pronouns
from quotes.text.reading.attribution.ranking import may_be
from quotes.text.reading.names.party import Form, Party
from quotes.text.reading.names.sources import Source
from quotes.text.reading.types import SourceKind


class Discourse(Pronouns, Descriptions):
    """What has been said so far, sentence by sentence; answers who a party means now."""

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
            elif meant.kind is SourceKind.ORGANISATION:
                self.bodies[number] = meant
            elif meant.kind is SourceKind.DOCUMENT:
                self.records[number] = meant

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
            return Speaker(spoken.name, spoken.kind, confidence=GUESS, source=spoken.source)
        names = tuple(source.name for source in party.sources)
        return Speaker(None, SourceKind.PERSON, names, 0.3)

    def resolve_other(self, party: Party, number: int, than: Source) -> Speaker:
        """Say who "him" is in "Quill recalled him saying": anybody of the gender but Quill."""
        gender = GENDERS.get(party.key)
        return self.resolve(party, number) if gender is None else self._person(party, number, gender, than)

    def goes_on(self, party: Party, number: int) -> Speaker:
        """Say who "he" is in "he added": whoever spoke right before, if he can be it."""
        spoken = self.spoke_within(number, 2)
        gender = GENDERS.get(party.key)
        named = any(last < party.first for last in self.people[number])
        if spoken is None or gender is None or named:
            return self.resolve(party, number)
        fits = spoken.source is not None and may_be(spoken.source, gender)
        if fits or (spoken.kind is SourceKind.UNNAMED and self._may_mean(spoken, gender)):
            return spoken._replace(confidence=LIKELY)
        return self.resolve(party, number)

    def quoter(self, party: Party, number: int) -> Speaker:
        """Say what "it" means in "it quoted her as saying": the record before, else the medium named last."""
        if party.key != "it":
            return self.resolve(party, number)
        if number - 1 in self.records:
            return self.records[number - 1]
        sentences = range(number, max(-1, number - 3), -1)
        near = (naming.source for at in sentences for naming in reversed(self.namings[at]))
        medium = next((source for source in near if source is not None and source.is_medium), None)
        return speaker_of(medium, LIKELY) if medium is not None else self.resolve(party, number)
