"""Leads: who an unnamed role is ("a senior official vowed …") that the next words name."""

from collections.abc import Sequence
from itertools import pairwise

from quotes.text.naming import COURTESY, name_key
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Sentence
from quotes.text.reading.names.epithets import Epithets
from quotes.text.reading.names.party import Form, Party, is_possessive
from quotes.text.reading.names.sources import Naming, Register, Source
from quotes.text.reading.types import SourceKind

# A person first named close by is taken; of those named farther on, none.
_CANDIDATES = 2
_BESIDE = 3
_APPOSED = 18
# So many sentences on, at most: a page may be one paragraph.
_REACH = 12
# And so far back a title with a proper word ("the IOC chief") finds its holder.
_MEMORY = 60


class Leads:
    """Leads a role forward to its name.

    Wire copy describes first and names after: the lead's "a naval commander" is the commander whom the
    next paragraph introduces. Elsewhere only a definite role ("Sweden's prime minister") looks ahead.
    """

    def __init__(
        self, sentences: Sequence[Sentence], namings: Sequence[Sequence[Naming]], words: Lexicon
    ) -> None:
        self.sentences = sentences
        self.namings = namings
        self.words = words
        self.epithets = Epithets(sentences, namings)

    def named_next(self, party: Party, number: int) -> Source | None:
        """Return the person first named behind `party`, up to the end of the next paragraph, whom it fits."""
        if not self._looks_ahead(party, number):
            return None
        newcomers = self._newcomers(party, number)[:_CANDIDATES]
        for place, naming in newcomers:
            source = naming.source
            if source is None or self._contradicts(party, source):
                continue
            if self.covers(party.key, source):
                return source
            bare = not source.roles - COURTESY and len(newcomers) == 1
            if bare and self._is_new(party, number) and self._is_told_of(place, naming):
                return source
        return None

    def named_before(self, party: Party, number: int) -> Source | None:
        """Return the one person whose role the phrase covers and beside whom its own words stand.

        So "the IOC chief" is "Vey, the president of the IOC"; a phrase without such a word names nobody.
        """
        own = {word.casefold() for word in party.phrase.split()[:-1] if word[0].isupper()}
        if party.kind is not SourceKind.UNNAMED or not own:
            return None
        found: list[Source] = []
        for place in range(max(0, number - _MEMORY), number + 1):
            for naming in self.namings[place]:
                source = naming.source
                if source is None or source in found or not self.covers(party.key, source):
                    continue
                name = naming.name
                beside = self.sentences[place].tokens[
                    max(0, name.start - _BESIDE) : name.last + 2 * _BESIDE + 2
                ]
                if own <= {token.key for token in beside}:
                    found.append(source)
        return found[0] if len(found) == 1 else None

    def pair_before(self, number: int) -> str | None:
        """Return the two people, joined by "and", that the sentence before `number` names."""
        before = self.namings[number - 1] if number else ()
        for first, second in pairwise(
            one for one in before if one.source is not None and one.source.is_somebody
        ):
            joined = second.name.start == first.name.last + 2
            if joined and self.sentences[number - 1].keys[first.name.last + 1] == "and":
                return " and ".join(one.source.name for one in (first, second) if one.source is not None)
        return None

    def _looks_ahead(self, party: Party, number: int) -> bool:
        if party.form is not Form.NOUN or party.kind is not SourceKind.UNNAMED or party.key.endswith("s"):
            return False
        if party.key in self.words.anonymous:
            return False
        tokens = self.sentences[number].tokens
        if not party.definite and (
            party.first == 0 or tokens[party.first - 1].key not in self.words.articles
        ):
            return False  # a headline's "Bank chief: …"
        if any(token.key in self.words.anonymous for token in tokens if token.is_word):
            return False
        return party.definite or self.sentences[number].block == self.sentences[0].block

    def _is_new(self, party: Party, number: int) -> bool:
        """Tell a role not spoken of before: in the lead, or with its owner ("Sweden's prime minister")."""
        owned = "'s " in party.phrase or "’s " in party.phrase
        return owned or self.sentences[number].block == self.sentences[0].block

    def _newcomers(self, party: Party, number: int) -> list[tuple[int, Naming]]:
        """Return the people named in full for the first time behind `party`, each with its sentence."""
        found: list[tuple[int, Naming]] = []
        last = self.sentences[number].block + 1
        for place in range(number, min(number + _REACH, len(self.sentences))):
            if self.sentences[place].block > last or len(found) >= _CANDIDATES:
                break
            for naming in self.namings[place]:
                source = naming.source
                behind = place > number or naming.name.first > party.last
                if source is None or not source.is_person or source.doubtful or not behind:
                    continue
                if source.first == place and " " in naming.name.text:
                    found.append((place, naming))
        return found

    def covers(self, role: str, source: Source) -> bool:
        """Tell whether somebody called `role` may be `source`, by a role the article gives him."""
        return role in source.roles or bool(self.words.covers.get(role, frozenset()) & source.roles)

    def _contradicts(self, party: Party, source: Source) -> bool:
        """Tell another office ("prime minister", "foreign minister") or another sex."""
        sexes = [
            sex
            for sex, words in (("male", self.words.male), ("female", self.words.female))
            if party.key in words
        ]
        other_sex = len(sexes) == 1 and source.gender not in (sexes[0], None)
        return other_sex or source.holds_other_office(party.phrase, self.words)

    def fits(self, party: Party, source: Source, register: Register) -> bool:
        """Tell whether the role of `party` may be that of `source`, of the same body where one is named."""
        return self.covers(party.key, source) and not self.is_elsewhere(party, source, register)

    def is_elsewhere(self, party: Party, source: Source, register: Register) -> bool:
        """Tell the role of a body named with it ("the head of the SSU") from that of `source` elsewhere."""
        _, of, body = party.phrase.rpartition(" of the ")
        named = register.by_key.get(name_key(body)) if of else None
        if named is None or named.kind is not SourceKind.ORGANISATION:
            return False
        return not self.epithets.stands_beside(body, source)

    def _apposition_end(self, place: int, last: int) -> int:
        """Return the comma that closes the apposition of a name that heads its sentence, else `last`."""
        tokens = self.sentences[place].tokens
        if last + 1 >= len(tokens) or tokens[last + 1].text != ",":
            return last
        closing = (at for at in range(last + 2, min(last + _APPOSED, len(tokens))) if tokens[at].text == ",")
        return next(closing, last)

    def _is_told_of(self, place: int, naming: Naming) -> bool:
        """Tell whether the name speaks, or heads its paragraph: of whom the lead told by his office."""
        opens = place > 0 and self.sentences[place].block > self.sentences[place - 1].block
        heads = (
            opens
            and naming.name.start == 0
            and not is_possessive(self.sentences[place].tokens, naming.name.last)
        )
        return heads or self._speaks(place, naming)

    def _speaks(self, place: int, naming: Naming) -> bool:
        """Tell whether a reporting verb stands beside the name."""
        tokens, name = self.sentences[place].tokens, naming.name
        last = self._apposition_end(place, name.last) + _BESIDE
        if name.last + 1 < len(tokens) and tokens[name.last + 1].key in ("of", "from", "at"):
            last += _BESIDE  # "Vey of the harbour ministry told reporters"
        beside = [*tokens[max(0, name.start - 1) : name.start], *tokens[name.last + 1 : last + 1]]
        return any(token.key in self.words.cues for token in beside)
