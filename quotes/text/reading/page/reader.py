"""Read a page: head, body and tail put together, given facts before read ones."""

import re
from collections.abc import Iterable, Iterator, Sequence

from quotes.text.reading.agencies import agency_named
from quotes.text.reading.page.casing import normal_case
from quotes.text.reading.page.credits import signature_of
from quotes.text.reading.page.dating import published
from quotes.text.reading.page.head import Head, below_title, read_head
from quotes.text.reading.page.inside import parts_inside
from quotes.text.reading.page.lines import Line, Lines
from quotes.text.reading.page.parts import Part
from quotes.text.reading.page.tail import Tail, read_tail
from quotes.text.reading.types import Furniture, Given, Page
from quotes.text.spans import Span

_SHOWN = {"related-heading": "related", "ago": "related"}
_FURNISHED = ("credit", "contribution", "related", "share", "newsletter", "related-heading")
_END_MARK = re.compile(r"\s*[■◾◼▪●□]+$")  # Xinhua's and others' sign that the story is over
Signed = tuple[str, Span]  # an agency, and the words that name it


def read_page(text: str, given: Given = Given(), agencies: Iterable[str] = ()) -> Page:  # noqa: B008
    """Tell the article in `text` from the page around it.

    `given` is what the sender knows already; it wins over what is read, and an outlet given
    is never the credit. `agencies` are names of agencies beyond the listed ones. Never
    raises; linear in the text; a page with no furniture comes back whole as body. What a
    person must put right (a date that is none) is in `problems`.
    """
    agencies = tuple(agencies)
    lines = Lines(text)
    if not lines:
        return Page(body=Span(0, 0), title=given.title, byline=given.byline, published_at=given.published_at)
    head = read_head(lines, given, agencies)
    tail = read_tail(lines, head.body, agencies)
    if any(part.kind in _FURNISHED for part in tail.parts):
        head = below_title(head)
    return _page(text, lines, head, tail, given, agencies)


def _page(
    text: str, lines: Sequence[Line], head: Head, tail: Tail, given: Given, agencies: tuple[str, ...]
) -> Page:
    inside = list(parts_inside(lines, head.body + 1, tail.start, agencies))
    body, signed = _body(lines, head, tail, agencies)
    parts = [*head.parts, *inside, *tail.parts]
    credit, credit_span = _credit(_signs(head, signed, parts), given.outlet)
    when, problems = published(text, head.parts, tail.parts, given)
    dateline = head.opening.dateline if head.opening else None
    start = body.start
    return Page(
        body=body,
        title=given.title or _title(head, given.outlet),
        standfirst=_words(head.parts, "standfirst"),
        byline=given.byline or _byline(parts),
        published_at=when,
        dateline=_place(head),
        credit=credit,
        credit_span=credit_span,
        picture_credit=next((p.caption.credit for p in parts if p.caption and p.caption.credit), None),
        contributions=_contributions(parts, credit),
        furniture=_furniture(parts, signed),
        problems=problems,
        dateline_span=Span(start, start + dateline.end) if dateline else None,
    )


def _body(
    lines: Sequence[Line], head: Head, tail: Tail, agencies: tuple[str, ...]
) -> tuple[Span, tuple[str, Span, Span] | None]:
    """Return the body's span, and the agency signed on its last line: name, name's span, whole span."""
    first, last = lines[head.body], lines[max(tail.start - 1, head.body)]
    if last is not first and (mark := _END_MARK.search(last.tail)):
        end = last.span.end - len(mark.group())
        return Span(first.span.start, end), None
    signature = signature_of(last.tail, agencies)
    if signature is None or (last is first and head.body):
        return Span(first.span.start, last.span.end), None
    agency, end, at = signature
    offset = last.span.end - len(last.tail)
    size = len(last.tail[at:].rstrip(" ).]/"))
    signed = (agency, Span(offset + at, offset + at + size), Span(offset + end, last.span.end))
    return Span(first.span.start, offset + end), signed


def _signs(head: Head, signed: tuple[str, Span, Span] | None, parts: Sequence[Part]) -> Iterator[Signed]:
    """Yield the agencies that sign the copy, the surest place first."""
    opening = head.opening
    if opening and opening.dateline and opening.dateline.agency and opening.dateline.agency_at:
        yield opening.dateline.agency, _at(opening, opening.dateline.agency_at)
    if signed:
        yield signed[0], signed[1]
    after = [part for part in parts if part.line.span.start > (opening.line.span.start if opening else 0)]
    for part in after:
        if part.credit and part.credit.agency and part.credit.place:
            yield part.credit.agency, _at(part, part.credit.place)
    for part in head.parts:
        if part.byline and part.byline.agency and part.byline.agency_at:
            yield part.byline.agency, _at(part, part.byline.agency_at)
        if part.credit and part.credit.agency and part.credit.place:
            yield part.credit.agency, _at(part, part.credit.place)


def _at(part: Part, place: tuple[int, int]) -> Span:
    return Span(*place).shifted(part.line.span.start)


def _credit(signs: Iterator[Signed], outlet: str | None) -> tuple[str | None, Span | None]:
    own = outlet and (agency_named(outlet) or outlet)
    for agency, span in signs:
        if agency.casefold() != (own or "").casefold():
            return agency, span
    return None, None


def _words(parts: Sequence[Part], kind: str) -> str | None:
    return next((part.line.head for part in parts if part.kind == kind), None)


def _title(head: Head, outlet: str | None) -> str | None:
    """Return the title, without the house's name that a browser tab adds ("… | Reuters")."""
    title = _words(head.parts, "title") or _plain_title(head)
    words, bar, house = (title or "").rpartition(" | ")
    named = house.casefold() == (outlet or "").casefold() or agency_named(house)
    return words.strip() if bar and words and named else title


def _place(head: Head) -> str | None:
    if head.opening and head.opening.dateline:
        return head.opening.dateline.place
    return next((normal_case(part.line.head) for part in head.parts if part.kind == "place"), None)


def _plain_title(head: Head) -> str | None:
    """Return the headline that a page without furniture opens its body with."""
    if head.body or len(head.seen) < 3 or head.seen[0].finished or head.seen[0].dateline:
        return None
    line = head.seen[0].line
    return line.head if len(line.span) <= 200 else None


def _byline(parts: Sequence[Part]) -> tuple[str, ...]:
    named = [name for part in parts if part.byline for name in part.byline.names]
    reporters = [name for part in parts if part.credit for name in part.credit.reporters]
    return tuple(dict.fromkeys(named or reporters))


def _contributions(parts: Sequence[Part], credit: str | None) -> tuple[str, ...]:
    names = (name for part in parts if part.credit for name in part.credit.contributors)
    return tuple(dict.fromkeys(name for name in names if name != credit))


def _furniture(parts: Sequence[Part], signed: tuple[str, Span, Span] | None) -> tuple[Furniture, ...]:
    furniture = [Furniture(_SHOWN.get(part.kind, part.kind), part.line.span) for part in parts]
    if signed:
        furniture.append(Furniture("credit", signed[2]))
    return tuple(sorted(furniture, key=lambda item: item.span))
