"""Drafts: quotations with their speakers, on the way to appearances."""

from dataclasses import dataclass

from quotes.text.reading.attribution.cues import Cue
from quotes.text.reading.attribution.memory import Speaker
from quotes.text.reading.marking.marks import Passage
from quotes.text.reading.types import Basis, Hop, Kind
from quotes.text.spans import Span


@dataclass(slots=True)
class Draft:
    """One quotation on its way to an appearance.

    `sentence` and `place` say where its token stands; `cue` is the one of its own sentence, if any.
    """

    passage: Passage
    sentence: int
    place: int
    kind: Kind
    speaker: Speaker
    evidence: Span
    basis: Basis
    hops: tuple[Hop, ...] = ()
    cue: Cue | None = None
    cue_span: Span | None = None
    setting: Span | None = None
    confidence: float = 1.0
