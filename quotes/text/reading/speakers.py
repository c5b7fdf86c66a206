"""Speakers: which cue of a sentence governs a quotation, and who speaks where no cue does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quotes.text.reading.cues import Cue, Role
from quotes.text.reading.frames import Token

_ADJACENT = 2


@dataclass(frozen=True, slots=True)
class Governing:
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
    else speaks.
    """
    relays = [cue for cue in cues if _relays(cue)]
    speaking = _speaking(tokens, place, [cue for cue in cues if _speaks(cue)], calling)
    if speaking is None:
        according = [cue for cue in cues if cue.role is Role.ACCORDING and not _is_medium(cue)]
        speaking = according[0] if according else None
    relaying = [cue for cue in relays if cue is not speaking]
    if speaking is not None and speaking.role in (Role.QUOTES, Role.QUOTED):
        relaying = [speaking, *relaying]
    relaying.sort(key=lambda cue: cue.role is not Role.ACCORDING or cue.last > cue.first)
    return Governing(speaking, tuple(relaying))


def _is_medium(cue: Cue) -> bool:
    return cue.subject is not None and cue.subject.is_medium


def _relays(cue: Cue) -> bool:
    return cue.role is Role.ACCORDING or (_is_medium(cue) and cue.role in (Role.SPEAKS, Role.HOLDS))


def _speaks(cue: Cue) -> bool:
    if cue.role is Role.ACCORDING or cue.subject is None:
        return False
    return cue.role in (Role.QUOTES, Role.QUOTED) or not cue.subject.is_medium


def _speaking(
    tokens: Sequence[Token], place: int, cues: Sequence[Cue], calling: Callable[[Cue], bool]
) -> Cue | None:
    left = [cue for cue in cues if cue.last < place]
    right = [cue for cue in cues if cue.left > place]
    if right and _is_beside(tokens, place, right[0]) and right[0].role is not Role.HOLDS:
        return right[0]
    nearest = _outermost(left, calling) if left else None
    strong_behind = next((cue for cue in right if cue.role is not Role.HOLDS and cue.adjacent), None)
    if nearest is None or _crosses_quote_sentence(tokens, nearest, place):
        return strong_behind or nearest
    if nearest.role is Role.HOLDS and strong_behind is not None and _closes(tokens, strong_behind):
        return strong_behind
    return nearest


def _is_beside(tokens: Sequence[Token], place: int, cue: Cue) -> bool:
    between = tokens[place + 1 : cue.left]
    return len(between) <= _ADJACENT and all(not token.is_word and not token.is_quote for token in between)


def _crosses_quote_sentence(tokens: Sequence[Token], cue: Cue, place: int) -> bool:
    return any(token.text == ";" for token in tokens[cue.right + 1 : place])


def _closes(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether a cue stands behind a comma, as the frame of the whole sentence."""
    return cue.left > 0 and (tokens[cue.left - 1].text == "," or tokens[cue.left - 1].is_quote)


def _outermost(left: Sequence[Cue], calling: Callable[[Cue], bool]) -> Cue:
    """Return the nearest cue before the quotation, or the verb of saying that its clause depends on."""
    nearest = left[-1]
    if nearest.role is not Role.HOLDS or calling(nearest):
        return nearest
    outer = [cue for cue in left[:-1] if cue.role is not Role.HOLDS]
    return outer[-1] if outer else nearest
