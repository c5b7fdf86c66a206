"""Inside the body: the page furniture that stands between its paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotes.text.reading.page.known import NOTHING, Known
from quotes.text.reading.page.lines import Line
from quotes.text.reading.page.parts import PROSE, Part
from quotes.text.reading.page.tail import Tail, tail_part

MOST = 5_000
_FROM_END = 4  # lines; an agency alone further up signs a picture, not the article
_ONLY = ("caption", "share", "newsletter", "related", "notice", "contribution", "ago", "topics")
_QUOTED = re.compile(r"[“\"‘'][^”\"]{12,}[”\"’']")
_SURE = ":：>»…"  # what a heading that announces headlines ends with


def parts_inside(lines: Sequence[Line], first: int, tail: Tail, known: Known = NOTHING) -> Iterator[Part]:
    """Yield the parts of the lines from `first` up to the tail that are furniture, in order.

    Below MOST lines of body nothing is looked for: no page is that long.
    """
    heading = False
    for index in range(first, min(tail.start, first + MOST)):
        seen = _seen(lines, index, tail, known)
        part = _furniture(seen)
        if part and part.kind == "credit" and tail.start - index > _FROM_END:
            part = replace(part, kind="caption", credit=None)
        if part is None and heading and _headline(seen):
            yield replace(seen, kind="related")
        elif part and not (part.kind == "related-heading" and not _announces(lines, index, tail, known)):
            heading = part.kind == "related-heading" or (heading and part.kind == "notice")
            yield part
        else:
            heading = False


def _seen(lines: Sequence[Line], index: int, tail: Tail, known: Known) -> Part:
    """Return the part of a line, from the tail where it was looked at before."""
    return tail.seen[index - tail.begin] if index >= tail.begin else tail_part(lines[index], known)


def _furniture(part: Part) -> Part | None:
    if part.kind == "credit":
        return part if part.credit and part.credit.agency else None
    if part.kind == "related-heading":
        return part
    return part if part.kind in _ONLY and not _spoken(part) else None


def _announces(lines: Sequence[Line], index: int, tail: Tail, known: Known) -> bool:
    """Tell whether a heading inside the body has headlines below it, or says by a mark that it has."""
    if lines[index].head[-1] in _SURE:
        return True
    if index + 1 >= tail.start:
        return False
    below = _seen(lines, index + 1, tail, known)
    return _headline(below) or _furniture(below) is not None


def _spoken(part: Part) -> bool:
    """Tell whether the line quotes somebody at length: then it is body, whatever its make."""
    return part.kind not in ("caption", "related") and _QUOTED.search(part.line.head) is not None


def _headline(part: Part) -> bool:
    return part.kind == PROSE and len(part.line.span) <= 160 and not part.finished
