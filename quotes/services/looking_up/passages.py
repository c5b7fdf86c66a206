"""Passages: what of a text somebody asks about may be a speaker's words, and whose it says they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.text.comparing.keys import Form, form
from quotes.text.comparing.relation import relate
from quotes.text.comparing.types import Printing
from quotes.text.reading.reading import read
from quotes.text.reading.types import Appearance
from quotes.text.segments import masked
from quotes.text.spans import Span

MOST_PASSAGES = 12


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to look for: those at `start` of the text asked about, and what the index holds of them."""

    start: int
    words: str
    form: Form


@dataclass(frozen=True, slots=True)
class Asked:
    """A text as it was asked about; `speaker` is who is named as having said it, empty for nobody."""

    text: str
    speaker: str
    passages: tuple[Passage, ...]


def asked(text: str, speaker: str = "") -> Asked:
    """Read a text for what is to be looked up: each quotation in it, reported words, and the whole.

    The whole is looked for too, because somebody may give words without marks, or mark a few of them only.
    Without a `speaker` it is the one that the text itself names. At most MOST_PASSAGES, none twice.
    """
    reading = read(text)
    named = (one.chain[0].source or "" for one in reading.appearances if one.chain)
    parts: dict[str, Passage] = {}
    for start, words in _parts(text, reading.appearances, [one.span for one in reading.left_out]):
        known = form(words)
        if known.words and known.normal not in parts and len(parts) < MOST_PASSAGES:
            parts[known.normal] = Passage(start, words, known)
    return Asked(text, speaker or next(filter(_is_name, named), ""), tuple(parts.values()))


def load() -> None:
    """Load the word lists that reading and comparing a text need, once for the process."""
    said = asked("“We will not sell the ships,” the minister said on Monday.").text
    relate(Printing(text=said), Printing(text=f"{said} “We will sell them.”"))


def _is_name(words: str) -> bool:
    """Tell a name from "nobody" and "she", which the reader takes for somebody too."""
    return any(char.isupper() for char in words)


def _parts(text: str, appearances: Sequence[Appearance], marked: Sequence[Span]) -> Iterator[tuple[int, str]]:
    yield 0, text
    for one in appearances:
        span, segments = one.span, one.segments
        words = text[span.start : span.end]
        yield span.start, masked(words, span.start, [(part.start, part.end) for part in segments])
    for span in marked:
        yield span.start, text[span.start : span.end]
