"""The head of a page: everything above the article's first sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from quotes.text.reading.page.captions import Caption
from quotes.text.reading.page.known import Known
from quotes.text.reading.page.lines import Line
from quotes.text.reading.page.parts import PROSE, Part, is_section, part_of

REACH = 40  # lines; a head longer than this is not one
_MOST_PROSE = 14
_STRONG = ("byline", "date", "place")
_WEAK = ("section", "caption", "share", "credit", "summary")


@dataclass(frozen=True, slots=True)
class Head:
    """The parts above the body, and `body`: the index of the body's first line.

    `parts` are the lines before it, prose among them renamed "title", "standfirst" or
    "caption"; `opening` is the part the body starts with, None in a page without a body.
    """

    body: int
    parts: tuple[Part, ...] = ()
    opening: Part | None = None
    seen: tuple[Part, ...] = field(default=(), repr=False)


def read_head(lines: Sequence[Line], known: Known) -> Head:
    """Find where the body starts, by dateline, else below byline and date, else at the top."""
    parts = _settled(_first_parts(lines[:REACH], known), known.language)
    body = _by_dateline(parts)
    if body is None:
        body = _below_title(parts, _by_metadata(parts))
    body = _below_picture(parts, body, known)
    if body >= len(lines):
        body = 0
    return head_at(parts, body)


def _below_picture(parts: list[Part], body: int, known: Known) -> int:
    """Step over a caption below its credit alone ("PA Media"), where the house's own authors sign."""
    if not 0 < body < len(parts) - 1 or not _headline(parts, body):
        return body
    above = parts[body - 1]
    signed = any(part.byline and part.byline.names and not part.byline.agency for part in parts[:body])
    if not signed or above.kind != "credit" or known.lone_agency(above.line.head) is None:
        return body
    parts[body - 1] = Part(above.line, "caption", caption=Caption(above.line.head, alone=True))
    return body + 1


def _first_parts(lines: Sequence[Line], known: Known) -> list[Part]:
    """Return the parts of the first lines, up to where running text has plainly begun.

    No rule of the head looks further than two lines past a paragraph, or past so many lines of prose.
    """
    parts: list[Part] = []
    prose, last = 0, REACH
    for index, line in enumerate(lines):
        if index > last:
            break
        part = part_of(line, known)
        parts.append(part)
        prose += part.kind == PROSE
        if last == REACH and part.kind == PROSE and (part.paragraph or prose >= _MOST_PROSE):
            last = index + 2
    return parts


def head_at(parts: Sequence[Part], body: int) -> Head:
    """Return the head that ends where the line numbered `body` starts."""
    opening = parts[body] if body < len(parts) else None
    return Head(body, tuple(_named(parts[:body])), opening, tuple(parts))


def below_title(head: Head) -> Head:
    """Return the head with a title taken from the body's first lines, where it is one.

    For pages known to be pages only by what follows the body.
    """
    if head.body or not (len(head.seen) > 2 and _headline(head.seen, 0)):
        return head
    two = len(head.seen) > 3 and _headline(head.seen, 1) and not _headline(head.seen, 2)
    return head_at(head.seen, 2 if two else 1)


def _settled(parts: list[Part], language: str) -> list[Part]:
    """Settle what a line's neighbours decide: sections, and names without "By"."""
    titled = False
    for index, part in enumerate(parts):
        if not titled and part.kind in (PROSE, "date", "byline") and _above_title(parts[index], language):
            parts[index] = replace(part, kind="section", byline=None)
        elif (part.kind == "place" and not titled) or not _is_byline(parts, index, titled=titled):
            parts[index] = Part(part.line)
        elif index and _is_office(parts[index - 1], part):
            parts[index] = replace(part, kind="byline")
        titled = titled or parts[index].kind == PROSE
    return parts


def _above_title(part: Part, language: str) -> bool:
    if part.dates:
        return is_section(part.line, language)
    marked = part.byline is not None and part.byline.marked
    return not marked and part.kind != "date" and is_section(part.line, language)


def _is_office(byline: Part, part: Part) -> bool:
    """Tell whether the line under a "By" line only names where its author works ("BBC News, Oslo")."""
    words = part.line.head.split()
    marked = byline.byline is not None and byline.byline.marked
    capitals = len(words) <= 5 and all(word[:1].isupper() for word in words)
    return marked and capitals and part.kind == PROSE and not (part.finished or part.dateline)


def _is_byline(parts: Sequence[Part], index: int, *, titled: bool) -> bool:
    """Tell whether a line of names is a byline, by its own words or its neighbours'."""
    part = parts[index]
    byline = part.byline
    if byline is None:
        return part.kind != "byline"
    if byline.marked or part.dates or not titled:
        return byline.marked or bool(part.dates)
    if byline.agency or byline.role or len(byline.names) > 1:
        return True
    near = parts[max(index - 1, 0) : index] + parts[index + 1 : index + 3]  # type: ignore[operator]
    if any(other.kind in (*_STRONG, *_WEAK) or other.dateline for other in near):
        return True
    below = parts[index + 1 : index + 2]
    return index <= 3 and bool(below) and below[0].finished and len(below[0].line.span) > 80


def _by_dateline(parts: Sequence[Part]) -> int | None:
    prose = 0
    for index, part in enumerate(parts):
        if part.dateline:
            return index
        if part.kind == PROSE:
            prose += 1
            if prose > 5 or part.paragraph:
                return None
    return None


def _by_metadata(parts: Sequence[Part]) -> int:
    """Return the index below the last line of byline, date, section, caption or share bar."""
    prose, last, strong = 0, 0, False
    for index, part in enumerate(parts):
        if part.kind == PROSE:
            if (strong and not _still_head(parts, index)) or part.paragraph:
                return max(last, index) if strong else last
            prose += 1
            if prose > (4 if strong else 3):
                return last
        elif part.kind in _STRONG or _weak(parts, index, prose=prose, strong=strong):
            strong, last = strong or part.kind in _STRONG, index + 1
    return last


def _weak(parts: Sequence[Part], index: int, *, prose: int, strong: bool) -> bool:
    """Tell whether a section, caption, credit or share bar still belongs to the head."""
    if parts[index].kind not in _WEAK and not strong:
        return False
    if strong or prose <= 1:
        return True
    before = parts[index - 1]
    return prose == 2 and not (before.kind == PROSE and before.finished and len(before.line.span) > 120)


def _still_head(parts: Sequence[Part], index: int) -> bool:
    """Tell whether a prose line below a byline or date is title, standfirst or caption."""
    part, after = parts[index], parts[index + 1 : index + 3]
    if part.paragraph:
        return False
    if any(other.kind in _STRONG for other in after):
        return True
    if after and after[0].caption and after[0].caption.alone:
        named = after[0].caption.credit or ""
        return len(part.line.span) <= 160 and (
            not part.finished or after[0].line.head != named or "/" in named
        )
    return not part.finished and any(other.kind == "caption" for other in after)


def _headline(parts: Sequence[Part], index: int) -> bool:
    if index >= len(parts):
        return False
    part = parts[index]
    return part.kind == PROSE and not part.finished and not part.dateline and len(part.line.span) <= 250


def _below_title(parts: Sequence[Part], body: int) -> int:
    """Step over a title (and standfirst) that follow section, date or byline."""
    if body == 0 or any(part.kind == PROSE for part in parts[:body]):
        return body
    steps = 0
    while steps < 2 and _headline(parts, body + steps) and body + steps + 1 < len(parts):
        steps += 1
    return body + steps


def _named(parts: Sequence[Part]) -> list[Part]:
    named, titled, signed = list(parts), False, False
    for index, part in enumerate(parts):
        if part.kind != PROSE:
            signed = signed or part.kind == "byline"
            continue
        after = parts[index + 1] if index + 1 < len(parts) else None
        if not titled:
            kind, titled = "title", True
        elif (after and after.caption and after.caption.alone) or (signed and part.finished):
            kind = "caption"
        else:
            kind = "standfirst"
        named[index] = replace(part, kind=kind)
    return named
