"""Spans as an editor gives them: selected in the text, or by the words they begin and end with."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from quotes.services.errors import Refused

Span = tuple[int, int]


def given(data: Mapping[str, str], text: str, near: int, prefix: str = "") -> Span | None:
    """Return the span a form names, None where it names none.

    The form's fields are `start` and `end` in code points, else `first` and `last`: the words it begins and
    ends with, `first` alone for all of it. Of several places the one nearest to `near` is meant. Raises
    Refused ("no_words", "bad_span") about the field.
    """
    start, end = (data.get(f"{prefix}{name}", "").strip() for name in ("start", "end"))
    if start and end:
        if not (start.isdecimal() and end.isdecimal()):
            raise Refused(
                "Select the words again, or type how they begin and end.", code="bad_span", field="first"
            )
        return int(start), int(end)
    first, last = (data.get(f"{prefix}{name}", "").strip() for name in ("first", "last"))
    if not first and not last:
        return None
    if not first:
        raise Refused("Type the words it begins with too.", code="no_words", field="first")
    return _found(text, first, last or first, near)


def segments(span: Span, before: Sequence[Sequence[int]]) -> list[Span]:
    """Return the parts of a span without the gaps, inside it, that stood between the parts of before.

    A cue that splits the words stays outside them where the ends of the words move.
    """
    start, end = span
    gaps = [(one[1], other[0]) for one, other in pairwise(before) if start < one[1] and other[0] < end]
    edges = [start, *(edge for gap in gaps for edge in gap), end]
    return [(first, last) for first, last in zip(edges[::2], edges[1::2], strict=True) if first < last]


def _found(text: str, first: str, last: str, near: int) -> Span:
    begins = _places(text, first)
    if not begins:
        raise Refused(
            f"“{first}” is not in the text; copy the words from it.", code="no_words", field="first"
        )
    start = min(begins, key=lambda place: abs(place - near))
    at = text.find(last, start)
    if at < 0:
        raise Refused(
            f"“{last}” does not come after “{first}”; copy it from the text.", code="no_words", field="last"
        )
    return start, at + len(last)


def _places(text: str, words: str) -> list[int]:
    places, at = [], text.find(words)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + len(words))
    return places
