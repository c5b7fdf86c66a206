"""Witnesses: people of a sentence who tell what another said, and so pass his words on."""

from collections.abc import Sequence

from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.attribution.speakers import Governing
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.names.party import Form, Party
from quotes.text.reading.types import SourceKind

# So many words may stand between "told the inquiry that" and the clause it reports.
_CLAUSE = 9
_THIRD = frozenset({"he", "she"})


def witnessed(
    choice: Governing, place: int, cues: Sequence[Cue], keys: Sequence[str], words: Lexicon
) -> Governing:
    """Add to the relays of the quotation at `place` the person who tells of it.

    "Quill said Dorn had called it “…”" and "Dorn, Quill recalled, told them: “…”" are Dorn through Quill.
    """
    speaking = choice.speaking
    if speaking is None or len(cues) < 2 or speaking.role in (Role.QUOTES, Role.QUOTED):
        return choice
    if (
        cues[0].first == 0
        and cues[0].role is Role.ACCORDING
        and _is_it(speaking)
        and cues[0] in choice.relaying
    ):
        relaying = tuple(cue for cue in choice.relaying if cue is not cues[0])
        return Governing(cues[0], (speaking, *relaying))  # "Citing an officer, it said they were “…”"
    if keys[speaking.last] in words.remembering:
        told = next((cue for cue in reversed(cues) if cue.last < place and _tells_of(speaking, cue)), None)
        return choice if told is None else Governing(told, (speaking, *choice.relaying))
    tellers = (cue for cue in cues if _tells(cue, speaking, place, keys, words))
    teller = next(tellers, None)
    return choice if teller is None else Governing(speaking, (teller, *choice.relaying))


def _tells(cue: Cue, speaking: Cue, place: int, keys: Sequence[str], words: Lexicon) -> bool:
    """Tell the verb over the one of saying: "Quill said Dorn had said", "…, Quill recalled"."""
    if cue.left > place:
        return keys[cue.last] in words.remembering and speaking.last < place and _tells_of(cue, speaking)
    return cue.last < speaking.left and _reports(cue, speaking, keys, words)


def _tells_of(recalling: Cue, told: Cue) -> bool:
    """Tell whether what is recalled is what another said."""
    return told is not recalling and told.role is Role.SPEAKS and told.adjacent and _are_two(recalling, told)


def _reports(outer: Cue, inner: Cue, keys: Sequence[str], words: Lexicon) -> bool:
    """Tell "Quill told the inquiry that Dorn had said": what was said before another tells it."""
    if inner.subject is None or not _are_two(outer, inner):
        return False
    first = inner.subject.first
    before = keys[inner.subject.last + 1 : inner.last]
    earlier = not words.past.isdisjoint(before) or "used" in before
    between = keys[outer.last + 1 : first]
    told = keys[outer.last] in words.calling or keys[outer.last] in words.remembering
    if told and "which" in between[-2:] and between[0] in words.articles:
        return inner.adjacent  # "Quill described a meeting at which Dorn had called it …"
    clause = not between or between[-1] in words.articles or between[-1] in words.possessives
    return outer.role is Role.SPEAKS and earlier and clause and len(between) <= _CLAUSE and outer.adjacent


def _are_two(one: Cue, other: Cue) -> bool:
    """Tell two people, of whom the first is named or described."""
    first, second = one.subject, other.subject
    if first is None or second is None or not _is_person(first) or second.is_medium:
        return False
    if first.form is Form.PRONOUN:  # "He said an official had told him": another, if not a pronoun too
        return first.key in _THIRD and second.form is not Form.PRONOUN
    return (first.sources, first.key) != (second.sources, second.key)


def _is_it(cue: Cue) -> bool:
    return cue.subject is not None and cue.subject.key == "it"


def _is_person(party: Party) -> bool:
    return party.kind in (SourceKind.PERSON, SourceKind.UNNAMED)
