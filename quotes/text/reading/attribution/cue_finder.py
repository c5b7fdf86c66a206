"""Finding cues: the verbs and frames of a sentence that report words, from left to right."""

from collections.abc import Iterator, Sequence

from quotes.text.reading.attribution.clauses import is_parenthetic
from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.attribution.quoters import Quoters
from quotes.text.reading.attribution.subjects import Subjects
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.party import Form, Party, is_possessive
from quotes.text.reading.types import SourceKind

# Of a medium that reports on somebody: it goes on itself ("KCNA said Kim came, adding …").
_SAYING_ON = frozenset({"adding", "added", "noting", "noted"})


class CueFinder(Subjects, Quoters):
    """Finds the cues of one sentence, in order."""

    def find(self) -> list[Cue]:
        """Return the cues of the sentence from left to right."""
        return list(self._found())

    def about(self, cues: Sequence[Cue]) -> Party | None:
        """Return whom the sentence is about: of a medium's report, the person it reports on."""
        party = self.first_party(len(self.tokens))
        if party is None or not party.is_medium or not cues or cues[0].subject != party:
            return party
        return self._reported(cues[0]) or party

    def _found(self) -> Iterator[Cue]:
        subject: Party | None = None
        medium: Party | None = None
        upto = -1
        starts = self.words.cue_starts
        for place in [place for place, key in enumerate(self.keys) if key in starts]:
            if place <= upto or place in self.parties.inside:
                continue
            token = self.tokens[place]
            cue = self._at(place, token, medium if token.key in _SAYING_ON and medium else subject)
            if cue is not None:
                upto = cue.last
                parenthetic = is_parenthetic(self.tokens, cue.left, cue.right)
                if parenthetic:
                    self._aside = (cue.left, cue.right)
                if (
                    cue.subject is not None
                    and cue.adjacent
                    and cue.role is not Role.ACCORDING
                    and not parenthetic
                ):
                    reported = self._reported(cue)
                    medium, subject = (cue.subject, reported) if reported else (None, cue.subject)
                yield cue

    def _reported(self, cue: Cue) -> Party | None:
        """Return the person a medium reports on: he goes on in "KCNA said that Kim came and told …"."""
        if cue.role is not Role.SPEAKS or cue.subject is None or not cue.subject.is_medium:
            return None
        first = cue.last + 2 if self._key(cue.last + 1) == "that" else cue.last + 1
        party = self.parties.starting(first)
        if party is None or is_possessive(self.tokens, party.last):
            return None
        named = first in self.parties.covered or party.kind is SourceKind.PERSON
        person = party.form is Form.NAME and named and not party.is_medium
        return party if person or party.key in ("he", "she") else None

    def _at(self, place: int, token: Token, subject: Party | None) -> Cue | None:
        key = token.key
        if key == "according" and self._key(place + 1) == "to":
            return self._according(place)
        if key in ("citing", "quoting"):
            return self._citing(place)
        if key == "per":
            party = self.parties.starting(place + 1)
            return Cue(Role.ACCORDING, place, place, party) if party is not None and party.is_medium else None
        if key in self.words.relayed and self._key(place - 1) == "as" and self._key(place + 1) == "by":
            return self._according(place)
        if key in self.words.quoting:
            return self._quoting(place, subject)
        recorded = self._in_words_of(place) if key in self.words.worded else None
        if recorded is None and key in self.words.recording:
            recorded = self._on_record(place)
        return recorded or self._recalled(place, subject) or self._told(place, token, subject)

    def _citing(self, place: int) -> Cue | None:
        """Read "KCNA said, citing X", "Veta reported, quoting him as saying"."""
        party, end = self._object(place + 1), self._as_saying(place)
        if end is not None and (party is None or not party.is_medium):
            party = self._apposed(end) or party
        if party is not None and party.key in self.words.issued:
            party = self._writer(party) or party
        return Cue(Role.ACCORDING, place, place, party) if party is not None else None

    def _writer(self, paper: Party) -> Party | None:
        """Return who wrote the paper in "citing a letter from the firm's head Quill to the ministry"."""
        if self._key(paper.last + 1) not in self.words.authoring:
            return None
        party = self.parties.starting(paper.last + 2)
        return party if party is not None and party.form is Form.NAME and not party.is_medium else None

    def _told(self, place: int, token: Token, subject: Party | None) -> Cue | None:
        if token.key in self.words.cues:
            return self._verb(place, token, subject)
        return self._written(place) if token.key in self.words.reading else None

    def _written(self, place: int) -> Cue | None:
        """Read "the statement read", of things written only."""
        inverted = self._is_quote(place - 1) and self._inverted(place)
        party = self.parties.starting(place + 1) if inverted else self.parties.beside(self._before(place))
        if party is None or party.kind is not SourceKind.DOCUMENT:
            return None
        if self._key(place + 1) in ("on", "by", "out", "aloud", "at"):
            return None  # "in a statement read on state radio": somebody read it out
        return Cue(Role.SPEAKS, self._verb_start(place), place, party)

    def _according(self, place: int) -> Cue | None:
        party = self.parties.starting(place + 2)
        if party is not None and party.kind is SourceKind.DOCUMENT:
            party = self._publisher(party) or party
        return Cue(Role.ACCORDING, place, place + 1, party) if party is not None else None

    def _in_words_of(self, place: int) -> Cue | None:
        """Read "in the words of its author, Mara Quill"."""
        opened = self._key(place - 1) in self.words.articles and self._key(place - 2) in self.words.during
        party = (
            self.parties.starting(place + 2)
            if opened and self._key(place + 1) in self.words.genitives
            else None
        )
        if party is None or party.is_medium:
            return None
        return Cue(Role.ACCORDING, place - 2, place + 1, self.parties.named_behind(party))

    def _publisher(self, document: Party) -> Party | None:
        """Return the medium whose report it is in "according to the KCNA report"."""
        owner = self.parties.ending(document.head - 1, attach=False)
        return owner if owner is not None and owner.is_medium else None

    def _verb(self, place: int, token: Token, subject: Party | None) -> Cue | None:
        if token.key in ("shot", "shoots", "shooting") and self._key(place + 1) != "back":
            return None
        strong = token.key in self.words.strong
        role = Role.SPEAKS if strong else Role.HOLDS
        if self._inverted(place):
            party = self.parties.starting(place + 1)
            parenthetic = (
                place > 1 and not self.tokens[place - 1].is_quote and not self.tokens[place - 2].is_quote
            )
            if party is not None and strong and not (parenthetic and party.form is Form.PRONOUN):
                return Cue(role, place, place, party)
        used = self._key(place - 1) == "to" and self._key(place - 2) == "used"  # "he used to call it “…”"
        before = self._before(place - 2 if used else place)
        passive = self._passive(place)
        agent = self._doer(place, passive=passive)
        if agent is not None:
            return Cue(role, before + 1, place, agent)
        if passive or self._is_silence(before, place) or not self._is_verb(place, before, token):
            return None
        party, adjacent = self._subject(place, before, token, subject)
        if party is None or self._is_done_to(party, token.key):
            return None
        told = self.parties.starting(place + 1) if token.key in ("told", "tells", "tell", "telling") else None
        return Cue(role, before + 1, place, party, told=told, adjacent=adjacent)
