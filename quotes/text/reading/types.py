"""What a reading of an article says: its page, its appearances, their chains."""

from dataclasses import dataclass, field
from enum import StrEnum

from quotes.text.spans import Span


class Kind(StrEnum):
    """How the words are printed."""

    DIRECT = "direct"  # a whole statement in quotation marks
    PARTIAL = "partial"  # a quoted fragment inside the reporter's sentence
    INDIRECT = "indirect"  # reported speech without marks


class Basis(StrEnum):
    """What a hop rests on."""

    EXPLICIT = "explicit"  # said in the quote's own sentence
    CONTEXT = "context"  # carried over from an earlier sentence
    CREDIT = "credit"  # byline, dateline or credit line
    EDITOR = "editor"  # put there by a person; never by the reader


class SourceKind(StrEnum):
    """What sort of source a name is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    AGENCY = "agency"
    OUTLET = "outlet"
    PROGRAMME = "programme"
    DOCUMENT = "document"
    UNNAMED = "unnamed"  # "a senior official": somebody, but nobody we can name


@dataclass(frozen=True, slots=True)
class Hop:
    """One link of a chain: who passed the words on, and the words that prove it.

    `source` is the fullest form of the name in the article, None where no source or
    several fit equally (`candidates` then names them). `evidence` is a span of the text.
    """

    source: str | None
    kind: SourceKind
    basis: Basis
    evidence: Span
    candidates: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Appearance:
    """One printing of somebody's words.

    `span` covers the words without their marks and without the comma of the reporter's
    frame; `segments` are the parts of a statement that its cue splits (one segment, equal
    to `span`, where nothing splits it). `chain[0]` is the speaker; the printing outlet is
    not in the chain. `cue` and `setting` are spans of the text, None where there is none.
    """

    span: Span
    segments: tuple[Span, ...]
    kind: Kind
    chain: tuple[Hop, ...]
    cue: Span | None = None
    setting: Span | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words in quotation marks that are no quote of a speaker, with the reason in words."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """A part of the pasted page that is not the article's body."""

    kind: str  # section, title, standfirst, dateline-line, caption, share, related, credit …
    span: Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the input a person must put right: where, what, and what to do."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a pasted article.

    `published_at` is ISO 8601 as precise as printed ("2023-08-14" or "2023-08-14T08:18"),
    None where no date is printed. `credit` names the agency whose copy it is. `body` runs
    from the dateline to the last sentence; `furniture` lists everything that is not body,
    also where it stands inside `body`.
    """

    body: Span
    title: str | None = None
    standfirst: str | None = None
    byline: tuple[str, ...] = ()
    published_at: str | None = None
    dateline: str | None = None
    credit: str | None = None
    credit_span: Span | None = None
    credit_sure: bool = True  # False where the agency is known by the dress of its sign-off, not by name
    picture_credit: str | None = None
    contributions: tuple[str, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    problems: tuple[Problem, ...] = ()
    dateline_span: Span | None = None  # the dateline with its dash: "SEOUL, Aug 14 (Reuters) - "


@dataclass(frozen=True, slots=True)
class Given:
    """What the sender already knows of an article; given facts win over read ones.

    `language` is a tag as in BCP 47; where it is None the article's small words tell.
    """

    title: str | None = None
    outlet: str | None = None
    published_at: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one text, in order of place."""

    page: Page
    appearances: tuple[Appearance, ...] = ()
    left_out: tuple[LeftOut, ...] = field(default=())

    @property
    def quoted(self) -> tuple[Appearance, ...]:
        """The appearances in quotation marks, without reported speech."""
        return tuple(one for one in self.appearances if one.kind is not Kind.INDIRECT)
