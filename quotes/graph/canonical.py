"""The canonical wording of a quote: the fullest attested one that nobody altered."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printing:
    """One printing of a quote, as far as the choice needs it.

    `words` counts the speaker's words, an editor's insertions left out. `quoted`: in quotation marks,
    not in the reporter's words. `published` and `text` order printings that are else alike, whatever
    their ids; `published` is ISO 8601, None where unknown.
    """

    id: int
    outlet: int
    words: int
    quoted: bool
    published: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Tie:
    """How two printings of one quote stand to each other; `rival`: one of them altered or reworded it."""

    a: int
    b: int
    rival: bool


def canonical(printings: Collection[Printing], ties: Iterable[Tie]) -> int:
    """Return the id of the printing whose words stand for the quote; `printings` is not empty.

    Of two rivals the one that more outlets bear out prevails, then the one printed first: an alteration
    is the exception. A third printing bears a side out when it agrees with that side and not with the
    other. Of those that prevail, quoted words go before reported ones, then the most words.
    """
    named = {printing.id: printing for printing in printings}
    agreeing, rivals = _sides([tie for tie in ties if tie.a in named and tie.b in named])
    beaten = {
        one
        for one, others in rivals.items()
        for other in others
        if _prevails(named[other], named[one], _voices(named, agreeing, rivals, other, one))
    }
    standing = [printing for printing in printings if printing.id not in beaten] or list(printings)
    return min(standing, key=lambda p: (not p.quoted, -p.words, *_first(p))).id


def _sides(ties: Iterable[Tie]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    agreeing: dict[int, set[int]] = defaultdict(set)
    rivals: dict[int, set[int]] = defaultdict(set)
    for tie in ties:
        side = rivals if tie.rival else agreeing
        side[tie.a].add(tie.b)
        side[tie.b].add(tie.a)
    return agreeing, rivals


def _voices(
    named: dict[int, Printing], agreeing: dict[int, set[int]], rivals: dict[int, set[int]], a: int, b: int
) -> int:
    """Return how many more outlets bear out `a` than `b`."""
    for_a = {named[id].outlet for id in (agreeing[a] & rivals[b]) | {a}}
    for_b = {named[id].outlet for id in (agreeing[b] & rivals[a]) | {b}}
    return len(for_a) - len(for_b)


def _prevails(one: Printing, other: Printing, voices: int) -> bool:
    return voices > 0 or (voices == 0 and _first(one) < _first(other))


def _first(printing: Printing) -> tuple[bool, str, str, int]:
    return (printing.published is None, printing.published or "", printing.text, printing.id)
