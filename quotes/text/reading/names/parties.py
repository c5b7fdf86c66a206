"""Parties: the noun phrases of a sentence that can speak, read from their place beside a verb."""

from collections.abc import Iterator, Sequence

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Sentence
from quotes.text.reading.names.nouns import AGED, SERVING, Nouns
from quotes.text.reading.names.party import Form, Party, is_plural_owner, is_possessive
from quotes.text.reading.names.sources import Naming
from quotes.text.reading.types import SourceKind

# Looked up once: a member of an enumeration costs more than the comparison it serves.
_NAME, _NOUN, _PRONOUN = Form.NAME, Form.NOUN, Form.PRONOUN
_UNNAMED, _PERSON, _DOCUMENT, _ORGANISATION = (
    SourceKind.UNNAMED,
    SourceKind.PERSON,
    SourceKind.DOCUMENT,
    SourceKind.ORGANISATION,
)
# How far an apposition or a phrase before a name may reach, in tokens.
_APPOSITION = 18
_PHRASE = 9
_ROLE = 7
# So many words may tell of which office a title is.
_OFFICE = 2
_PLACE = 3
_APOSTROPHES = frozenset({"'s", "'", "’"})
_NOT_SUBJECTS = frozenset({"his", "their", "its", "my", "our", "him", "them", "himself", "herself"})


class Parties:
    """Reads the parties of one sentence."""

    def __init__(self, text: str, sentence: Sentence, namings: Sequence[Naming], words: Lexicon) -> None:
        self.text = text
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.words = words
        self.namings = namings
        self.keys = sentence.keys
        self.ends = {naming.name.last: naming for naming in namings}
        self.inside: dict[int, Naming] = {}
        self.covered: dict[int, Naming] = {}
        for naming in namings:
            name = naming.name
            for place in range(name.start, name.last + 1):
                self.covered[place] = naming
                if place >= name.first:
                    self.inside[place] = naming
        self.nouns = Nouns(text, sentence, words, self.inside, self.covered)
        self._ending: dict[tuple[int, bool], Party | None] = {}
        self._names: dict[int, Party] = {}

    def endings(self) -> Iterator[int]:
        """Yield the places where a party by itself may end, in order."""
        may_end, ends = self.words.party_ends, self.ends
        return (place for place, key in enumerate(self.keys) if key in may_end or place in ends)

    def ending(self, place: int, *, attach: bool = True) -> Party | None:
        """Return the party that ends with token `place`; "a spokesman for X" ends with X."""
        if place < 0:
            return None
        at = (place, attach)
        if at in self._ending:
            return self._ending[at]
        party = self._ending[at] = self._ending_at(place, attach=attach)
        return party

    def _ending_at(self, place: int, *, attach: bool) -> Party | None:
        token = self.tokens[place]
        if token.text == ")":
            return self.ending(self._before_bracket(place))
        if token.text == "." and token.is_bound and place - 1 in self.ends:
            return self.ending(place - 1, attach=attach)  # "Orsel Quarry Corp., which …"
        if not token.is_word:
            return None
        party: Party | None = None
        if token.key in self.words.party_ends or place in self.ends or token.key.endswith(AGED):
            party = (
                self._named(place)
                or self._pronoun(place)
                or self.nouns.one_of(place)
                or self.nouns.ending(place)
            )
        if party is None and attach:
            return self.nouns.defined_by(place)
        if party is not None and attach and party.key != "one":
            return self._defined_so(party) or self._attached(party)
        return party

    def _defined_so(self, party: Party) -> Party | None:
        """Return the person of "a source close to the [company]", "a source in the [Harbour Office]"."""
        at, unnamed = party.first - 1, self.words.anonymous
        if party.form is _PRONOUN or unnamed.isdisjoint(self.keys[max(0, at - _PHRASE) : max(0, at)]):
            return None
        person = self.nouns.defined_by(party.last)
        opening = "" if person is None else self.keys[person.head + 1]
        return person if opening == "in" or opening not in self.words.attaching else None

    def defined(self, party: Party) -> str:
        """Return the phrase of a person without a name with what defines it ("person familiar with …")."""
        if party.form is not _NOUN or party.kind is not _UNNAMED or party.last in self.ends:
            return party.phrase
        last = self.nouns.definition_end(party.last)
        if last is None:
            last = self._extended(party).last
        return party.phrase if last == party.last else self.nouns.phrase(party.first, last)

    def beside(self, place: int) -> Party | None:
        """Return the party that ends at `place`, or before the apposition that ends there with a comma."""
        if place >= 0 and self.tokens[place].text == ",":
            return self._name_apposed(place) or self._before_apposition(place)
        return self.ending(place)

    def starting(self, place: int) -> Party | None:
        """Return the party that begins at `place`: the last name or noun of the phrase."""
        best: Party | None = None
        at = place
        while at < len(self.tokens) and at < place + _PHRASE:
            token = self.tokens[at]
            if self._ends_phrase(at, place):
                break
            naming = self.covered.get(at)
            if naming is not None:
                at = naming.name.last
            found = self._named(at) or self._pronoun(at) or self.nouns.ending(at)
            if found is not None:
                best = found
                if found.form is _PRONOUN and token.key not in self.words.possessives:
                    break
            elif best is not None and token.key not in _APOSTROPHES and not self._goes_on(at):
                break
            at += 1
        if best is None or best.form is not _NOUN:
            return best
        return self._name_behind(best) or self._name_given(best) or self._extended(best)

    def named_behind(self, party: Party) -> Party:
        """Return the name behind a noun and comma ("one supporter, Ivor Blythe,"), else `party`."""
        return (self._name_behind(party) if party.form is _NOUN else None) or party

    def _name_behind(self, noun: Party) -> Party | None:
        """Return the name in "its spokesman, Ivor Blythe,": who a noun is that a name follows."""
        at = (self.nouns.definition_end(noun.last) or noun.last) + 2
        comma = at - 1
        at += at < len(self.tokens) and self.tokens[at].key.endswith(AGED)
        while at < len(self.tokens) - 1 and self.keys[at] in self.words.introducing:
            at += 1
        at = self._over_trade(at)
        naming = self.covered.get(at)
        if naming is None or self.tokens[comma].text != "," or noun.kind is _DOCUMENT:
            return None
        end = naming.name.last + 1
        closed = (
            end >= len(self.tokens) or not self.tokens[end].is_word or self.tokens[end].key in ("of", "from")
        )
        return self._named(naming.name.last) if closed and naming.sources[0].is_person else None

    def _over_trade(self, place: int) -> int:
        """Return the token behind a trade before a name ("a colleague, harbour engineer [Ivor Blythe],")."""
        for at in range(place, min(place + _OFFICE + 1, len(self.tokens))):
            if at in self.covered:
                return at
            trade = self.tokens[at].is_small and self.keys[at] not in self.words.function
            if not trade or self.keys[at] in self.words.cues:
                break
        return place

    def _name_given(self, noun: Party) -> Party | None:
        """Read the name in "a mother who gave her name only as Amal", "gave only her first name, Amal"."""
        for at in range(noun.last + 1, min(noun.last + _PHRASE, len(self.tokens) - 3)):
            if self.tokens[at].key == "gave":
                keys = [token.key for token in self.tokens[at : at + _PHRASE]]
                naming = self.inside.get(at + keys.index("name") + _given(keys)) if "name" in keys else None
                return None if naming is None else self._named(naming.name.last)
        return None

    def _ends_phrase(self, at: int, place: int) -> bool:
        token = self.tokens[at]
        if token.key in self.words.attaching or (at > place and token.key in self.words.parting):
            return True
        return not token.is_word and not is_plural_owner(self.tokens, at)

    def _goes_on(self, at: int) -> bool:
        """Tell whether a phrase may go on past this word ("campaign manager Robby Mook")."""
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        key = self.tokens[at].key
        if key in self.words.cues or key in self.words.adverbs or key in self.words.calendar:
            return False
        return following is not None and (at + 1 in self.inside or following.key in self.words.people)

    def _named(self, place: int) -> Party | None:
        known = self._names.get(place)
        if known is not None:
            return known
        naming = self.ends.get(place)
        if naming is None:
            return None
        name, sources = naming.name, naming.sources
        party = Party(_NAME, name.start, place, name.first, name.text, "", sources, False, sources[0].kind)
        self._names[place] = party
        return party

    def _pronoun(self, place: int) -> Party | None:
        token = self.tokens[place]
        name = self.words.pronouns.get(token.key)
        if name is None or token.key in _NOT_SUBJECTS:
            return None
        if token.text == "US":
            return None
        return Party(_PRONOUN, place, place, place, token.text, name, definite=True)

    def _attached(self, party: Party) -> Party:
        """Follow "for", "of", "at" back to the person or body the phrase is about."""
        at = party.first - 1
        while at >= 0 and (
            self.tokens[at].key in self.words.determiners or self.tokens[at].key in self.words.demonyms
        ):
            at -= 1
        serving = at > 0 and self.tokens[at].key == "to" and self.tokens[at - 1].key in SERVING
        if at < 1 or not (serving or self.tokens[at].key in self.words.attaching):
            return party
        owner = self.nouns.ending(at - 1) or (
            self._named(at - 1) if self.tokens[at].key in ("of", "at", "from", "in") else None
        )
        if owner is None or (owner.form is _NOUN and not self._may_own(owner)):
            return party
        owner = self._attached(owner)
        if owner.form is _NAME:
            return Party(
                owner.form,
                owner.first,
                party.last,
                owner.head,
                owner.phrase,
                "",
                owner.sources,
                kind=owner.kind,
            )
        phrase = self.nouns.printed(owner.first, party.last)
        return Party(
            _NOUN,
            owner.first,
            party.last,
            owner.head,
            phrase,
            owner.key,
            definite=owner.definite,
            kind=owner.kind,
        )

    def _may_own(self, owner: Party) -> bool:
        return owner.kind is _UNNAMED or owner.key in self.words.organisation_heads

    def _extended(self, party: Party) -> Party:
        """Add "for X" to a noun at the head of a phrase ("said a spokesman for X")."""
        at = party.last + 1
        if at + 1 >= len(self.tokens) or self.tokens[at].key not in ("for", "of", "at"):
            return party
        for place in range(at + 1, min(at + 5, len(self.tokens))):
            naming = self.inside.get(place)
            if naming is not None:
                last = naming.name.last
                phrase = self.nouns.printed(party.first, last)
                return Party(
                    _NOUN,
                    party.first,
                    last,
                    party.head,
                    phrase,
                    party.key,
                    definite=party.definite,
                    kind=party.kind,
                )
            if not self.tokens[place].is_word or self.tokens[place].key in self.words.cues:
                break
        body = self.nouns.ending(self._head_of_phrase(at + 1)) if self.tokens[at].key == "for" else None
        if body is None or body.kind is not _ORGANISATION or body.first > at + 2:
            return party
        return party._replace(last=body.last, phrase=self.nouns.printed(party.first, body.last))

    def _head_of_phrase(self, first: int) -> int:
        """Return the first head of a body in the phrase at `first`, within reach."""
        for place in range(first, min(first + _ROLE, len(self.tokens))):
            if self.tokens[place].key in self.words.organisation_heads and not is_possessive(
                self.tokens, place
            ):
                return place
            if not self.tokens[place].is_word:
                break
        return first

    def _before_apposition(self, comma: int) -> Party | None:
        described: Party | None = None
        for place in range(comma - 1, max(-1, comma - _APPOSITION), -1):
            token = self.tokens[place]
            if token.is_quote:
                break
            if token.text == ",":
                party = self.ending(place - 1) or self._name_from(place - 1)
                if party is None or party.form is _PRONOUN:
                    continue
                if not self._is_apposed(party):
                    return party
                described = described or party
        return described

    def _name_from(self, place: int) -> Party | None:
        """Read the name in "Senator Quill of Ostrel," where a place ends at `place`."""
        at = place
        while at > 0 and self.tokens[at].is_capital and at > place - _PLACE:
            at -= 1
        home = at < place and self.tokens[at].key in ("of", "from") and at - 1 in self.ends
        party = self._named(at - 1) if home else None
        return party if party is not None and party.kind is _PERSON else None

    def _is_apposed(self, party: Party) -> bool:
        """Tell a role that itself stands behind a name and comma ("Quill, the head of the mission,")."""
        at = party.first - 1
        if at >= 0 and self.tokens[at].key in self.words.determiners:
            at -= 1
        named = party.form is _NOUN and at > 0 and self.tokens[at].text == ","
        return named and at - 1 in self.ends

    def _name_apposed(self, comma: int) -> Party | None:
        """Read the name in "its spokeswoman, Liv Haugerud, said"."""
        party = self._named(comma - 1)
        if party is not None and not party.sources[0].is_person:
            party = self._attached(party)  # "Its head, Dr Quill of the Water Centre, said"
        if party is None or party.form is not _NAME or not party.sources[0].is_person or party.first < 2:
            return None
        before = self._before_office(party.first - 1)
        if self.tokens[before].text != ",":
            return None
        described = self.ends.get(before - 1)
        if described is None or not described.sources[0].is_person or self._is_office(described):
            return party
        return None

    def _is_office(self, described: Naming) -> bool:
        """Tell the place or service of "The Governor of Vela State, Chief Quill, said" from a person."""
        at = described.name.start - 1
        at -= at > 0 and self.keys[at] in self.words.articles
        if at < 1 or (self.keys[at] not in self.words.attaching and self.keys[at] not in (",", "on", "to")):
            return False
        return self.keys[at - 1] in self.words.titles or self.keys[at - 1] in self.words.people

    def _before_office(self, place: int) -> int:
        """Return the token before what tells of a title at its end ("…, harbour engineer Pavel Orsk")."""
        at = place
        while at > max(0, place - _OFFICE) and self.covered.get(place + 1) and self.tokens[at].is_small:
            if self.keys[at] in self.words.function or self.keys[at] in self.words.cues:
                break
            at -= 1
        return at

    def _before_bracket(self, place: int) -> int:
        for at in range(place - 1, max(-1, place - _PHRASE), -1):
            if self.tokens[at].text == "(":
                return at - 1
        return -1


def _given(keys: Sequence[str]) -> int:
    """Return how far behind "name" the name itself stands ("name as Amal", "name only as Amal")."""
    behind = keys[keys.index("name") + 1 :]
    return next((ahead for ahead, key in enumerate(behind, 1) if key not in ("only", "as", ",")), 0)
