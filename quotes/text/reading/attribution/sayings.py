"""Sayings: quotations that the sentence calls somebody's remark, whoever else it says reports them."""

from collections.abc import Sequence

from quotes.text.reading.attribution.cue_finder import CueFinder
from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.party import Form, Party

# So far before a quotation stands what it is.
_REACH = 12


def owner_of_saying(parties: Parties, cues: Sequence[Cue], place: int, speaking: Cue | None) -> Party | None:
    """Return whose words "will go over his remark that it was “…”, officials said" tells of.

    None where nothing between the noun and the quotation at `place` may be another's saying.
    """
    if speaking is None or speaking.left < place:
        return None
    nearest = max((cue.last for cue in cues if cue.last < place), default=1)
    keys = parties.keys
    nouns = (
        at for at in range(place - 1, max(nearest, place - _REACH), -1) if keys[at] in parties.words.sayings
    )
    noun = next(nouns, None)
    return None if noun is None or noun < 2 else _owner(parties, noun)


def told_of(finder: CueFinder, according: Cue, place: int) -> Party | None:
    """Return the subject of a sentence without a verb of saying that somebody passes on.

    "Quill was “fine”, as relayed by her brother", "Quill, according to the same report, babbled of “…”".
    """
    if according.role is not Role.ACCORDING:
        return None
    party = finder.first_party(min(place, according.first))
    if party is None or party.is_medium:
        return None
    aside = party.last == according.first - 2 and finder.keys[according.first - 1] == ","
    return party if aside or finder.keys[according.first] in finder.words.relayed else None


def _owner(parties: Parties, noun: int) -> Party | None:
    before = parties.keys[noun - 1]
    owner = parties.words.pronouns.get(before)
    if before in parties.words.possessives and owner in ("he", "she"):
        printed = parties.tokens[noun - 1].text
        return Party(Form.PRONOUN, noun - 1, noun - 1, noun - 1, printed, owner, definite=True)
    named = parties.ending(noun - 2) if before == "'s" else None
    return named if named is not None and named.form is Form.NAME and not named.is_medium else None
