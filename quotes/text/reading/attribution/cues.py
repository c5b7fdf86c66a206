"""Cues: the verbs and frames of a sentence that report words, with who is said to speak."""

from enum import Enum
from typing import NamedTuple

from quotes.text.reading.names.party import Party


class Role(Enum):
    """What a cue says of its subject."""

    SPEAKS = "speaks"  # "Kim said"
    HOLDS = "holds"  # "Kim praised", "Kim called for": the object holds the words
    ACCORDING = "according"  # "according to the ministry"
    QUOTES = "quotes"  # "TASS quoted Lavrov as saying": the subject passes words on
    QUOTED = "quoted"  # "he was quoted as saying": somebody passes the subject's words on


class Cue(NamedTuple):
    """One reporting verb or frame, tokens `first` to `last`, and its subject.

    `other` is the quoted party of QUOTES, the quoting one of QUOTED. `told` is the party told
    ("told CNN"). `adjacent` says that the subject stands beside the verb, `framing`
    that words between the two are what it reports ("Weber hat ihn als „…“ bezeichnet").
    """

    role: Role
    first: int
    last: int
    subject: Party | None
    other: Party | None = None
    told: Party | None = None
    adjacent: bool = True
    framing: bool = False

    @property
    def left(self) -> int:
        """The first token of cue and subject together."""
        return self.first if self.subject is None else min(self.first, self.subject.first)

    @property
    def right(self) -> int:
        """The last token of cue and subject together."""
        return self.last if self.subject is None else max(self.last, self.subject.last)
