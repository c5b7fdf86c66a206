"""Inverted: the cues of languages whose subject may stand on either side of its verb.

German puts the verb second, or last in its clause ("sagte Weber", "wie Weber der dpa sagte"), French and
Spanish turn verb and subject around behind a quotation ("a-t-elle dit", "dijo Ruiz").
"""

from collections.abc import Iterator

from quotes.text.reading.attribution.cue_finder import CueFinder
from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.party import DROPPED, Form, Party
from quotes.text.reading.names.phrases import Phrases
from quotes.text.reading.types import SourceKind

# How far a quoting verb's medium and speaker may stand from it, in tokens.
_QUOTED = 16
# So many phrases may stand between a verb and its subject ("raconte à l'AFP Joseph Tamar").
_BETWEEN = 3
_SAYING = 12  # and so far on the participle of a quoting verb


def cue_finder(parties: Parties, words: Lexicon) -> CueFinder:
    """Return the finder for the language's order of words."""
    return InvertedCueFinder(parties, words) if words.inverts else CueFinder(parties, words)


class InvertedCueFinder(CueFinder):
    """Finds cues by what stands beside the verb: a party before it, one behind, or its clause's first."""

    def __init__(self, parties: Parties, words: Lexicon) -> None:
        super().__init__(parties, words)
        self.phrases = Phrases(parties, words)

    def first_party(self, before: int) -> Party | None:
        """Return whom the sentence is about: its first free party, else its named source."""
        party = super().first_party(before)
        if party is not None:
            return self.phrases.whole(party)
        named = (self._source_named(place) for place in range(min(before, len(self.tokens))))
        sources = (cue.subject for cue in named if cue is not None and cue.subject is not None)
        return next((source for source in sources if not source.is_medium), None)

    def _found(self) -> Iterator[Cue]:
        subject: Party | None = None
        upto = -1
        for place, token in enumerate(self.tokens):
            if place <= upto or not token.is_word or place in self.parties.inside:
                continue
            cue = self._reported_at(place, token, subject)
            if cue is None:
                continue
            upto = cue.last
            if cue.role is not Role.ACCORDING and cue.subject is not None:
                subject = cue.subject
            yield cue

    def _reported_at(self, place: int, token: Token, subject: Party | None) -> Cue | None:
        according = self._source_named(place) or self._so(place)
        if according is not None:
            return according
        if not self._may_be_verb(place, token):
            return None
        if token.key in self.words.quoting:
            return self._quotes(place, subject)
        return self._says(place, token, subject) if token.key in self.words.cues else None

    def _source_named(self, place: int) -> Cue | None:
        """Read "laut Weber", "d'après Weber", "de acuerdo con Weber", and "Weber zufolge"."""
        if self.tokens[place].key in self.words.postposed:
            party = self.phrases.ending(place - 1)
            return Cue(Role.ACCORDING, place, place, party) if party is not None else None
        if place == 0 and self.tokens[0].key in self.words.opinion:
            return self._opinion()
        for length in (3, 2, 1):
            phrase = " ".join(token.key for token in self.tokens[place : place + length])
            if phrase in self.words.according:
                behind = place + length
                skipped = length > 1 and self.phrases.is_genitive(behind)
                party = self.phrases.source(behind + 1 if skipped else behind)
                last = place + length - 1
                if party is not None and party.key == "statement":
                    return None  # "selon un communiqué": the speaker's own, a setting
                return Cue(Role.ACCORDING, place, last, party) if party is not None else None
        return None

    def _opinion(self) -> Cue | None:
        """Read "Pour la maire Anne Delcourt, « il faut … »"."""
        party = self.phrases.starting(1)
        person = party is not None and party.kind in (SourceKind.PERSON, SourceKind.UNNAMED)
        if party is None or not person or self._key(party.last + 1) != ",":
            return None
        return Cue(Role.ACCORDING, 0, 0, party)

    def _so(self, place: int) -> Cue | None:
        """Read "so Weber" behind a quotation or a comma."""
        if self.tokens[place].key not in self.words.so or place == 0 or self.tokens[place - 1].is_word:
            return None
        party = self.phrases.starting(place + 1)
        named = party is not None and party.first <= place + 2
        return Cue(Role.SPEAKS, place, place, party) if named else None

    def _before(self, place: int) -> int:
        """Skip auxiliaries, adverbs and the pronouns bound to them ("comme l'a confié")."""
        at = super()._before(place)
        while at >= 0 and self.tokens[at].key == "the" and at < place - 1:
            at -= 1
        return at

    def _may_be_verb(self, place: int, token: Token) -> bool:
        if token.text[0].isupper() and place > 0:
            return False
        previous = self._key(place - 1)
        return previous not in self.words.noun_signs or previous in self.words.adverbs

    def _says(self, place: int, token: Token, subject: Party | None) -> Cue | None:
        first = self._before(place) + 1
        if self._is_silence(first - 1, place):
            return None
        party, adjacent = self._subject_of(first, place, subject)
        strong = token.key in self.words.strong or self._closes_quotation(first, party)
        role = Role.SPEAKS if strong else Role.HOLDS
        framing = party is not None and party.last < first - 1
        return None if party is None else Cue(role, first, place, party, adjacent=adjacent, framing=framing)

    def _closes_quotation(self, first: int, party: Party | None) -> bool:
        """Tell a verb right behind a quotation with its subject behind it: whichever it is, it reports."""
        at = first - 2 if self._key(first - 1) == "," else first - 1
        return party is not None and party.first >= first and at >= 0 and self.tokens[at].is_quote

    def _is_silence(self, before: int, place: int) -> bool:
        """Tell words not said: a negation beside a verb that then reports silence."""
        near = [token.key for token in self.tokens[max(0, before + 1 - 2) : place + 3]]
        return "not" in near and self.tokens[place].key in self.words.silent

    def _subject_of(self, first: int, place: int, subject: Party | None) -> tuple[Party | None, bool]:
        beside = self.phrases.before(first - 1)
        if beside is not None:
            return beside, True
        if self.tokens[place].key in self.words.reading and self._key(place + 1) in self.words.pronouns:
            return self.phrases.behind_preposition(place + 2), True  # "hieß es aus dem Ministerium"
        party = self._enclitic(first, place)
        if party is None and self._is_turned(first):
            party = self._behind(place + 1)
        party = party or self.phrases.first_of_clause(place)
        if party is not None:
            return party, True
        if self.tokens[0].is_quote:
            return subject or self._dropped(place), False
        return subject or self.first_party(place), False

    def _dropped(self, place: int) -> Party | None:
        """Return the pronoun that only the verb's ending tells ("«…», añadió")."""
        if not self.words.drops_pronouns:
            return None
        return Party(Form.PRONOUN, place, place, place, self.tokens[place].text, DROPPED, definite=True)

    def _enclitic(self, first: int, place: int) -> Party | None:
        """Read the pronoun bound to verb or auxiliary ("a-t-elle ajouté", "dit-il")."""
        for at in range(first, min(place + 2, len(self.tokens))):
            if self.tokens[at].text.startswith("-") and self.tokens[at].key in self.words.pronouns:
                return self.phrases.pronoun(at)
        return None

    def _behind(self, place: int) -> Party | None:
        """Return the subject behind the verb, over days and phrases with a preposition between them."""
        at = self._past_adverbs(place)
        for _ in range(_BETWEEN):
            party = self.phrases.starting(at)
            following = self.phrases.past_preposition(at)
            if party is not None or following is None:
                return party
            at = self._past_adverbs(following)
        return None

    def _past_adverbs(self, place: int) -> int:
        """Step over days and small words between verb and subject ("sagte am Montag der Minister")."""
        at = place
        while at < len(self.tokens) and (
            self._key(at) in self.words.calendar
            or (self._key(at) == "on" and self._key(at + 1) in self.words.calendar)
            or (self._key(at) in self.words.adverbs and self._key(at) not in self.words.pronouns)
        ):
            at += 1
        return at

    def _is_turned(self, first: int) -> bool:
        """Tell whether what stands before the verb lets its subject follow: a mark or an opening phrase."""
        at = first - 1
        if at < 0 or self.tokens[at].is_quote or not self.tokens[at].is_word:
            return True
        return self.phrases.is_fronted(at) or self._key(at) in self.words.turning

    def _quotes(self, place: int, subject: Party | None) -> Cue | None:
        """Read "zitierte Tass Weber", "wurde Weber von Ansa zitiert", "cité par Lusa", "citó a Ruiz"."""
        near = self.phrases.within(max(0, place - _QUOTED), min(len(self.tokens), place + _QUOTED))
        media = [party for party in near if party.is_medium]
        people = [party for party in near if not party.is_medium]
        behind = [party for party in people if party.first > place]
        if not media:
            return None
        passive = any(token.key in self.words.be for token in self.tokens[max(0, place - 3) : place])
        before = next((party for party in reversed(people) if party.first < place), None)
        spoken = before if passive and before is not None else next(iter(behind), None) or before or subject
        if spoken is None or spoken.form is Form.PRONOUN:
            return None
        medium = min(media, key=lambda party: abs(party.head - place))
        return Cue(Role.QUOTES, place, self._saying(place, spoken), medium, other=spoken)

    def _saying(self, place: int, spoken: Party) -> int:
        """Return the participle that closes the frame ("citó al general diciendo que …"), else the verb."""
        first = max(place, spoken.last) + 1
        near = range(first, min(first + _SAYING, len(self.tokens)))
        return next((at for at in near if self.tokens[at].key in self.words.strong), place)
