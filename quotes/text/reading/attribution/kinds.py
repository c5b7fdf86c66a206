"""Kinds: a whole statement, or a fragment in the reporter's sentence."""

from collections.abc import Sequence

from quotes.text.reading.attribution.cues import Cue
from quotes.text.reading.marking.frames import Sentence
from quotes.text.reading.marking.marks import Passage
from quotes.text.reading.types import Kind
from quotes.text.spans import Span

_FINAL = frozenset(".!?…。！？")
_FRAME_MARKS = frozenset(",;、，")
_OUTSIDE = frozenset(",—–-")  # behind the mark, where the frame goes on
_SHORT = 4


def kind_of(text: str, passage: Passage, sentence: Sentence, place: int, cues: Sequence[Cue]) -> Kind:
    """Tell a whole statement from a fragment.

    Direct: the passage begins a sentence of its own (at the sentence's head, behind a colon or a comma, or
    behind a cue and with a capital) and ends as one (full stop, or a comma before the frame).
    Everything else is partial.
    """
    inner = passage.inner.of(text).strip()
    tokens = sentence.tokens
    starts_big = _starts_big(inner)
    before = tokens[place - 1] if place else None
    ends = inner.rstrip("'’\" ")[-1:]
    whole_end = ends in _FINAL or ends in _FRAME_MARKS or ends in "-—–" or len(passage.parts) > 1
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    outside_comma = after is not None and after.text in _OUTSIDE
    if before is None or before.is_quote:
        complete = whole_end or outside_comma or after is None
        return Kind.DIRECT if starts_big and complete else Kind.PARTIAL
    if before.text == ":":
        return Kind.DIRECT if starts_big or len(inner.split()) > _SHORT else Kind.PARTIAL
    ends_sentence = after is None or after.is_quote or ends in _FINAL or after.text in _FINAL
    behind_cue = any(
        cue.right == place - 1 or (cue.right == place - 2 and before.text == ",") for cue in cues
    )
    if before.text == "," and starts_big and whole_end:
        return Kind.DIRECT
    if behind_cue and starts_big and (ends_sentence or whole_end) and len(inner.split()) >= _SHORT:
        return Kind.DIRECT
    return Kind.PARTIAL


def _starts_big(inner: str) -> bool:
    first = inner.lstrip("'‘\"“ (…[.")[:1]
    return first.isupper() or first.isdigit() or (first.isalpha() and not first.islower())


def trimmed(text: str, passage: Passage, kind: Kind) -> tuple[Span, ...]:
    """Return the passage's parts without blanks and frame's comma; a fragment also without its full stop."""
    parts = [_without_blanks(text, part) for part in passage.parts]
    last = parts[-1]
    end = last.end
    dropped = _FRAME_MARKS if kind is Kind.DIRECT else _FRAME_MARKS | {"."}
    if (
        end > last.start
        and text[end - 1] in dropped
        and not text[last.start : end].endswith(("...", "…", ". ."))
    ):
        end -= 1
        while end > last.start and text[end - 1].isspace():
            end -= 1
    parts[-1] = Span(last.start, end)
    return tuple(part for part in parts if len(part))


def _without_blanks(text: str, part: Span) -> Span:
    start, end = part.start, part.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
