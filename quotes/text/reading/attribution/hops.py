"""Hops: the media, documents and people of a sentence that passed the words on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.attribution.discourse import Discourse, Speaker
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Sentence, Token
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.party import Form, Party, is_possessive
from quotes.text.reading.types import Basis, Hop, SourceKind
from quotes.text.spans import Span

_NEAR = 9
_QUOTATION_MARKS = frozenset('„“”"«»‚‘’‹›')
_OPENING = frozenset({"told", "telling", "by", "in", "at", "during", "on"})


class Relayed(NamedTuple):
    """The hops a sentence names, nearest to the speaker first, and the cue of a quoter it does not name."""

    hops: tuple[Hop, ...]
    unnamed: Span | None = None  # "was quoted as saying", by nobody named here


class HopFinder:
    """Finds the hops of one sentence, other than its speaker."""

    def __init__(self, sentence: Sentence, parties: Parties, discourse: Discourse, number: int) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.parties = parties
        self.discourse = discourse
        self.number = number
        self.words: Lexicon = parties.words

    def find(self, speaking: Cue | None, relaying: Sequence[Cue], titles: dict[int, str]) -> Relayed:
        """Return the hops named by relaying cues and by phrases ("told CNN", "a statement carried by SANA").

        `titles` names the programmes printed in marks, by token.
        """
        hops: list[Hop] = []
        unnamed: Span | None = None
        taken: set[int] = set()
        for cue in relaying:
            if cue.role is Role.QUOTED and cue.other is None:
                unnamed = self.sentence.span_of(cue.first, cue.last)
                continue
            party = cue.other if cue.role is Role.QUOTED else cue.subject
            if party is not None and self._may_relay(cue, party):
                hops.append(self._hop(party, min(cue.left, party.first), max(cue.right, party.last)))
                taken.update(range(party.first, party.last + 1))
        hops = [*self._phrases(taken, titles, speaking), *hops]
        return Relayed(_distinct(hops), unnamed if not hops else None)

    def _may_relay(self, cue: Cue, party: Party) -> bool:
        if cue.role is not Role.ACCORDING or party.is_medium:
            return True
        return (
            party.form is Form.NAME
            or party.key in self.words.documents
            or party.kind is not SourceKind.UNNAMED
        )

    def _phrases(self, taken: set[int], titles: dict[int, str], speaking: Cue | None) -> Iterator[Hop]:
        subject = speaking.subject if speaking is not None else None
        ends, media = self.parties.ends, self.words.relay_ends
        for place, key in enumerate(self.parties.keys):
            if key not in media and place not in ends and place not in titles:
                continue
            if place in titles:
                yield self._programme(place, titles[place])
            party = self._medium_at(place)
            if (
                party is None
                or party.last in taken
                or (subject is not None and subject.first <= party.head <= subject.last)
            ):
                continue
            trigger = self._trigger(party)
            if trigger is not None:
                yield self._hop(party, trigger, party.last)

    def _programme(self, place: int, name: str) -> Hop:
        span = self.sentence.span_of(place, place)
        return Hop(
            name,
            SourceKind.PROGRAMME,
            Basis.EXPLICIT,
            Span(span.start + 1, max(span.start + 1, span.end - 1)),
            confidence=0.8,
        )

    def _medium_at(self, place: int) -> Party | None:
        party = self.parties.ending(place, attach=False)
        if party is None or not party.is_medium:
            return None
        if party.key == "website" and self.tokens[party.first].key in self.words.possessives:
            return None  # "on its website": the speaker's own, a setting
        if is_possessive(self.tokens, party.last) and not self._owns_programme(party.last + 2):
            return None
        return party

    def _owns_programme(self, place: int) -> bool:
        """Tell whether what a medium owns at `place` is a programme ("CNN's “State of the Union”")."""
        if place >= len(self.tokens):
            return False
        naming = self.parties.inside.get(place)
        return self.tokens[place].is_quote or (naming is not None and naming.sources[0].is_medium)

    def _trigger(self, party: Party) -> int | None:
        """Return the first token of the phrase that makes the medium a relay, None where it is just named."""
        at = party.first - 1
        while at >= 0 and self._leads(at):
            at -= 1
        if at < 0:
            return None
        key = self.tokens[at].key
        if key in ("told", "tells", "tell", "telling", "via"):
            return at
        if (told := self._told(at)) is not None:
            return told
        if self.words.dative and (spoken := self._told_in_dative(party)) is not None:
            return spoken
        wanted = self.words.carriers.get(key)
        if self.words.inverts and wanted:
            return self._about(at, party, wanted | self.words.cues)
        return self._last_of(range(max(0, at - _NEAR), at + 1), wanted) if wanted else None

    def _about(self, at: int, party: Party, wanted: frozenset[str]) -> int | None:
        """Return the preposition at `at`, where a verb that makes a relay stands on either side."""
        near = range(max(0, at - _NEAR), min(len(self.tokens), party.last + _NEAR))
        found = self._last_of(near, wanted)
        return None if found is None else min(found, at)

    def _told_in_dative(self, party: Party) -> int | None:
        """Return the dative article of a medium with a verb of telling near it ("sagte sie dem Sender")."""
        for place in range(party.first - 1, max(-1, party.first - 4), -1):
            if self.tokens[place].text.casefold() in self.words.dative:
                governed = place > 0 and self.tokens[place - 1].key in self.words.prepositions
                near = range(max(0, place - _NEAR), min(len(self.tokens), party.last + _NEAR))
                return None if governed or self._last_of(near, self.words.carriers["to"]) is None else place
            if not self.tokens[place].text[0].islower() and self.tokens[place].is_word:
                return None
        return None

    def _told(self, at: int) -> int | None:
        """Look over adjectives for the verb ("told private broadcaster", "told the mass-circulation")."""
        for place in range(at, max(-1, at - 3), -1):
            token = self.tokens[place]
            if token.key in ("told", "tells", "telling"):
                return place
            known = token.key in self.words.people or token.key in self.words.function
            if not token.is_word or not token.text[0].islower() or (known and token.key != "the"):
                return None
        return None

    def _leads(self, at: int) -> bool:
        """Tell words that may stand between a preposition and the medium ("on NBC's", "to the official")."""
        token = self.tokens[at]
        if token.text in _QUOTATION_MARKS:
            return True  # "dem „Spiegel“"
        if token.key in ("the", "a", "an", "'s", "state", "local") or token.is_quote:
            return token.key != "" or False
        if token.is_word and at + 1 < len(self.tokens) and self.tokens[at + 1].key == "'s":
            return True  # "the group's Al-Manar channel"
        return (
            at in self.parties.inside and is_possessive(self.tokens, self.parties.inside[at].name.last)
        ) or token.key in self.words.phrase_leads

    def _last_of(self, near: range, wanted: frozenset[str]) -> int | None:
        for place in reversed(near):
            if self.tokens[place].key in wanted and self.tokens[place].is_word:
                return place
        return None

    def _hop(self, party: Party, first: int, last: int) -> Hop:
        meant: Speaker = self.discourse.resolve(party, self.number)
        return Hop(
            meant.name,
            meant.kind,
            Basis.EXPLICIT,
            self.sentence.span_of(first, last),
            meant.candidates,
            meant.confidence,
        )


def _distinct(hops: Sequence[Hop]) -> tuple[Hop, ...]:
    """Name every medium once; a programme goes before its broadcaster."""
    kept: list[Hop] = []
    for hop in hops:
        if all(hop.source != other.source or hop.source is None for other in kept):
            kept.append(hop)
    kept.sort(key=lambda hop: hop.kind is not SourceKind.PROGRAMME)
    return tuple(kept)


def settings_of(sentence: Sentence, words: Lexicon) -> Span | None:
    """Return the words for the place or medium of the saying ("in a statement", "told reporters")."""
    tokens = sentence.tokens
    for place, key in enumerate(sentence.keys):
        if key not in _OPENING:
            continue
        end = None
        if key in ("told", "telling"):
            end = _audience(tokens, place, words)
        elif key == "by":
            end = place + 1 if _key(tokens, place + 1) in words.lines else None
        elif _key(tokens, place + 1) not in ("the", "that"):  # "in the interview": the one spoken of
            end = _occasion(tokens, place, words)
        if end is not None:
            return sentence.span_of(place, end)
    return None


def _key(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].key if place < len(tokens) else ""


def _audience(tokens: Sequence[Token], place: int, words: Lexicon) -> int | None:
    if _key(tokens, place + 1) == "us":
        return place + 1
    for at in range(place + 1, min(place + 5, len(tokens))):
        if tokens[at].key in words.audiences:
            return at
        if tokens[at].key == "this" and _key(tokens, at + 1) in words.definite_media:
            return at + 1
        if not tokens[at].is_word:
            return None
    return None


def _occasion(tokens: Sequence[Token], place: int, words: Lexicon) -> int | None:
    if place + 1 < len(tokens) and tokens[place + 1].key in words.platforms:
        return place + 1
    for at in range(place + 1, min(place + 6, len(tokens))):
        if not tokens[at].is_word:
            return None
        if tokens[at].key in words.setting_nouns:
            return at
    return None
