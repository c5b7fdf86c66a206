"""The tail of a page: credit line, contributions, related headlines, notices after the body."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from quotes.text.reading.lexicon.pages import page_words
from quotes.text.reading.page.captions import caption_of
from quotes.text.reading.page.credits import credit_of, may_credit, paper_of
from quotes.text.reading.page.known import NOTHING, Known
from quotes.text.reading.page.labels import label_of, may_label
from quotes.text.reading.page.lines import Line
from quotes.text.reading.page.parts import PROSE, Part
from quotes.text.reading.page.signatures import signature_of

_SPEECH = re.compile(r"[“\"][^”\"]{30,}")
_ANCHORS = ("credit", "contribution", "related-heading", "contact", "topics")
_PLAIN = 100  # characters; a longer line of furniture opens with words or marks of its own
_MARKS = "([*_–—-•©™#=~"
REACH = 80  # lines from the end that are looked at


@dataclass(frozen=True, slots=True)
class Tail:
    """`start` is the index of the first line after the body, `parts` the lines from there.

    `seen` are the parts of all lines looked at, from the line numbered `begin`.
    """

    start: int
    parts: tuple[Part, ...] = ()
    begin: int = 0
    seen: tuple[Part, ...] = field(default=(), repr=False)


def tail_part(line: Line, known: Known = NOTHING) -> Part:
    """Say what `line` is inside or below the body; PROSE where nothing tells."""
    if not line.short:
        return Part(line)
    worth = len(line.head) <= _PLAIN or line.head[0] in _MARKS or _may_tell(line.head, known)
    if worth and (part := _told(line, known)):
        return part
    if caption := caption_of(line.head, known.language):
        return Part(line, "caption", caption=caption)
    return Part(line)


def _may_tell(line: str, known: Known) -> bool:
    return may_credit(line, known) or may_label(line, known.language)


def _told(line: Line, known: Known) -> Part | None:
    """Return the part of a line that its words tell: a credit, the outlet's name, a label."""
    if credit := credit_of(line.head, known) or paper_of(line.head, known):
        return Part(line, credit.kind, credit=credit)
    if known.outlet and len(line.head) <= len(known.outlet) + 4 and known.is_outlet(line.head):
        return Part(line, "notice")
    kind = label_of(line.head, known.language)
    return Part(line, kind) if kind else None


def read_tail(lines: Sequence[Line], first: int, known: Known = NOTHING, authors: Sequence[str] = ()) -> Tail:
    """Find where the body, whose first line is number `first`, ends.

    It ends above a credit line or a heading for related stories with nothing but headlines
    and notices below it, behind a paragraph that an agency signs, else above headlines that end the page,
    and above trailing notices.
    """
    begin = max(first + 1, len(lines) - REACH)
    parts = [tail_part(line, known) for line in lines[begin:]]
    signed = _by_signature(parts, known)
    start = min(_by_anchor(parts), signed if signed < len(parts) else _by_headlines(parts))
    start = _peeled(parts, start, authors, known)
    return Tail(begin + start, tuple(_named(parts[start:])), begin, tuple(parts))


def _by_signature(parts: Sequence[Part], known: Known) -> int:
    """Return the line behind a paragraph that an agency signs ("… said. — AFP"), if the page ends there."""
    for index, part in enumerate(parts):
        signed = part.kind == PROSE and not part.finished and signature_of(part.line.tail, known)
        if signed and signed.credit and _only_headlines(parts[index + 1 :], paired=False):
            return index + 1
    return len(parts)


def _by_anchor(parts: Sequence[Part]) -> int:
    for index, part in enumerate(parts):
        if part.kind in _ANCHORS and _only_headlines(
            parts[index + 1 :], paired=part.kind == "related-heading"
        ):
            return index
    return len(parts)


def _only_headlines(parts: Sequence[Part], *, paired: bool) -> bool:
    """Tell whether no running text follows: headlines, their standfirsts, notices.

    Where `paired`, whole sentences are allowed only as the standfirsts of two headlines or more, one under
    each: below a heading in the middle of a story the story goes on.
    """
    prose = [part for part in parts if part.kind == PROSE]
    finished = [part.finished for part in prose]
    if any(len(part.line.span) > 220 for part in prose) or 2 * sum(finished) > len(finished):
        return False
    return (
        not paired
        or not any(finished)
        or (len(finished) >= 4 and finished == [False, True] * (len(finished) // 2))
    )


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


def _peeled(parts: list[Part], start: int, authors: Sequence[str], known: Known) -> int:
    """Return where the body ends once notices above `start` are taken off, and lines about its authors."""
    while start:
        part = parts[start - 1]
        if part.kind == PROSE and _is_biography(part.line.head, authors, known):
            parts[start - 1] = replace(part, kind="biography")
        elif part.kind == PROSE:
            break
        start -= 1
    return start


def _is_biography(line: str, authors: Sequence[str], known: Known) -> bool:
    """Tell a closing line that begins with an author's name and says what they do, or how to reach them."""
    name = next((name for name in authors if line.startswith(name + " ")), None)
    if name is None:
        return False
    after = line[len(name) + 1 :].partition(" ")[0]
    return after in page_words(known.language)["furniture"]["biography"].split() or "@" in line


def _named(parts: Sequence[Part]) -> list[Part]:
    return [replace(part, kind="related") if part.kind == PROSE else part for part in parts]
