"""Inside the body: the page furniture that stands between its paragraphs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quotes.text.reading.page.lines import Line
from quotes.text.reading.page.parts import Part
from quotes.text.reading.page.tail import tail_part

# One look decides whether a line is worth all the rules: bodies may have a million lines.
_WORTH = (
    *("photo", "pic", "image", "credit", "graphic", "illustration", "video", "foto", "screenshot"),
    *("getty", "©"),
    *("share", "tweet", "twitter", "facebook", "whatsapp", "follow", "print", "min read", "comment", "email"),
    *("newsletter", "sign up", "signed up", "subscri", "inbox", "download", "e-mail", "trending", "related"),
    *("read ", "see also", "recommended", "more ", "don't miss", "don’t miss", "stories", "topics", "tags"),
    *("advert", "sponsored", "continue", "promoted", "contributed", "reporting", "skip ", "report by", " | "),
    *("reuters/", "ap/", "afp/", "epa/", "/reuters", "/ap", "/afp", "/epa", "source", "updated", "published"),
)
MOST = 5_000
_SMALL = 30  # a lone agency name, "Advertisement", "Getty Images"
_FROM_END = 4  # lines; an agency alone further up signs a picture, not the article
_ONLY = ("caption", "share", "newsletter", "related", "notice", "contribution")
_HEADINGS = frozenset(
    ("read more", "also read", "read also", "see also", "related", "related stories", "related articles")
)
_QUOTED = re.compile(r"[“\"‘'][^”\"]{12,}[”\"’']")


def parts_inside(lines: Sequence[Line], first: int, end: int, agencies: Iterable[str] = ()) -> Iterator[Part]:
    """Yield the parts of lines `first` up to `end` that are furniture, in order.

    Below MOST lines of body nothing is looked for: no page is that long.
    """
    heading = False
    for index in range(first, min(end, first + MOST)):
        line = lines[index]
        part = _part(line, agencies)
        if part and part.kind == "credit" and end - index > _FROM_END:
            part = replace(part, kind="caption", credit=None)
        if part is None and heading and _headline(line):
            yield Part(line, "related")
        elif part:
            yield part
        heading = part is not None and part.kind == "related-heading"


def _part(line: Line, agencies: Iterable[str]) -> Part | None:
    if not line.short or not (len(line.span) <= _SMALL or _worth(line.head)):
        return None
    part = tail_part(line, agencies)
    if part.kind == "credit" and part.credit and part.credit.agency:
        return part
    if part.kind == "related-heading":
        fixed = line.head[-1] in ":>»" or line.head.rstrip(" …").casefold() in _HEADINGS
        return part if fixed else None
    return part if part.kind in _ONLY and not _spoken(part) else None


def _worth(line: str) -> bool:
    lower = line.lower()
    return any(word in lower for word in _WORTH)


def _spoken(part: Part) -> bool:
    """Tell whether the line quotes somebody at length: then it is body, whatever its make."""
    return part.kind not in ("caption", "related") and _QUOTED.search(part.line.head) is not None


def _headline(line: Line) -> bool:
    return len(line.span) <= 160 and not Part(line).finished
