"""Readers: who reads out or interprets what another wrote or says, and so passes it on.

"Quill read out a letter from Dorn, who praised “…”", "in a statement read by her son, Tim Quill", "Bello said
through her teacher, John Musa".
"""

from collections.abc import Iterator, Sequence

from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.attribution.speakers import Governing
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.party import Form, Party, is_possessive
from quotes.text.reading.types import SourceKind

# So many tokens may stand between the verb and the paper, and between the paper and its author.
_PAPER, _AUTHOR = 9, 4


def read_out(choice: Governing, place: int, parties: Parties) -> Governing:
    """Add the person who reads out the quotation at `place`.

    The paper's author speaks where nobody else does ("read out a letter from Dorn: “…”").
    """
    keys = parties.keys
    if "read" not in keys:
        return choice
    reading = (at for at in range(min(place, len(keys) - 1), -1, -1) if keys[at] == "read")
    for at in reading:
        paper, reader = _paper(at, place, parties), _reader(at, parties)
        if paper is None or reader is None:
            continue
        speaking = choice.speaking
        if speaking is None or speaking.left <= at <= speaking.right or speaking.last < at:
            author = _author(paper, at, parties)
            speaking = None if author is None else Cue(Role.SPEAKS, paper, paper, author)
        if speaking is None or (speaking.subject and speaking.subject.sources == reader.sources != ()):
            return choice
        relaying = (one for one in choice.relaying if one.subject != reader)
        return Governing(speaking, (Cue(Role.SPEAKS, at, at, reader), *relaying))
    return choice


def _paper(at: int, place: int, parties: Parties) -> int | None:
    """Return the paper that is read out, behind the verb at `at` and before the quotation."""
    keys, words = parties.keys, parties.words
    aloud = keys[at + 1 : at + 2] and keys[at + 1] in words.aloud
    end = min(at + _PAPER, place)
    papers = words.papers | words.setting_nouns | words.documents
    found = next((one for one in range(at + 1, end) if keys[one] in papers), None)
    if found is None:
        return None
    return found if aloud or keys[at + 1] in words.articles or keys[at + 1] in words.possessives else None


def _reader(at: int, parties: Parties) -> Party | None:
    """Return who reads: the subject of the verb at `at`, somebody or a medium."""
    before = at - 1
    while before > 0 and parties.keys[before] in parties.words.adverbs:
        before -= 1
    party = parties.beside(before)
    return party if party is not None and _passes_on(party) else None


def _author(paper: int, at: int, parties: Parties) -> Party | None:
    """Return whose paper it is: its owner, or who stands behind "from", "by" or "of"."""
    keys = parties.keys
    if keys[paper - 1] == "'s" and (owner := parties.ending(paper - 2, attach=False)) is not None:
        return owner if owner.first > at and not owner.is_medium else None
    for joint in range(paper + 1, min(paper + _AUTHOR, len(keys))):
        if keys[joint] in parties.words.authoring:
            author = parties.starting(joint + 1)
            return None if author is None or author.is_medium else parties.named_behind(author)
        if not parties.tokens[joint].is_word:
            break
    return None


def readers_of(parties: Parties, speaking: Cue | None) -> Iterator[Party]:
    """Yield who reads a statement out in the passive, and through whom somebody is said to speak."""
    keys, words = parties.keys, parties.words
    for at in range(1, len(keys) - 1):
        key = keys[at]
        party: Party | None = None
        if key == "by" and "read" in keys[max(0, at - _AUTHOR) : at]:
            party = _named(at + 1, parties)
        elif key in words.through and _is_spoken(at, parties):
            party = _named(at + 1, parties)
            party = party if party is not None and _is_known(party) else None
        own = party is not None and speaking is not None and party == speaking.subject
        if (
            party is not None
            and not own
            and _passes_on(party)
            and not is_possessive(parties.tokens, party.last)
        ):
            yield party


def _named(place: int, parties: Parties) -> Party | None:
    party = parties.starting(place)
    return None if party is None else parties.named_behind(party)


def _is_spoken(at: int, parties: Parties) -> bool:
    """Tell "said through", "spoke to our correspondent in Fula through": a verb of speaking before it."""
    near: Sequence[str] = parties.keys[max(0, at - _PAPER) : at]
    words = parties.words
    talks = words.carriers.get("to", frozenset())
    return parties.keys[at - 1] in words.strong or any(key in talks for key in near)


def _is_known(party: Party) -> bool:
    """Tell somebody by name whom a role or a given name shows to be a person."""
    source = party.sources[0] if party.form is Form.NAME and party.sources else None
    return source is not None and source.is_person and bool(source.gender or source.roles)


def _passes_on(party: Party) -> bool:
    return party.kind in (SourceKind.PERSON, SourceKind.UNNAMED) or party.is_medium
