"""The tail of a page: credit line, contributions, related headlines, notices after the body."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quotes.text.reading.page.captions import caption_of
from quotes.text.reading.page.credits import credit_of, paper_of
from quotes.text.reading.page.labels import label_of
from quotes.text.reading.page.lines import Line
from quotes.text.reading.page.parts import PROSE, Part

_SPEECH = re.compile(r"[“\"][^”\"]{30,}")
_TOPICS = re.compile(r"(?:topics|tags|keywords|filed under) ?:", re.IGNORECASE)
REACH = 80  # lines from the end that are looked at


@dataclass(frozen=True, slots=True)
class Tail:
    """`start` is the index of the first line after the body, `parts` the lines from there."""

    start: int
    parts: tuple[Part, ...] = ()


def tail_part(line: Line, agencies: Iterable[str] = ()) -> Part:
    """Say what `line` is inside or below the body; PROSE where nothing tells."""
    if not line.short:
        return Part(line)
    if credit := credit_of(line.head, agencies) or paper_of(line.head):
        return Part(line, credit.kind, credit=credit)
    if kind := label_of(line.head):
        return Part(line, kind)
    if caption := caption_of(line.head):
        return Part(line, "caption", caption=caption)
    return Part(line)


def read_tail(lines: Sequence[Line], first: int, agencies: Iterable[str] = ()) -> Tail:
    """Find where the body, whose first line is number `first`, ends.

    It ends above a credit line or a heading for related stories with nothing but headlines
    and notices below it, above headlines that end the page, and above trailing notices.
    """
    begin = max(first + 1, len(lines) - REACH)
    parts = [tail_part(line, agencies) for line in lines[begin:]]
    start = _peeled(parts, min(_by_anchor(parts), _by_headlines(parts)))
    return Tail(begin + start, tuple(_named(parts[start:])))


def _by_anchor(parts: Sequence[Part]) -> int:
    for index, part in enumerate(parts):
        anchors = part.kind in ("credit", "contribution", "related-heading") or _TOPICS.match(part.line.head)
        if anchors and _only_headlines(parts[index + 1 :]):
            return index
    return len(parts)


def _only_headlines(parts: Sequence[Part]) -> bool:
    """Tell whether no running text follows: headlines, their standfirsts, notices."""
    prose = [part for part in parts if part.kind == PROSE]
    finished = sum(part.finished for part in prose)
    return all(len(part.line.span) <= 220 for part in prose) and finished <= len(prose) - finished


def _by_headlines(parts: Sequence[Part]) -> int:
    """Return where a run of unfinished lines that ends the page starts: title and standfirst pairs.

    One line alone may be the body's own; two, or one with its age below ("2 weeks ago"), are not.
    """
    start, prose, aged = len(parts), 0, False
    while start and _may_end_page(parts[start - 1]):
        start -= 1
        prose += parts[start].kind == PROSE
        aged = aged or parts[start].kind == "ago"
    if not start or parts[start - 1].line.head.endswith(":"):
        return len(parts)  # a list the body ends with
    spoken = any(_SPEECH.search(part.line.head) for part in parts[start:] if part.kind == PROSE)
    return start if (aged and prose) or (prose >= 2 and not spoken) else len(parts)


def _may_end_page(part: Part) -> bool:
    if part.kind != PROSE:
        return True
    words = part.line.head.split()
    return (
        not part.finished
        and 4 <= len(words) <= 40
        and part.line.head.lstrip("\"'“‘")[:1].isupper()
        and part.line.head[-1] not in ":,;—–-"
    )


def _peeled(parts: Sequence[Part], start: int) -> int:
    while start and parts[start - 1].kind != PROSE:
        start -= 1
    return start


def _named(parts: Sequence[Part]) -> list[Part]:
    return [replace(part, kind="related") if part.kind == PROSE else part for part in parts]
