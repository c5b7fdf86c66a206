"""Pronouns: whom "he", "she", "it" and "they" mean at their place in the article."""

from quotes.text.reading.attribution.memory import BACK, GUESS, LIKELY, Speaker, speaker_of
from quotes.text.reading.attribution.ranking import CLOSE_CALL, Ranking, may_be
from quotes.text.reading.names.party import DROPPED, Party
from quotes.text.reading.names.sources import MEDIA, Source
from quotes.text.reading.types import SourceKind

# What "it" means first, where a sentence was about it.
_BODIES = frozenset({SourceKind.ORGANISATION, *MEDIA})
GENDERS = {"he": "male", "she": "female"}


class Pronouns(Ranking):
    """Resolves pronouns."""

    def _pronoun(self, party: Party, number: int) -> Speaker:
        taken_up = self._taken_up(party, number)
        if taken_up is not None:
            return speaker_of(taken_up, LIKELY if party.key == DROPPED else GUESS)
        if party.key in GENDERS:
            return self._person(party, number, GENDERS[party.key])
        if party.key == "i":
            return Speaker(self.author, SourceKind.PERSON, confidence=GUESS if self.author else 0.2)
        if party.key == "it":
            return self._body(party, number)
        pair = self.leads.pair_before(number) if party.key == "they" else None
        spoken = None if pair else self.spoke_within(number, BACK)
        if spoken is not None:
            return Speaker(spoken.name, spoken.kind, spoken.candidates, GUESS, spoken.source)
        return Speaker(pair, SourceKind.UNNAMED, confidence=LIKELY if pair else 0.2)

    def _taken_up(self, party: Party, number: int) -> Source | None:
        """Return the subject before that a dropped pronoun means, or, a body, "sie" or "elle"."""
        subject = self.subjects.get(number - 1)
        if party.key == DROPPED:
            return None if subject is None or subject.is_medium else subject
        if not self.words.inverts or party.key not in GENDERS:
            return None
        named = [naming.source for naming in self.namings[number - 1]] if number else []
        people = any(source is not None and source.is_person for source in named)
        body = subject is not None and subject.kind is SourceKind.ORGANISATION
        return subject if body and not people else None

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
        if len(ranked) > 1 and worth - ranked[1][1] < CLOSE_CALL:
            names = tuple(source.name for source, _ in ranked[:2])
            return Speaker(None, SourceKind.PERSON, names, 0.3)
        clear = len(ranked) == 1 or worth > ranked[1][1] + 1
        if clear and best.gender is None:
            best.gender = gender
        return speaker_of(best, LIKELY if clear else GUESS)

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
        people = [one for one in known if may_be(one, gender)]
        if len(people) == 1:
            return speaker_of(people[0], GUESS)
        return Speaker(None, SourceKind.PERSON, tuple(source.name for source in people[:3]), 0.2)

    def _body(self, party: Party, number: int) -> Speaker:
        """Return the organisation, government or medium that "it" means."""
        own = self.subjects.get(number)
        before = (naming.source for naming in self.namings[number] if naming.name.last < party.first)
        if own is not None and own.kind in _BODIES and own in before:
            return speaker_of(own, GUESS)
        subject = self.subjects.get(number - 1)
        if not self.spoke or self.spoke[-1][0] < number - 1:
            if subject is not None and subject.kind in _BODIES:
                return speaker_of(subject, GUESS)
            if number - 1 in self.bodies:
                return self.bodies[number - 1]
        spoken = self.spoke_within(number, 3)
        if spoken is not None and spoken.kind not in (SourceKind.PERSON, SourceKind.UNNAMED):
            return spoken
        for back in range(1, min(BACK, number) + 1):
            for naming in self.namings[number - back]:
                if naming.source is not None and not naming.source.is_person:
                    return speaker_of(naming.source, GUESS)
        return Speaker(None, SourceKind.ORGANISATION, confidence=0.2)
