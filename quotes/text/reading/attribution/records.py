"""Records: documents that have somebody say something ("The minutes have their chairman warning that …")."""

from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.attribution.verbs import Verbs
from quotes.text.reading.names.party import Form, Party
from quotes.text.reading.types import SourceKind

# So far behind the verb, in tokens, stands what the one on record does: an apposition may come between.
_REACH = 22
# So far before the verb heads the record its clause ("A transcript of the call, published by X, has …").
_HEAD = 24


class Records(Verbs):
    """Finds what records have somebody say, of one sentence's verbs."""

    def _on_record(self, place: int) -> Cue | None:
        """Read "the indictment has Quill writing", "a transcript shows Quill, the mayor, asking"."""
        at = self._participle(place)
        if at is None:
            return None
        record = self._recorder(place)
        said = None if record is None else self.parties.beside(at - 1)
        if record is None or said is None or said.first <= place or said.form is Form.PRONOUN:
            return None
        return Cue(Role.QUOTES, place, at, record, other=said)

    def _participle(self, place: int) -> int | None:
        """Return the token of "saying", "asking" or "warning" behind the verb at `place`."""
        for at in range(place + 2, min(place + _REACH, len(self.tokens))):
            if self.tokens[at].is_quote or self.keys[at] == ";":
                return None
            if self.keys[at].endswith("ing") and self.keys[at] in self.words.cues:
                return at if self.keys[at - 1] not in self.words.noun_signs else None
        return None

    def _recorder(self, place: int) -> Party | None:
        """Return the record that is the subject of the verb at `place`, "it" where that takes one up."""
        before = self._before(place)
        party = self.parties.beside(before)
        if party is not None and (party.key == "it" or _is_record(party)):
            return party
        for at in range(max(0, before - _HEAD), before):
            if self.tokens[at].is_quote:
                return None
            if self.keys[at] in self.words.recorders and (found := self.parties.ending(at, attach=False)):
                return found if _is_record(found) and self._heads(found) else None
        return None

    def _heads(self, record: Party) -> bool:
        """Tell a record at the head of its clause from one that a preposition governs."""
        lead = record.first - 1
        lead -= lead >= 0 and self.keys[lead] in self.words.articles
        return lead < 0 or not self.tokens[lead].is_word


def _is_record(party: Party) -> bool:
    return party.kind is SourceKind.DOCUMENT and party.form is Form.NOUN
