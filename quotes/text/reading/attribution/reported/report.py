"""Report: one reporting word of a sentence with who reports and what is reported, as token places."""

from dataclasses import dataclass, field
from enum import StrEnum

from quotes.text.reading.attribution.reported.clause import Range
from quotes.text.reading.lexicon.reporting import ReportWord


class Order(StrEnum):
    """Where what is reported stands; the values are the statistics' names."""

    BEHIND = ""  # "Kim said that …", "According to Kim, …"
    BEFORE = "P"  # "…, Kim said", "…, according to Kim"
    INVERTED = "I"  # "…, said Kim"
    SUBJECT = "S"  # "The plan was rejected": the subject is what is reported


class Side(StrEnum):
    """What stands beside the reporting word and may be who reports; the values are the statistics' names."""

    NOTHING = "none"
    IN_NAME = "innam"
    QUOTE = "quote"
    NAME = "name"
    NOUN = "np"
    OWNER = "poss"  # "Kim's claim"
    OWN = "his"  # "his claim"
    RELATIVE = "rel"
    PRONOUN = "pron"
    COMMA = "comma"
    ASIDE = "ingc"  # ", saying"
    JOINED = "conj"
    INFINITIVE = "to"
    MARK = "mark"
    FUNCTION = "f"
    FRAME = "frame"
    INVERTED = "inv"


@dataclass(slots=True)
class Report:
    """A reading of the word at `place`: `first` is where its auxiliaries begin.

    `source` are the tokens of who reports, None where nobody does; `behind` is the last token of verb and
    inverted source, `reported` the subject that is itself reported. `score` is the log-odds of being
    right. `segments` and `cue` are set once the proposition is read.
    """

    place: int
    first: int
    word: ReportWord
    key: str
    order: Order
    side: Side
    source: Range | None
    behind: int
    reported: Range | None = None
    score: float = 0.0
    segments: list[Range] = field(default_factory=list)
    cue: Range = (0, 0)

    @property
    def left(self) -> int:
        """The first token of the proposition."""
        return self.segments[0][0]

    @property
    def right(self) -> int:
        """The last token of the proposition."""
        return max(last for _, last in self.segments)
