"""What a comparison of two wordings says: relation, differing words, meaning changes."""

from dataclasses import dataclass
from enum import StrEnum

from quotes.text.spans import Span


class Relation(StrEnum):
    """Relation of a printing to a fuller wording; the first that fits, in this order.

    DIFFERENT and STOCK are answers about a pair only: no relation holds, or the shared
    words are too common to identify one utterance.
    """

    RETRANSLATED = "retranslated"
    EDITED = "edited"
    SPLICED = "spliced"
    TRUNCATED = "truncated"
    CONTAINED = "contained"
    TYPOGRAPHIC = "typographic"
    EXACT = "exact"
    DIFFERENT = "different"
    STOCK = "stock"


class Occasions(StrEnum):
    """How the occasions of two printings stand to each other."""

    ONE = "one"  # told to be of one day, or through one channel, or quoted back
    OPEN = "open"
    AGAIN = "again"  # the words are told to be a speaker's own that are said again and again
    LATER = "later"  # a setting is told, as of something fresh, long after the other was out
    APART = "apart"  # the days told exclude each other


class ChangeKind(StrEnum):
    """Which part of the meaning differs."""

    NEGATION = "negation"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    QUANTITY = "quantity"
    MODALITY = "modality"
    CONDITION = "condition"
    TENSE = "tense"


@dataclass(frozen=True, slots=True)
class MeaningChange:
    """One change of meaning: the words on both sides (None: absent there), a sentence for an editor."""

    kind: ChangeKind
    a: Span | None
    b: Span | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One aligned stretch of the two originals.

    `operation` is equal, replaced, dropped (only in a) or added (only in b); the side that has
    no words there gives the empty span at the place where they would stand.
    """

    operation: str
    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Printing:
    """A wording as printed, with what is known of its printing; all but the text optional.

    `published_at` is an ISO 8601 date or time, `via` the names after the speaker, `article` any
    name of the article: equal names tell that two printings stand in one article. `inferred`: only a
    pronoun stands for the speaker there, and the name is the reader's inference.
    """

    text: str
    speaker: str | None = None
    published_at: str | None = None
    outlet: str | None = None
    via: tuple[str, ...] = ()
    article: str | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """The relation of two wordings, `a` and `b`, and everything that shows why.

    `fuller` is "a" or "b": the side that holds more of the utterance (ties: "a").
    `score` runs from 0 to 1 and is the likelihood that both print one utterance; `features` says
    what each thing known added to it, `version` which weights were used (weights.VERSION).
    `reasons` are sentences for an editor, where more than the words carried the answer. Spans point into
    the two texts as given.
    """

    relation: Relation
    score: float
    fuller: str
    differences: tuple[Difference, ...] = ()
    changes: tuple[MeaningChange, ...] = ()
    features: tuple[tuple[str, float], ...] = ()
    version: int = 0
    reasons: tuple[str, ...] = ()
