"""Speakers of reports: the parties that the words of a source name."""

from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.attribution.reported.clause import Range
from quotes.text.reading.attribution.reported.report import Report, Side
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.party import Form, Party, is_possessive

# Whose phrase begins at the first token of its words.
_STARTING = (Side.FRAME, Side.INVERTED, Side.COMMA)


def reporters(parties: Parties, report: Report, own: Cue | None, joints: frozenset[str]) -> tuple[Party, ...]:
    """Return who reports: several where named together ("North Korea and Russia denied"), none if unknown.

    `own` is the cue read at the reporting word: "Tass quoted Kim as saying" is Kim's report. `joints` are
    the words that join speakers.
    """
    if own is not None and own.role in (Role.QUOTES, Role.QUOTED):
        party = own.other if own.role is Role.QUOTES else own.subject
        return (party,) if party is not None else ()
    if report.source is None:
        return ()
    return _joint(parties, report.source, joints) or _single(parties, report, report.source)


def _single(parties: Parties, report: Report, source: Range) -> tuple[Party, ...]:
    first, last = source
    if report.side is Side.OWN:
        party = _owner(parties, first)
    elif report.side is Side.RELATIVE:
        party = parties.beside(first - 1)
    elif report.side in _STARTING or "," in parties.keys[first:last]:
        party = parties.starting(first)
    else:
        party = parties.ending(last) or parties.starting(first)
    if party is None or (report.side is not Side.RELATIVE and party.last < first):
        return ()
    return (party,)


def _owner(parties: Parties, place: int) -> Party | None:
    """Read "his" in "his claim"."""
    key = parties.keys[place]
    name = parties.words.pronouns.get(key)
    if name is None:
        return None
    return Party(Form.PRONOUN, place, place, place, parties.tokens[place].text, name, definite=True)


def _joint(parties: Parties, source: Range, joints: frozenset[str]) -> tuple[Party, ...]:
    """Return the names that together fill `source`, joined by commas and a last "and"; none for fewer."""
    place, last = source
    found: list[Party] = []
    while place <= last:
        party = parties.starting(place)
        if party is None or party.form is not Form.NAME or is_possessive(parties.tokens, party.last):
            return ()
        found.append(party)
        place = party.last + 1
        start = place
        while place <= last and (parties.keys[place] == "," or parties.keys[place] in joints):
            place += 1
        if start == place <= last:
            return ()
    joined = any(key in joints for key in parties.keys[source[0] : last + 1])
    return tuple(found) if len(found) > 1 and joined else ()
