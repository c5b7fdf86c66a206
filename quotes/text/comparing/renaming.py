"""Other names in a hunk, and another tense of one verb."""

from collections.abc import Callable, Iterator
from itertools import product

from quotes.text.comparing.changes import Found, Printed, alike, of
from quotes.text.comparing.content import is_content
from quotes.text.comparing.hunks import Hunk, Side
from quotes.text.comparing.information import rarity
from quotes.text.comparing.kinship import Pair
from quotes.text.comparing.kinships import known, lemma
from quotes.text.comparing.lexicon import PAST, tense
from quotes.text.comparing.markers import markers
from quotes.text.comparing.phrases import Marker, listed
from quotes.text.comparing.texts import Text
from quotes.text.comparing.types import ChangeKind

_RARE_NATS = 8.0  # a sentence's first word this rare, and in no dictionary, is a name
_FORMS_OF_BE = frozenset(["is", "are", "am"])
_PERFECT = frozenset(["has", "have", "had"])


def named(hunk: Hunk, _printed: Printed) -> Found | None:
    """Return the names on both sides of a hunk where none is a form of another."""
    if not hunk.replaced:
        return None
    here, there = _names(hunk.printing), _names(hunk.fuller)
    if not here or not there or any(alike(a, b) for a, b in product(here, there)) or _initials(here, there):
        return None
    return Found(ChangeKind.NAME, hunk, tuple(here), tuple(there))


def _names(side: Side) -> list[Marker]:
    places = of(side, ChangeKind.NAME)
    start, end = side.over
    taken = {
        at
        for m in markers(side.text)
        if m.kind in {ChangeKind.NAME, ChangeKind.DATE}
        for at in range(*m.over)
    }
    words = (at for at in range(start, end) if at not in taken and _name(side, at - start))
    return [
        *places,
        *(Marker(ChangeKind.NAME, frozenset([side.text.words[at]]), (at, at + 1)) for at in words),
    ]


def _name(side: Side, i: int) -> bool:
    word, printed = side.words[i], side.printed(i)
    if not is_content(word) or side.numeric(i) or not printed[:1].isupper() or word in listed("titles"):
        return False
    return side.capital(i) or _opens(side, i)


def _opens(side: Side, i: int) -> bool:
    """Tell whether a sentence's first word is a name: in capitals, a first name, or no word on record."""
    at, text = side.over[0] + i, side.text
    printed, after = side.printed(i), at + 1
    if printed.isupper() and len(printed) > 1:
        return not text.normalised.original.isupper()
    if after < len(text.words) and not text.parts_sentences(after) and text.printed(after)[:1].isupper():
        return is_content(text.words[after])
    return rarity(side.words[i]) > _RARE_NATS and not known(lemma(side.words[i]))


def _initials(here: list[Marker], there: list[Marker]) -> bool:
    """Tell whether one side's name is the other's initials ("UN", "United Nations")."""
    ours, theirs = (["".join(m.senses) for m in side] for side in (here, there))
    return "".join(ours) == "".join(w[0] for w in theirs) or "".join(theirs) == "".join(w[0] for w in ours)


def swapped(pair: Pair) -> Iterator[Found]:
    """Yield the first names that changed places, where two printings order the same words otherwise."""
    here, there = pair.printing.words, pair.fuller.words
    if here == there or sorted(here) != sorted(there):
        return
    names = _named(pair.printing) | _named(pair.fuller)
    for one, other in zip(_order(pair.printing, names), _order(pair.fuller, names), strict=False):
        if one.senses != other.senses:
            whole = Hunk(Side(pair.printing, (0, len(here))), Side(pair.fuller, (0, len(there))))
            yield Found(ChangeKind.NAME, whole, (one,), (other,))
            return


def _named(text: Text) -> frozenset[str]:
    side = Side(text, (0, len(text.words)))
    return frozenset(word for i, word in enumerate(text.words) if _name(side, i))


def _order(text: Text, names: frozenset[str]) -> list[Marker]:
    """Return the places of names in a text, in order; a name in one printing is one in the other."""
    return [
        Marker(ChangeKind.NAME, frozenset([word]), (i, i + 1))
        for i, word in enumerate(text.words)
        if word in names and text.printed(i)[:1].isupper()
    ]


def timed(hunk: Hunk, _printed: Printed) -> Found | None:
    """Return the forms of one verb, or "will" and none, that put a hunk into another time."""
    if not hunk.replaced:
        return _will(hunk)
    ours, theirs = ([_tense(side, i) for i in range(len(side.words))] for side in hunk.sides)
    for (i, here), (j, there) in product(enumerate(ours), enumerate(theirs)):
        if here and there and here[0] == there[0] and here[1] != there[1]:
            return _at(hunk, (i, i + 1), (j, j + 1))
    return _continued(hunk) or _will(hunk)


def _at(hunk: Hunk, here: tuple[int, int], there: tuple[int, int]) -> Found:
    a, b = hunk.printing.over[0], hunk.fuller.over[0]
    mine = Marker(ChangeKind.TENSE, frozenset(), (a + here[0], a + here[1]))
    other = Marker(ChangeKind.TENSE, frozenset(), (b + there[0], b + there[1]))
    return Found(ChangeKind.TENSE, hunk, (mine,), (other,))


def _tense(side: Side, i: int) -> tuple[str, str] | None:
    """Return the verb and tense of a word; a bare form takes the time of the auxiliary before it."""
    told = tense(side.words[i])
    if told is None or told[1] == PAST:
        return told
    at, text = side.over[0] + i - 1, side.text
    while at >= 0 and text.words[at] in {"not", "never", "also", "just", "ever"}:
        at -= 1
    before = text.words[at] if at >= 0 and not text.parts_sentences(at + 1) else ""
    if before == "did":
        return told[0], PAST
    modal = before == "to" or any(
        m.over[1] == at + 1 and m.kind is ChangeKind.MODALITY and not m.senses & {"think", "know", "sure"}
        for m in markers(text)
    )
    return None if modal else told


def _continued(hunk: Hunk) -> Found | None:
    """Find "are building" against "have built" or "built"."""
    for one, other, turn in ((hunk.printing, hunk.fuller, False), (hunk.fuller, hunk.printing, True)):
        going = [
            i
            for i, word in enumerate(one.words)
            if word.endswith("ing") and i and one.words[i - 1] in _FORMS_OF_BE
        ]
        done = [j for j, word in enumerate(other.words) if j and other.words[j - 1] in _PERFECT]
        for i, j in product(going, done):
            if _root(lemma(one.words[i])) == _root(lemma(other.words[j])):
                here, there = (i - 1, i + 1), (j - 1, j + 1)
                return _at(hunk, there, here) if turn else _at(hunk, here, there)
    return None


def _root(word: str) -> str:
    told = tense(word)
    return told[0] if told else word


def _will(hunk: Hunk) -> Found | None:
    """Find "will" on one side beside no modal word on the other."""
    here, there = of(hunk.printing, ChangeKind.MODALITY), of(hunk.fuller, ChangeKind.MODALITY)
    if [m for m in (*here, *there) if m.senses != {"will"}] or bool(here) == bool(there):
        return None
    return Found(ChangeKind.TENSE, hunk, tuple(here), tuple(there))


RENAMED: tuple[Callable[[Hunk, Printed], Found | None], ...] = (named, timed)
