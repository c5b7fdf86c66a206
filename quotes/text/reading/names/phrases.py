"""Phrases: who stands before or behind a verb, in languages whose nouns come before what defines them."""

from collections.abc import Iterator

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.party import Form, Party
from quotes.text.reading.types import SourceKind

# A phrase's head stands within so many tokens; what defines it takes no more.
_HEAD, _DEFINITION = 6, 7
# An apposition behind a comma may be so long ("der Präsident der Organisation X, Reto Cavelti").
_APPOSITION = 14
_MARKS = frozenset('„“”"«»‚‘’‹›')


class Phrases:
    """Reads the parties of one sentence from left to right: article, head, definition, name."""

    def __init__(self, parties: Parties, words: Lexicon) -> None:
        self.parties = parties
        self.tokens = parties.tokens
        self.words = words

    def starting(self, place: int) -> Party | None:
        """Return the party whose phrase begins at `place`, over articles and adjectives."""
        if place < len(self.tokens) and self._is_preposition(place):
            return None
        for at in range(place, min(place + _HEAD, len(self.tokens))):
            party = self._headed(at, opens=at == place)
            if party is not None:
                return party
            if self._ends(at, opens=at == place):
                return None
        return None

    def source(self, place: int) -> Party | None:
        """Return the party a preposition names as source: a pronoun as its object too ("selon lui")."""
        name = self.words.pronouns.get(self.tokens[place].key) if place < len(self.tokens) else None
        if name is None:
            return self.starting(place)
        return Party(Form.PRONOUN, place, place, place, self.tokens[place].text, name, definite=True)

    def _headed(self, at: int, *, opens: bool) -> Party | None:
        """Return the party whose name, pronoun or noun stands at `at`; a pronoun only opens a phrase."""
        if at in self.parties.covered:
            return self._name_at(at)
        if not self.tokens[at].is_word:
            return None
        pronoun = self.pronoun(at) if opens else None
        noun = None if pronoun is not None else self.parties.nouns.ending(at)
        return pronoun if noun is None else self._named_noun(self._defined(noun))

    def ending(self, place: int) -> Party | None:
        """Return the party whose phrase ends at `place`, its definition included."""
        if place < 0 or not self.tokens[place].is_word:
            return None
        if (pronoun := self.pronoun(place)) is not None:
            return pronoun
        party = self.parties.ending(place, attach=False) if place in self.parties.ends else None
        if party is None and place not in self.parties.covered:
            party = self.parties.nouns.ending(place)
        return self._owner_of(place if party is None else party.first, place) or party

    def before(self, place: int) -> Party | None:
        """Return the subject that ends at `place`, or before the apposition that ends there with a comma."""
        if place < 0:
            return None
        party = self._apposed(place) if self.tokens[place].text == "," else self.ending(place)
        if party is None or self._is_governed(party):
            return None
        return party

    def first_of_clause(self, place: int) -> Party | None:
        """Return the first party that no preposition governs in the clause that ends at `place`."""
        start = place
        while start > 0 and not self.tokens[start - 1].is_quote and self.tokens[start - 1].text not in ",;:":
            start -= 1
        for party in self.within(start, place):
            if not self._is_governed(party) and not party.is_medium:
                return party
        return None

    def within(self, first: int, after: int) -> list[Party]:
        """Return the parties from token `first` up to `after`, in order, pronouns left out."""
        return list(self._walk(first, after))

    def pronoun(self, place: int) -> Party | None:
        """Return the pronoun at `place` where it can be a subject."""
        name = self.words.pronouns.get(self.tokens[place].key)
        if name is None or self.tokens[place].key not in self.words.subjects:
            return None
        return Party(Form.PRONOUN, place, place, place, self.tokens[place].text, name, definite=True)

    def is_fronted(self, place: int) -> bool:
        """Tell whether the words that end at `place` hold a preposition ("In Tallinn betonte …")."""
        at = place
        while at >= 0 and self.tokens[at].is_word:
            if self._is_preposition(at) or self.tokens[at].key in self.words.postposed:
                return True
            at -= 1
        return False

    def is_genitive(self, place: int) -> bool:
        """Tell a word that joins a noun to what defines it ("der", "von", "de la")."""
        return place < len(self.tokens) and self.tokens[place].text.casefold() in self.words.genitives

    def whole(self, party: Party) -> Party:
        """Return a noun with what defines it, or the name it introduces."""
        return self._named_noun(self._defined(party)) if party.form is Form.NOUN else party

    def behind_preposition(self, place: int) -> Party | None:
        """Return the party behind the preposition at `place`, None where there is none."""
        opens = place < len(self.tokens) and self._is_preposition(place)
        return self.starting(place + 1) if opens else None

    def past_preposition(self, place: int) -> int | None:
        """Return the token behind the phrase of the preposition at `place`, None where there is none."""
        if place >= len(self.tokens) or not self._is_preposition(place):
            return None
        at = place + 1
        while at < len(self.tokens) and self.tokens[at].key in self.words.articles:
            at += 1
        if at in self.parties.covered:
            return self.parties.covered[at].name.last + 1
        noun = self.parties.nouns.ending(at) if at < len(self.tokens) and self.tokens[at].is_word else None
        return self._defined(noun).last + 1 if noun is not None else at + 1

    def _walk(self, first: int, after: int) -> Iterator[Party]:
        at = first
        while at < after:
            naming = self.parties.covered.get(at)
            if naming is not None:
                party = self._name_at(at)
                at = naming.name.last
            else:
                noun = self.parties.nouns.ending(at) if self.tokens[at].is_word else None
                party = self._named_noun(self._defined(noun)) if noun is not None else None
                at = max(at, party.last) if party is not None else at
            if party is not None:
                yield party
            at += 1

    def _name_at(self, place: int) -> Party | None:
        return self.parties.ending(self.parties.covered[place].name.last, attach=False)

    def _ends(self, at: int, *, opens: bool) -> bool:
        token = self.tokens[at]
        if not token.is_word:
            return token.text not in _MARKS  # "der „Spiegel“"
        ended = token.key in self.words.parting or token.key in self.words.cues or self._is_preposition(at)
        return ended and not opens

    def _is_preposition(self, place: int) -> bool:
        return self.tokens[place].key in self.words.prepositions

    def _defined(self, noun: Party) -> Party:
        """Add to a noun what defines it: "Sprecherin der Polizei", "boulangère de la rive gauche"."""
        at = noun.last + 1
        if not self.words.capital_nouns and at < len(self.tokens) and self._is_origin(at):
            return noun._replace(last=at, phrase=self.parties.nouns.phrase(noun.first, at))
        if not self.is_genitive(at):
            return noun
        end = at + 1
        while end < len(self.tokens) and end <= at + _DEFINITION and self._defines(end):
            end += 1
        inside = [self.parties.inside[place] for place in range(at + 1, end) if place in self.parties.inside]
        if end == at + 1 or any(naming.sources[0].is_medium for naming in inside):
            return noun
        return noun._replace(last=end - 1, phrase=self.parties.nouns.phrase(noun.first, end - 1))

    def _is_origin(self, place: int) -> bool:
        """Tell an adjective of origin behind its noun ("ministre portugais", "fuente militar")."""
        origin = self.tokens[place].key in self.words.demonyms or (
            self.tokens[place - 1].key in self.words.anonymous and self._defines(place)
        )
        return origin and not self.is_genitive(place) and place + 1 not in self.parties.covered

    def _defines(self, place: int) -> bool:
        token, words = self.tokens[place], self.words
        if token.key in words.articles or self.is_genitive(place):
            return True
        if place in self.parties.covered and self._is_apposed(place):
            return False  # "le chef de la diplomatie Hossein Vahidi"
        if not token.is_word or token.text[0] == "-" or self._is_preposition(place):
            return False
        lists = (words.cues, words.calendar, words.adverbs, words.pronouns, words.parting)
        return not any(token.key in listed for listed in lists)

    def _is_apposed(self, place: int) -> bool:
        """Tell a person's name that follows a noun with nothing between them."""
        joined = self.is_genitive(place - 1) or self.tokens[place - 1].key in self.words.articles
        within = place - 1 in self.parties.covered
        return not joined and not within and self.parties.covered[place].sources[0].is_person

    def _named_noun(self, noun: Party) -> Party:
        """Take the name behind a comma for the noun's: "le maire de Verneil, Didier Castagne,"."""
        at = noun.last + 1
        if at + 1 >= len(self.tokens) or noun.kind is not SourceKind.UNNAMED:
            return noun
        behind = at + 1 if self.tokens[at].text == "," else at
        naming = self.parties.covered.get(behind)
        if naming is None and behind > at and self.tokens[behind].key in self.words.articles:
            naming = self.parties.covered.get(behind + 1)
        if naming is None or not naming.sources[0].is_person:
            return noun
        return self.parties.ending(naming.name.last, attach=False) or noun

    def _owner_of(self, first: int, last: int) -> Party | None:
        """Return the noun that the words `first` to `last` define ("die Präsidentin der Firma Wessels")."""
        found: Party | None = None
        for at in range(first - 1, max(-1, first - _DEFINITION), -1):
            if not self.tokens[at].is_word or at in self.parties.covered:
                break
            noun = self.parties.nouns.ending(at)
            full = self._defined(noun) if noun is not None else None
            if full is not None and full.last == last:
                found = full
        return found

    def _apposed(self, comma: int) -> Party | None:
        """Return the name in "la ministre, Hélène Dargent," or the party before an apposition."""
        named = self.parties.ending(comma - 1, attach=False) if comma else None
        if named is not None and named.form is Form.NAME and self._opens_apposition(named):
            return named
        for at in range(comma - 1, max(-1, comma - _APPOSITION), -1):
            if self.tokens[at].is_quote:
                return None
            if self.tokens[at].text == ",":
                return self.ending(at - 1)
        return None

    def _opens_apposition(self, named: Party) -> bool:
        at = named.first - 1
        if at >= 0 and self.tokens[at].key in self.words.articles:
            at -= 1
        return at > 0 and self.tokens[at].text == "," and named.sources[0].is_person

    def _is_governed(self, party: Party) -> bool:
        """Tell whether a preposition or the dative keeps a party from being the subject."""
        at = party.first - 1
        while at >= 0 and self._introduces(at):
            at -= 1
        return at >= 0 and (self._is_preposition(at) or self._is_dative(at))

    def _introduces(self, place: int) -> bool:
        """Tell an article, a possessive or an adjective of origin, that stand before a party's phrase."""
        words, key = self.words, self.tokens[place].key
        listed = key in words.articles or key in words.possessives or key in words.demonyms
        return listed and not self._is_dative(place)

    def _is_dative(self, place: int) -> bool:
        return self.tokens[place].text.casefold() in self.words.dative
