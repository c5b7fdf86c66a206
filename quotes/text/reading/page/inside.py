"""Inside the body: the page furniture that stands between its paragraphs."""

import re
from collections.abc import Iterable, Iterator, Sequence

from quotes.text.reading.page.lines import Line
from quotes.text.reading.page.parts import Part
from quotes.text.reading.page.tail import tail_part

# One look decides whether a line is worth all the rules: bodies may have a million lines.
_WORTH = re.compile(
    r"photo|pictur|pic\b|image|credit|graphic|illustration|video|foto|getty|screenshot|/[A-Z]|\| ?[A-Z]|©"
    r"|share|tweet|twitter|facebook|whatsapp|follow|print|min(?:ute)?s? read|comment"
    r"|newsletter|sign(?:ed)? up|subscri|inbox|download|your e-?mail"
    r"|read (?:more|also|next|the full)|also read|see also|related|recommended|more on"
    r"|more from|must read|don[’']t miss"
    r"|advert|sponsored|continues? |promoted|contributed|reporting|skip |report by|trending"
    r"|stories|ago$|topics|tags",
    re.IGNORECASE,
)
_ONLY = ("caption", "share", "newsletter", "related", "notice", "contribution")
_QUOTED = re.compile(r"[“\"‘'][^”\"]{12,}[”\"’']")


def parts_inside(lines: Sequence[Line], first: int, end: int, agencies: Iterable[str] = ()) -> Iterator[Part]:
    """Yield the parts of lines `first` up to `end` that are furniture, in order."""
    heading = False
    for index in range(first, end):
        line = lines[index]
        part = _part(line, agencies)
        if part is None and heading and _headline(line):
            yield Part(line, "related")
        elif part:
            yield part
        heading = part is not None and part.kind == "related-heading"


def _part(line: Line, agencies: Iterable[str]) -> Part | None:
    if not line.short or not (len(line.span) <= 12 or _WORTH.search(line.head)):
        return None
    part = tail_part(line, agencies)
    if part.kind == "credit" and part.credit and part.credit.agency:
        return part
    if part.kind == "related-heading":
        return (
            part
            if part.line.head.rstrip(" :：>»|…").casefold() in _HEADINGS or line.head[-1] in ":>»"
            else None
        )
    return part if part.kind in _ONLY and not _spoken(part) else None


_HEADINGS = frozenset(
    ("read more", "also read", "read also", "see also", "related", "related stories", "related articles")
)


def _spoken(part: Part) -> bool:
    """Tell whether the line quotes somebody at length: then it is body, whatever its make."""
    return part.kind not in ("caption", "related") and _QUOTED.search(part.line.head) is not None


def _headline(line: Line) -> bool:
    return len(line.span) <= 160 and not Part(line).finished
