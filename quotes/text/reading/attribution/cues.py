"""Cues: the verbs and frames of a sentence that report words, with who is said to speak."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from quotes.text.reading.attribution.clauses import accompanying, is_parenthetic, over_clause
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.party import Form, Party, is_possessive
from quotes.text.reading.types import SourceKind

# How far back, in tokens, the "what" of "what X called" is looked for.
_CLAUSE = 12
# Of a medium that reports on somebody: it goes on itself ("KCNA said Kim came, adding …").
_SAYING_ON = frozenset({"adding", "added", "noting", "noted"})


_DONE = frozenset({"described", "called", "denounced", "condemned", "accused", "branded", "dismissed"})


_AS = frozenset({"as"})
_TELLING = frozenset({"telling", "saying"})
# Past forms without an ending of their own.
_PAST = frozenset({"said", "told", "wrote", "spoke", "thought", "knew", "felt"})


class Role(Enum):
    """What a cue says of its subject."""

    SPEAKS = "speaks"  # "Kim said"
    HOLDS = "holds"  # "Kim praised", "Kim called for": the object holds the words
    ACCORDING = "according"  # "according to the ministry"
    QUOTES = "quotes"  # "TASS quoted Lavrov as saying": the subject passes words on
    QUOTED = "quoted"  # "he was quoted as saying": somebody passes the subject's words on


class Cue(NamedTuple):
    """One reporting verb or frame, tokens `first` to `last`, and its subject.

    `other` is the quoted party of QUOTES, the quoting one of QUOTED. `told` is the party told
    ("told CNN"). `adjacent` says that the subject stands beside the verb, `framing`
    that words between the two are what it reports ("Weber hat ihn als „…“ bezeichnet").
    """

    role: Role
    first: int
    last: int
    subject: Party | None
    other: Party | None = None
    told: Party | None = None
    adjacent: bool = True
    framing: bool = False

    @property
    def left(self) -> int:
        """The first token of cue and subject together."""
        return self.first if self.subject is None else min(self.first, self.subject.first)

    @property
    def right(self) -> int:
        """The last token of cue and subject together."""
        return self.last if self.subject is None else max(self.last, self.subject.last)


class CueFinder:
    """Finds the cues of one sentence, in order."""

    def __init__(self, parties: Parties, words: Lexicon) -> None:
        self.parties = parties
        self.tokens = parties.tokens
        self.keys = parties.keys
        self.words = words
        self.cues = words.cues
        self._looked = False
        self._leftmost: Party | None = None

    def find(self) -> list[Cue]:
        """Return the cues of the sentence from left to right."""
        return list(self._found())

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
        person = party.form is Form.NAME and first in self.parties.covered and not party.is_medium
        return party if person or party.key in ("he", "she") else None

    def _at(self, place: int, token: Token, subject: Party | None) -> Cue | None:
        key = token.key
        if key == "according" and self._key(place + 1) == "to":
            return self._according(place)
        if key in ("citing", "quoting"):
            party = self.parties.starting(place + 1)
            return Cue(Role.ACCORDING, place, place, party) if party is not None else None
        if key in self.words.quoting:
            return self._quoting(place, subject)
        return self._recalled(place, subject) or self._told(place, token, subject)

    def _told(self, place: int, token: Token, subject: Party | None) -> Cue | None:
        if token.key in self.cues:
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
        return Cue(Role.ACCORDING, place, place + 1, party) if party is not None else None

    def _quoting(self, place: int, subject: Party | None) -> Cue | None:
        """Read "was quoted (by X) as saying (by X)" and "X quoted Y as saying"."""
        before = self._before(place)
        passive = self._passive(place)
        end = self._as_saying(place)
        apposed = self._key(before) == "," and self._key(place + 1) == "by"
        if passive or apposed or (end is not None and self._key(place + 1) in ("as", "by")):
            last = end if end is not None else place
            agent = self._agent(place, last)
            who = (self.parties.ending(before - 1) if apposed else self.parties.beside(before)) or subject
            if end is None and agent is None:
                return None
            return Cue(Role.QUOTED, self._verb_start(place), last, who, other=agent)
        if end is None and self._key(place) not in ("quoted", "cited"):
            return None
        quoter = self._quoter(before) or subject
        if quoter is None or end is None:
            return None
        return Cue(Role.QUOTES, place, end, quoter, other=self._object(place + 1))

    def _quoter(self, before: int) -> Party | None:
        if self._key(before) in ("which", "who", "that"):
            comma = self._key(before - 1) == ","
            return self.parties.ending(before - 2 if comma else before - 1)
        return self.parties.beside(before)

    def _recalled(self, place: int, subject: Party | None) -> Cue | None:
        """Read "X recalled Y telling her": Y's words, passed on by X."""
        if self._key(place) not in self.words.remembering:
            return None
        said = self._object(place + 1, _TELLING)
        indefinite = said is not None and said.form is Form.NOUN and not said.definite
        if said is None or indefinite or self._key(said.last + 1) not in _TELLING:
            return None
        teller = self.parties.beside(self._before(place)) or subject
        return None if teller is None else Cue(Role.QUOTES, place, said.last + 1, teller, other=said)

    def _object(self, place: int, following: frozenset[str] = _AS) -> Party | None:
        name = {"him": "he", "her": "she", "them": "they"}.get(self._key(place))
        if name is None or self._key(place + 1) not in following:
            return self.parties.starting(place)
        return Party(Form.PRONOUN, place, place, place, self.tokens[place].text, name, definite=True)

    def _agent(self, place: int, last: int) -> Party | None:
        for at in (last + 1, place + 1):
            if self._key(at) in ("by", "in", "on"):
                return self.parties.starting(at + 1)
        return None

    def _as_saying(self, place: int) -> int | None:
        """Return the token of "saying" in "quoted … as saying", if it stands close behind."""
        for at in range(place + 1, min(place + 14, len(self.tokens) - 1)):
            if self.tokens[at].key == "as" and self.tokens[at + 1].key in self.cues:
                return at + 1
            if self.tokens[at].is_quote:
                return None
        return None

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
        if party is None or (party.kind is SourceKind.DOCUMENT and token.key in ("posted", "published")):
            return None
        told = self.parties.starting(place + 1) if token.key in ("told", "tells", "tell", "telling") else None
        return Cue(role, before + 1, place, party, told=told, adjacent=adjacent)

    def _doer(self, place: int, *, passive: bool) -> Party | None:
        """Return who does what is told in the passive ("is accused by prosecutors", "called “…” by X")."""
        by = place + 2 if self._is_quote(place + 1) else place + 1
        if self._key(by) != "by" or not (passive or self._key(place) in _DONE):
            return None
        agent = self.parties.starting(by + 1)
        return None if agent is None or agent.is_medium else agent

    def _inverted(self, place: int) -> bool:
        """Tell whether the verb stands right behind a quotation, or behind a comma."""
        if not _is_finite(self.tokens[place].key) or self._key(place + 1) == "that":
            return False
        if (
            self._key(place - 1) == ","
            and not self.tokens[place - 2].is_quote
            and self.parties.beside(place - 1)
        ):
            return False
        at = place - 1
        while at >= 0 and (self.tokens[at].text in _PAUSES or self.tokens[at].key in ("then", "and", "also")):
            at -= 1
        return at >= 0 and (
            self.tokens[at].is_quote or (at == place - 2 and self.tokens[place - 1].text == ",")
        )

    def _is_silence(self, before: int, place: int) -> bool:
        """Tell words not said from words said: "did not comment", "would respond"."""
        skipped = self.keys[before + 1 : place]
        if not self.words.modals.isdisjoint(skipped):
            return True
        negated = any(key in ("not", "never") or key.endswith("n't") for key in skipped)
        return negated and self.keys[place] in self.words.silent

    def _is_verb(self, place: int, before: int, token: Token) -> bool:
        previous = self._key(place - 1)
        if previous in self.words.noun_signs:
            return previous == "to" and self._key(place - 2) in ("went", "on", "continued", "used")
        following = self._key(place + 1)
        if following in ("'s",) or self._is_office(place, token):
            return False
        if token.key.endswith("ed") or token.key in _PAST:
            return True
        if token.key.endswith("ing"):
            return True
        return before >= 0 and self.parties.beside(before) is not None

    def _is_office(self, place: int, token: Token) -> bool:
        """Tell "a US judge" from a verb of the same form."""
        naming = self.parties.ends.get(place - 1)
        if naming is None or token.key not in self.words.people:
            return False
        return self._key(naming.name.start - 1) in self.words.articles

    def _subject(
        self, place: int, before: int, token: Token, subject: Party | None
    ) -> tuple[Party | None, bool]:
        if token.key.endswith("ing") and self._key(place - 1) not in self.words.be:
            return accompanying(self.parties, before) or self._main_subject(place, subject), False
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

    def _is_quote(self, place: int) -> bool:
        return place < len(self.tokens) and self.tokens[place].is_quote

    def _main_subject(self, place: int, subject: Party | None) -> Party | None:
        """Return the subject of the cue before, or the sentence's first party behind no preposition."""
        if subject is not None:
            return subject
        return self.first_party(place)

    def first_party(self, before: int) -> Party | None:
        """Return the leftmost party, if before a token, that no preposition governs and that owns nothing."""
        if not self._looked:
            self._looked = True
            first = next(filter(None, map(self._free, self.parties.endings())), None)
            self._leftmost = None if first is None else self.parties.named_behind(first)
        party = self._leftmost
        return party if party is not None and party.last < before else None

    def _free(self, place: int) -> Party | None:
        party = self.parties.ending(place, attach=False)
        if party is None or is_possessive(self.tokens, party.last):
            return None
        if self._describes(party):
            return None
        lead = party.first - 1
        while lead >= 0 and self.tokens[lead].key in ("the", "a", "an"):
            lead -= 1
        if lead < 0 or self.tokens[lead].key not in self.words.prepositions:
            return party
        clause = self.tokens[lead].key in ("after", "before", "since", "until", "as")
        return party if clause and self._key(party.last + 1).endswith("ed") else None

    def _describes(self, party: Party) -> bool:
        """Tell a country that says where somebody is from ("A US judge sentenced …")."""
        following = self._key(party.last + 1)
        return party.kind is SourceKind.GOVERNMENT and following in self.words.people

    def _before(self, place: int) -> int:
        """Skip auxiliaries and adverbs left of a verb."""
        at = place - 1
        while at >= 0 and self._is_adverb(self.tokens[at].key) and at not in self.parties.inside:
            at -= 1
        return at

    def _is_adverb(self, key: str) -> bool:
        return key in self.words.between or (key.endswith("ly") and len(key) > 4)

    def _verb_start(self, place: int) -> int:
        return self._before(place) + 1

    def _passive(self, place: int) -> bool:
        at = place - 1
        while at >= 0 and self._is_adverb(self.tokens[at].key):
            if self.tokens[at].key in self.words.be:
                return not self.tokens[place].key.endswith("ing")
            at -= 1
        return False

    def _key(self, place: int) -> str:
        return self.keys[place] if 0 <= place < len(self.keys) else ""


def _is_finite(key: str) -> bool:
    """Tell a form that can stand before its subject ("said", "asks")."""
    return key.endswith(("ed", "s")) or key in ("said", "wrote", "spoke", "thought", "began", "swore")


_PAUSES = frozenset({",", "—", "–", "-"})


def _is_body(party: Party) -> bool:
    """Tell a party that "it" can mean; a lone word nothing tells to be a person is none."""
    if party.sources and party.sources[0].doubtful:
        return True
    return party.is_medium or party.kind in (SourceKind.ORGANISATION, SourceKind.GOVERNMENT)
