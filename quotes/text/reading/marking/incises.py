"""Incises: the reporter's cue inside the marks (« Le pont, explique Mme Morvan, rouvrira »), cut out of them.

French and Spanish papers leave the marks open around it, parted by commas or dashes. Cut in two, the
quotation reads like one whose marks were closed and opened again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.marks import Passage
from quotes.text.spans import Span

# An incise opens behind a comma or a dash and is closed by the same mark; so long, at most.
_OPENING = re.compile(r",\s|\s?[-–—](?=\w)|\s[–—]\s")
_LONGEST = 120
_WORD = re.compile(r"[^\W\d_]+")
# The verb is the first word of an incise, or the second or third behind pronoun and auxiliary.
_VERB = 3


def without_incises(text: str, passages: Sequence[Passage], words: Lexicon) -> tuple[Passage, ...]:
    """Return the passages, those that hold an incise as the passages before and behind it."""
    return tuple(piece for passage in passages for piece in _pieces(text, passage, words))


def _pieces(text: str, passage: Passage, words: Lexicon) -> Iterator[Passage]:
    incise = _incise(text, passage.parts[0], words) if len(passage.parts) == 1 else None
    if incise is None:
        yield passage
        return
    inner = passage.parts[0]
    before, behind = Span(inner.start, incise.start), Span(incise.end, inner.end)
    yield replace(passage, outer=Span(passage.outer.start, incise.start), parts=(before,))
    yield replace(passage, outer=Span(incise.end, passage.outer.end), parts=(behind,))


def _incise(text: str, inner: Span, words: Lexicon) -> Span | None:
    """Return where the first incise of a passage stands, its own marks included."""
    for opening in _OPENING.finditer(text, inner.start, inner.end):
        mark = opening.group().strip()
        end = text.find(mark, opening.end(), min(opening.end() + _LONGEST, inner.end))
        if opening.start() == inner.start or end < 0:
            continue
        if _reports(text, opening.end(), end, words):
            return Span(opening.start(), end + len(mark))
    return None


def _reports(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Tell whether a verb of saying opens the words between two marks, its subject behind it."""
    spoken = [word.casefold() for word in _WORD.findall(text, start, end)]
    for place, word in enumerate(spoken[:_VERB]):
        if word in words.strong:
            return place + 1 < len(spoken)
        if word not in words.adverbs and word not in words.pronouns:
            return False
    return False
