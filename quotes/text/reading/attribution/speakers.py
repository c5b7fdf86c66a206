"""Speakers: which cue of a sentence governs a quotation, and who speaks where no cue does."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quotes.text.reading.attribution.cues import Cue, Role
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.party import Form
from quotes.text.reading.types import SourceKind

# Looked up once: a member of an enumeration costs more than the comparison it serves.
_ACCORDING, _QUOTES, _QUOTED, _HOLDS, _SPEAKS = (
    Role.ACCORDING,
    Role.QUOTES,
    Role.QUOTED,
    Role.HOLDS,
    Role.SPEAKS,
)
_ADJACENT = 2
_WORDED = 3  # from the first word of "in the words of" to its last
_THE = frozenset({"the", "a", "an"})


class Governing(NamedTuple):
    """The cues that bear on one quotation.

    `speaking` names the speaker; None where only media report. `relaying` are the cues whose party passes
    the words on, nearest to the speaker first.
    """

    speaking: Cue | None
    relaying: tuple[Cue, ...]


def governing(
    tokens: Sequence[Token], place: int, cues: Sequence[Cue], calling: Callable[[Cue], bool]
) -> Governing:
    """Choose among the cues of a sentence those that govern the quotation at `place`.

    The cue beside the quotation wins ("…," he said), then the nearest one before it, then the
    nearest one behind; a verb of saying behind the sentence wins over one that only holds an object.
    Of cues within cues ("asked whether it had ordered …") the outer one wins, except over
    the verbs of `calling` ("said that Jones called it …"). Cues of media are relays, unless nobody
    else speaks; so is who closes a sentence in which another tells it ("Kim told Xi …, the Kremlin said").
    """
    if not cues:
        return Governing(None, ())
    readout = _readout(tokens, place, cues) if len(cues) > 1 else None
    relays = [cue for cue in cues if _relays(cue) or cue is readout]
    speaking = _speaking(tokens, place, [cue for cue in cues if _speaks(cue) and cue is not readout], calling)
    worded = next((cue for cue in cues if _is_worded(cue)), None)
    if worded is not None and (speaking is None or speaking.role in (_HOLDS, _SPEAKS)):
        return Governing(worded, tuple(cue for cue in relays if cue is not worded))
    if speaking is None:
        according = [cue for cue in cues if cue.role is _ACCORDING and not _is_medium(cue)]
        speaking = according[0] if according else None
    elif speaking.role is _HOLDS and not calling(speaking):
        speaking = _cited(cues, speaking) or speaking
    relaying = [cue for cue in relays if cue is not speaking]
    if speaking is not None and speaking.role in (_QUOTES, _QUOTED):
        relaying = [speaking, *relaying]
    relaying.sort(key=lambda cue: cue.role is not _ACCORDING or cue.last > cue.first)
    return Governing(speaking, tuple(relaying))


def _cited(cues: Sequence[Cue], held: Cue) -> Cue | None:
    """Return who is cited for what others hold ("CNN reported, citing officials, that Kyiv held it “…”")."""
    medium: Cue | None = None
    for cue in cues:
        if cue.left >= held.left:
            return None
        if cue.role is _SPEAKS and _is_medium(cue):
            medium = cue
        elif medium is not None and cue.role is _ACCORDING and cue.first == cue.last and _is_anybody(cue):
            return cue
    return None


def _is_worded(cue: Cue) -> bool:
    """Tell "in the words of its author": a frame of four words, whatever else the sentence says."""
    return cue.role is _ACCORDING and cue.last - cue.first == _WORDED and not _is_medium(cue)


def _is_anybody(cue: Cue) -> bool:
    return cue.subject is not None and cue.subject.kind in (SourceKind.PERSON, SourceKind.UNNAMED)


def outer(cues: Sequence[Cue]) -> Sequence[Cue]:
    """Return the cues of a sentence but those that the first reports ("Quill said Vey continued to …")."""
    first = cues[0] if cues else None
    if first is None or first.role is not _SPEAKS or first.subject is None or first.subject.is_medium:
        return cues
    own = (first.subject.sources, first.subject.key)
    return [
        cue
        for cue in cues
        if cue.role is not _SPEAKS or cue.subject is None or (cue.subject.sources, cue.subject.key) == own
    ]


def _readout(tokens: Sequence[Token], place: int, cues: Sequence[Cue]) -> Cue | None:
    """Return the cue of a body that closes a sentence in which a person says the fragment at `place`."""
    behind = next((cue for cue in cues if cue.left > place), None)
    before = next((cue for cue in cues if cue.last < place), None)
    if behind is None or before is None or before.subject is None or behind.subject is None:
        return None
    person = before.subject.form is Form.NAME and before.subject.kind is SourceKind.PERSON
    body = behind.subject.kind in (SourceKind.ORGANISATION, SourceKind.GOVERNMENT)
    record = behind.subject.kind is SourceKind.DOCUMENT and before.subject.kind is not SourceKind.DOCUMENT
    person, body = person or record, body or record
    told = before.role is _SPEAKS and behind.role is _SPEAKS
    between = [token for token in tokens[place + 1 : behind.left] if not record or token.key not in _THE]
    told = told and len(between) <= _ADJACENT and not any(one.is_word or one.is_quote for one in between)
    said_on = record or any(token.text == "," for token in between)
    return behind if person and body and told and said_on and not tokens[0].is_quote else None


def _is_medium(cue: Cue) -> bool:
    return cue.subject is not None and cue.subject.is_medium


def _relays(cue: Cue) -> bool:
    return cue.role is _ACCORDING or (_is_medium(cue) and cue.role in (_SPEAKS, _HOLDS))


def _speaks(cue: Cue) -> bool:
    if cue.role is _ACCORDING or cue.subject is None:
        return False
    return cue.role in (_QUOTES, _QUOTED) or not cue.subject.is_medium


def _speaking(
    tokens: Sequence[Token], place: int, cues: Sequence[Cue], calling: Callable[[Cue], bool]
) -> Cue | None:
    left = [cue for cue in cues if cue.last < place or (cue.framing and cue.left < place < cue.first)]
    right = [cue for cue in cues if cue.left > place]
    if right and _is_beside(tokens, place, right[0]) and right[0].role is not _HOLDS:
        return right[0]
    nearest = _outermost(left, calling) if left else None
    strong_behind = next((cue for cue in right if cue.role is not _HOLDS and cue.adjacent), None)
    if nearest is None or _crosses_quote_sentence(tokens, nearest, place):
        return strong_behind or nearest
    if nearest.role is _HOLDS and strong_behind is not None and _closes(tokens, strong_behind):
        return strong_behind
    return nearest


def _is_beside(tokens: Sequence[Token], place: int, cue: Cue) -> bool:
    between = tokens[place + 1 : cue.left]
    return len(between) <= _ADJACENT and all(not token.is_word and not token.is_quote for token in between)


def _crosses_quote_sentence(tokens: Sequence[Token], cue: Cue, place: int) -> bool:
    return any(token.text == ";" for token in tokens[cue.right + 1 : place])


def _closes(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether a cue stands behind a comma, as the frame of the whole sentence."""
    at = cue.left - 1
    if at > 0 and tokens[at].key in ("the", "a", "an") and not tokens[at - 1].is_quote:
        at -= 1
    return at >= 0 and (tokens[at].text == "," or tokens[at].is_quote)


def _outermost(left: Sequence[Cue], calling: Callable[[Cue], bool]) -> Cue:
    """Return the nearest cue before the quotation, or the verb of saying that its clause depends on."""
    nearest = left[-1]
    if nearest.role is not _HOLDS or calling(nearest):
        return nearest
    outer = [cue for cue in left[:-1] if cue.role is not _HOLDS]
    return outer[-1] if outer else nearest
