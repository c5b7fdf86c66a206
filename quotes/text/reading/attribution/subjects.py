"""Subjects: who does what a verb that reports says, and whom its sentence is about."""

from quotes.text.reading.attribution.clauses import accompanying, over_clause
from quotes.text.reading.attribution.verbs import Verbs
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.party import Form, Party, is_possessive
from quotes.text.reading.types import SourceKind

# How far back, in tokens, the "what" of "what X called" is looked for.
_CLAUSE = 12
# So many words, one less, may stand between a preposition and the medium it governs.
_ADJECTIVES = 6
_DONE = frozenset({"described", "called", "denounced", "condemned", "accused", "branded", "dismissed"})


class Subjects(Verbs):
    """Finds the subjects of one sentence's verbs, from their place beside the verb."""

    def __init__(self, parties: Parties, words: Lexicon) -> None:
        super().__init__(parties, words)
        self._looked = False
        self._leftmost: Party | None = None
        self._aside: tuple[int, int] | None = None  # the cue between commas found last

    def first_party(self, before: int) -> Party | None:
        """Return the leftmost party, if before a token, that no preposition governs and that owns nothing."""
        if not self._looked:
            self._looked = True
            first = next(filter(None, map(self._free, self.parties.endings())), None)
            self._leftmost = None if first is None else self.parties.named_behind(first)
        party = self._leftmost
        return party if party is not None and party.last < before else None

    def _subject(
        self, place: int, before: int, token: Token, subject: Party | None
    ) -> tuple[Party | None, bool]:
        if token.key.endswith("ing") and self._key(place - 1) not in self.words.be:
            return accompanying(self.parties, before) or self._main_subject(place, subject), False
        if self._aside is not None and before == self._aside[1] + 1:
            before = self._aside[0] - 2  # "The captain, Quill recalled, told them"
        party = self._namer(place, before) or self.parties.beside(before)
        if party is not None and party.key == "it" and subject is not None and _is_body(subject):
            return subject, True
        if party is not None and party.key == "who":
            return self._who(before) or subject, True
        if party is not None and not is_possessive(self.tokens, party.last):
            return party, True
        if self._key(before) in ("who", "which", "that"):
            return self._who(before) or subject, True
        described = over_clause(self.parties, before)
        return (self._main_subject(place, subject), False) if described is None else (described, True)

    def _doer(self, place: int, *, passive: bool) -> Party | None:
        """Return who does what is told in the passive ("is accused by prosecutors", "called “…” by X")."""
        by = place + 2 if self._is_quote(place + 1) else place + 1
        if self._key(by) != "by" or not (passive or self._key(place) in _DONE):
            return None
        agent = self.parties.starting(by + 1)
        return None if agent is None or agent.is_medium else agent

    def _who(self, relative: int) -> Party | None:
        """Return whom "who" at `relative` means: an apposition's name, else the person right before."""
        party = self.parties.beside(relative - 1)
        if party is not None or self._key(relative - 1) != ",":
            return party
        near = self.parties.ending(relative - 2)
        if near is None or near.form is Form.PRONOUN or near.is_medium:
            return None
        body = near.form is Form.NAME and near.kind is SourceKind.ORGANISATION
        kinds = (SourceKind.PERSON, SourceKind.UNNAMED) if self._key(relative) == "who" else ()
        return near if near.kind in kinds or (body and not kinds) else None

    def _namer(self, place: int, before: int) -> Party | None:
        """Return who calls something so, over a clause of his own ("what the head of … called “…”")."""
        if self.tokens[place].key not in self.words.calling or not self._is_quote(place + 1):
            return None
        for at in range(before, max(-1, before - _CLAUSE), -1):
            if self.tokens[at].key == "what":
                party = self.parties.starting(at + 1)
                return party if party is None or party.form is Form.NOUN else None
            if not self.tokens[at].is_word:
                return None
        return None

    def _main_subject(self, place: int, subject: Party | None) -> Party | None:
        """Return the subject of the cue before, or the sentence's first party behind no preposition."""
        if subject is not None:
            return subject
        return self.first_party(place)

    def _free(self, place: int) -> Party | None:
        party = self.parties.ending(place, attach=False)
        if party is None or is_possessive(self.tokens, party.last):
            return None
        if self._describes(party) or self._is_label(party):
            return None
        if party.kind is SourceKind.PROGRAMME and self._key(party.first - 1) == "'s":
            return None  # "in an interview with CTV's Question Period"
        lead = party.first - 1
        while lead >= 0 and self.tokens[lead].key in ("the", "a", "an"):
            lead -= 1
        if lead < 0 or self.tokens[lead].key not in self.words.prepositions:
            return party
        clause = self.tokens[lead].key in ("after", "before", "since", "until", "as")
        return party if clause and self._key(party.last + 1).endswith("ed") else None

    def _is_label(self, party: Party) -> bool:
        """Tell the noun that heads a line ("Source: Dorn in comments to X")."""
        return party.form is Form.NOUN and party.last < 2 and self._key(party.last + 1) == ":"

    def _is_done_to(self, party: Party, key: str) -> bool:
        """Tell a participle: "a letter posted here", "an interview with the paper X published on Monday"."""
        if party.kind is SourceKind.DOCUMENT:
            return key in ("posted", "published")
        return party.is_medium and key in self.words.carrying and self._is_governed(party)

    def _is_governed(self, party: Party) -> bool:
        """Tell a party behind a preposition, over adjectives: no subject of the verb beside it."""
        at = party.first - 1
        while at >= 0 and at > party.first - _ADJECTIVES and self.tokens[at].is_word:
            if self.keys[at] in self.words.prepositions:
                return True
            at -= 1
        return False

    def _describes(self, party: Party) -> bool:
        """Tell where somebody is from ("A US judge …", "A Hezbollah lawmaker, Quill, …")."""
        following = self._key(party.last + 1)
        behind = self.parties.covered.get(party.last + 1)
        if party.form is Form.NAME and behind is not None and behind.name.roles:
            return behind.name.start == party.last + 1  # "Former Ostrel captain Mara Quill"
        belongs = party.is_medium or party.kind in (SourceKind.GOVERNMENT, SourceKind.ORGANISATION)
        return belongs and following in self.words.people


def _is_body(party: Party) -> bool:
    """Tell a party that "it" can mean; a lone word nothing tells to be a person is none."""
    if party.sources and party.sources[0].doubtful:
        return True
    return party.is_medium or party.kind in (SourceKind.ORGANISATION, SourceKind.GOVERNMENT)
