"""Quoters: verbs whose subject passes on what another said ("was quoted as saying", "recalled")."""

from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.attribution.records import Records
from quotes.text.reading.names.party import Form, Party
from quotes.text.reading.types import SourceKind

_AS = frozenset({"as"})
# Within so many words the record heads its sentence.
_HEAD = 4
_TELLING = frozenset({"telling", "saying", "say", "tell"})
_PRESENT = frozenset({"telling", "saying"})
_FOLLOWING = frozenset({"follows"})


class Quoters(Records):
    """Finds who quotes and who is quoted, of one sentence's verbs."""

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
        recorded = self._on_record(place) if end is None else None
        if recorded is not None or (end is None and self._key(place) not in ("quoted", "cited")):
            return recorded
        quoter = self._quoter(before) or subject or self._record(place)
        if quoter is None or end is None:
            medium = (
                quoter is not None and quoter.is_medium
            )  # "The Gazette cited a docker, Ivor Blythe, who …"
            return Cue(Role.HOLDS, place, place, quoter) if medium else None
        return Cue(Role.QUOTES, place, end, quoter, other=self._apposed(end) or self._object(place + 1))

    def _apposed(self, end: int) -> Party | None:
        """Return the name in "quoted the mayor's aide, Mara Quill, as saying", where "saying" is at `end`."""
        named = self.parties.ending(end - 3, attach=False) if self._key(end - 2) == "," else None
        person = named is not None and named.form is Form.NAME and not named.is_medium
        return named if named is not None and person and self._key(named.first - 1) == "," else None

    def _record(self, place: int) -> Party | None:
        """Return the record that heads the sentence ("The minutes, which X has seen, quote Y as saying")."""
        records = self.words.verbatim | self.words.recorders
        first = next((at for at in range(min(place, _HEAD)) if self.keys[at] in records), None)
        return None if first is None else self.parties.ending(first, attach=False)

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
        if said is None:
            return None
        named, at = self.parties.named_behind(said), said.last + 1
        if named != said and self._key(named.last + 1) == ",":
            said, at = named, named.last + 2  # "recalled his supervisor, Ivor Dorn, telling him"
        telling = self._key(at)
        if telling not in _TELLING:
            return None
        if said.form is Form.PRONOUN and telling not in _PRESENT:
            return None  # "jurors heard him tell …": it is he whom the sentence is about
        teller = self.parties.beside(self._before(place)) or subject
        return None if teller is None else Cue(Role.QUOTES, place, at, teller, other=said)

    def _object(self, place: int, following: frozenset[str] = _AS) -> Party | None:
        name = {"him": "he", "her": "she", "them": "they"}.get(self._key(place))
        if name is None or self._key(place + 1) not in following:
            return self.parties.starting(place)
        return Party(Form.PRONOUN, place, place, place, self.tokens[place].text, name, definite=True)

    def _agent(self, place: int, last: int) -> Party | None:
        for at in (last + 1, place + 1):
            if self._key(at) in ("by", "in", "on"):
                party = self.parties.starting(at + 1)
                return party if party is None else self._issuer(party) or party
        return None

    def _issuer(self, paper: Party) -> Party | None:
        """Return the medium whose report it is in "quoted in a report by KCNA"."""
        if paper.kind is not SourceKind.DOCUMENT or self._key(paper.last + 1) not in self.words.authoring:
            return None
        issuer = self.parties.starting(paper.last + 2)
        return issuer if issuer is not None and issuer.is_medium else None

    def _as_saying(self, place: int) -> int | None:
        """Return the token of "saying" in "quoted … as saying", if it stands close behind."""
        for at in range(place + 1, min(place + 14, len(self.tokens) - 1)):
            following = self.tokens[at + 1].key
            if self.tokens[at].key == "as" and (following in self.words.cues or following in _FOLLOWING):
                return at + 1
            if self.tokens[at].is_quote:
                return None
        return None
