"""Hops: the media, documents and people of a sentence that passed the words on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.attribution.discourse import Discourse
from quotes.text.reading.attribution.memory import Speaker
from quotes.text.reading.attribution.readers import readers_of
from quotes.text.reading.attribution.relays import Relays
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Sentence
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.party import Form, Party
from quotes.text.reading.names.sources import Naming
from quotes.text.reading.types import Basis, Hop, SourceKind
from quotes.text.spans import Span

# Who stands how near to the speaker, where a sentence names several: who heard him, then what is aired.
_NEARNESS = {SourceKind.PERSON: 0, SourceKind.UNNAMED: 0, SourceKind.DOCUMENT: 0, SourceKind.PROGRAMME: 1}
# Within so many words a record heads its sentence.
_HEAD = 4


class Relayed(NamedTuple):
    """The hops a sentence names, nearest to the speaker first, and the cue of a quoter it does not name."""

    hops: tuple[Hop, ...]
    unnamed: Span | None = None  # "was quoted as saying", by nobody named here


_NOTHING = Relayed(())


class HopFinder:
    """Finds the hops of one sentence, other than its speaker."""

    def __init__(self, sentence: Sentence, parties: Parties, discourse: Discourse, number: int) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.parties = parties
        self.discourse = discourse
        self.number = number
        self.words: Lexicon = parties.words
        self.relays = Relays(sentence, parties)
        self._media: list[int] | None = None
        self._silent: bool | None = None

    def find(self, speaking: Cue | None, relaying: Sequence[Cue], titles: dict[int, str]) -> Relayed:
        """Return the hops named by relaying cues and by phrases ("told CNN", "a statement carried by SANA").

        `titles` names the programmes printed in marks, by token.
        """
        if not relaying and not titles and self._is_silent():
            return _NOTHING
        hops: list[Hop] = []
        unnamed: Span | None = None
        taken: set[int] = set()
        for cue in relaying:
            if cue.role is Role.QUOTED and cue.other is None:
                unnamed = self.sentence.span_of(cue.first, cue.last)
                continue
            party = cue.other if cue.role is Role.QUOTED else cue.subject
            if cue.role is Role.ACCORDING and "same" in self.sentence.keys[cue.last : cue.right]:
                unnamed = self.sentence.span_of(cue.first, cue.right)
                continue  # "according to the same report"
            if party is not None and self._is_own(party, speaking):
                continue
            if party is not None and self._may_relay(cue, party):
                told = speaking if speaking is cue else None
                hops.append(self._hop(party, min(cue.left, party.first), max(cue.right, party.last), told))
                taken.update(range(party.first, party.last + 1))
        written = any(hop.kind is SourceKind.DOCUMENT for hop in hops)
        hops = [
            *(() if written else self._recorded(speaking)),
            *self._forwarded(speaking),
            *self._phrases(taken, titles, speaking),
            *hops,
            *(self._hop(party, party.first, party.last) for party in readers_of(self.parties, speaking)),
        ]
        hops.sort(key=lambda hop: hop.kind is not SourceKind.PERSON)  # who recalls is nearer than a medium
        return Relayed(_distinct(hops), unnamed if not hops else None)

    def _is_silent(self) -> bool:
        """Tell a sentence without any word that may name a hop; looked through once."""
        if self._silent is None:
            keys, words = self.parties.keys, self.words
            recorded = not words.verbatim.isdisjoint(keys[:_HEAD])
            forwarded = "by" in keys and not words.forwarding.isdisjoint(keys)
            passed_on = "read" in keys or not words.through.isdisjoint(keys)
            self._silent = not (recorded or forwarded or passed_on or self._places())
        return self._silent

    def _is_own(self, party: Party, speaking: Cue | None) -> bool:
        """Tell "Quill wrote …, according to an email": the speaker's own writing, a setting."""
        if speaking is None or party.kind is not SourceKind.DOCUMENT or party.key not in self.words.issued:
            return False
        return party.key != "memo" or self.sentence.keys[speaking.last] in self.words.writes

    def _may_relay(self, cue: Cue, party: Party) -> bool:
        if cue.role is not Role.ACCORDING or party.is_medium:
            return True
        if "".join(self.sentence.keys[party.last + 1 : party.last + 2]) in self.words.records:
            return False  # "according to Senate filings": facts on file
        return (
            party.form is Form.NAME
            or party.key in self.words.documents
            or party.kind is not SourceKind.UNNAMED
        )

    def _phrases(self, taken: set[int], titles: dict[int, str], speaking: Cue | None) -> Iterator[Hop]:
        subject = speaking.subject if speaking is not None else None
        ends, media, hosted = self.parties.ends, self.words.relay_ends, self.words.hosted
        keys = self.parties.keys
        for place in sorted({*self._places(), *titles}) if titles else self._places():
            if keys[place] in hosted and (host := self.relays.host(place)) is not None:
                yield self._hosted(host, place)
            if keys[place] not in media and place not in ends and place not in titles:
                continue
            if place in titles:
                yield self._programme(place, titles[place])
            party = self.relays.medium_at(place)
            if party is None or party.last in taken or _is_in(party, subject):
                continue
            trigger = party.first if party.last + 2 in titles else self.relays.trigger(party)
            if trigger is not None:
                yield self._hop(party, trigger, party.last)

    def _recorded(self, speaking: Cue | None) -> Iterator[Hop]:
        """Yield the record of others' words that heads a sentence ("In the minutes, seen by X, Quill …")."""
        subject = speaking.subject if speaking is not None else None
        if speaking is None or subject is None or speaking.role in (Role.QUOTES, Role.QUOTED, Role.ACCORDING):
            return
        for place in range(min(_HEAD, speaking.first, len(self.tokens))):
            timed = place and self._counts(place - 1)  # "Six minutes before the crash"
            if self.parties.keys[place] in self.words.verbatim and not timed and not _is_at(place, subject):
                span = self.sentence.span_of(place, place)
                yield Hop(
                    span.of(self.parties.text), SourceKind.DOCUMENT, Basis.EXPLICIT, span, confidence=0.8
                )
                return

    def _counts(self, place: int) -> bool:
        """Tell a number: what it counts is time, no record."""
        key, words = self.parties.keys[place], self.words
        small = key in words.function and key not in words.prepositions and key not in words.articles
        return key.isdigit() or (small and key not in words.possessives)

    def _forwarded(self, speaking: Cue | None) -> Iterator[Hop]:
        """Yield the body of "in a message relayed by the embassy"."""
        keys, words = self.parties.keys, self.words
        if "by" not in keys:
            return
        for place in range(1, len(keys) - 2):
            passed = keys[place + 1] == "by" and keys[place] in words.forwarding
            told = keys[place - 1] in words.setting_nouns or keys[place - 1] in words.afterwards
            if not passed or not told:
                continue
            party = self.parties.starting(place + 2)
            subject = speaking.subject if speaking is not None else None
            if party is not None and party.kind is SourceKind.ORGANISATION and not _is_in(party, subject):
                yield self._hop(party, place, party.last)

    def _places(self) -> list[int]:
        """Return where a medium or the programme of a host may be named; looked for once a sentence."""
        if self._media is None:
            ends, media, hosted = self.parties.ends, self.words.relay_ends, self.words.hosted
            named = {place for place, naming in ends.items() if self._may_be_medium(place, naming)}
            keys = enumerate(self.parties.keys)
            self._media = [place for place, key in keys if key in media or key in hosted or place in named]
        return self._media

    def _may_be_medium(self, place: int, naming: Naming) -> bool:
        return naming.sources[0].is_medium or not self.tokens[place].is_word

    def _hosted(self, host: Party, place: int) -> Hop:
        """Return the programme a person hosts, by the words it is called here."""
        span = self.sentence.span_of(host.head, place)
        return Hop(span.of(self.parties.text), SourceKind.PROGRAMME, Basis.EXPLICIT, span, confidence=0.8)

    def _programme(self, place: int, name: str) -> Hop:
        span = self.sentence.span_of(place, place)
        return Hop(
            name,
            SourceKind.PROGRAMME,
            Basis.EXPLICIT,
            Span(span.start + 1, max(span.start + 1, span.end - 1)),
            confidence=0.8,
        )

    def _hop(self, party: Party, first: int, last: int, told: Cue | None = None) -> Hop:
        """Return the hop a party is; of `told`, "He recalled Quill saying", he is another than Quill."""
        quotes = told is not None and told.role is Role.QUOTES
        meaning = self.discourse.quoter if quotes else self.discourse.resolve
        meant: Speaker = meaning(party, self.number)
        if told is not None and told.other is not None and len(told.other.sources) == 1:
            meant = self.discourse.resolve_other(party, self.number, told.other.sources[0])
        return Hop(
            self._called(meant),
            meant.kind,
            Basis.EXPLICIT,
            self.sentence.span_of(first, last),
            meant.candidates,
            meant.confidence,
        )

    def _called(self, meant: Speaker) -> str | None:
        """Return the name of a hop; a record goes by what it is, without its adjectives ("federal")."""
        name = meant.name
        if name is None or meant.kind is not SourceKind.DOCUMENT or meant.source is not None:
            return name
        words = name.split()
        while len(words) > 1 and (
            words[0].casefold() in self.words.said_of_records or not words[0].isalpha()
        ):
            words = words[1:]
        return " ".join(words)


def _is_at(place: int, party: Party) -> bool:
    return party.first <= place <= party.last


def _is_in(party: Party, subject: Party | None) -> bool:
    return subject is not None and subject.first <= party.head <= subject.last


def _distinct(hops: Sequence[Hop]) -> tuple[Hop, ...]:
    """Name every medium once; a person goes before a programme, that before its broadcaster."""
    kept: list[Hop] = []
    for hop in hops:
        if all(hop.source != other.source or hop.source is None for other in kept):
            kept.append(hop)
    kept.sort(key=lambda hop: _NEARNESS.get(hop.kind, len(_NEARNESS)))
    return tuple(kept)
