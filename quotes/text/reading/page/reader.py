"""Read a page: head, body and tail put together, given facts before read ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quotes.text.reading.agencies import agency_named
from quotes.text.reading.languages import guessed
from quotes.text.reading.lexicon import language_of
from quotes.text.reading.page.bylines import is_office
from quotes.text.reading.page.casing import normal_case
from quotes.text.reading.page.dating import published
from quotes.text.reading.page.head import Head, below_title, read_head
from quotes.text.reading.page.inside import parts_inside
from quotes.text.reading.page.known import Known
from quotes.text.reading.page.lines import Line, Lines
from quotes.text.reading.page.parts import Part
from quotes.text.reading.page.signatures import Signature, signature_of
from quotes.text.reading.page.tail import Tail, read_tail
from quotes.text.reading.types import Furniture, Given, Page
from quotes.text.spans import Span

_SHOWN = {"related-heading": "related", "ago": "related", "topics": "notice"}
_FURNISHED = (
    "credit",
    "contribution",
    "related",
    "share",
    "newsletter",
    "related-heading",
    "notice",
    "contact",
    "topics",
)


@dataclass(frozen=True, slots=True)
class _Signed:
    """A house that signs the copy, the words that name it, and whether its name stands there."""

    agency: str
    span: Span
    sure: bool = True


def read_page(
    text: str,
    given: Given = Given(),  # noqa: B008
    agencies: Iterable[str] = (),
    language: str | None = None,
) -> Page:
    """Tell the article in `text` from the page around it.

    `given` is what the sender knows already; it wins over what is read, and an outlet given
    is never the credit. `agencies` are names of agencies beyond the listed ones. Never
    raises; linear in the text; a page with no furniture comes back whole as body. What a
    person must put right (a date that is none) is in `problems`. Without `language` the given one
    counts, else it is guessed.
    """
    known = Known(language or _language(text, given), given.outlet, tuple(agencies))
    lines = Lines(text)
    if not lines:
        return Page(body=Span(0, 0), title=given.title, byline=given.byline, published_at=given.published_at)
    head = read_head(lines, known)
    tail = read_tail(lines, head.body, known, given.byline or _byline(head.parts))
    signature = _signature(lines, head, tail, known)
    if signature or any(part.kind in _FURNISHED for part in tail.parts):
        head = below_title(head)
    return _page(text, _Parts(lines, head, tail, signature), given, known)


def _language(text: str, given: Given) -> str:
    return language_of(given.language) if given.language else guessed(text)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a page was taken apart into; `signature` is what is signed on the body's last line."""

    lines: Sequence[Line]
    head: Head
    tail: Tail
    signature: Signature | None

    @property
    def last(self) -> Line:
        """Return the body's last line."""
        return self.lines[max(self.tail.start - 1, self.head.body)]

    @property
    def body(self) -> Span:
        """Return the body's span, without what is signed on its last line."""
        end = self.last.span.end
        if self.signature:
            end += self.signature.end - len(self.last.tail)
        return Span(self.lines[self.head.body].span.start, end)

    @property
    def signed(self) -> Part | None:
        """Return what is signed on the body's last line as a part of its own."""
        if self.signature is None or self.signature.credit is None:
            return None
        shift = len(self.last.span) - len(self.last.tail)
        line = Line(Span(self.body.end, self.last.span.end), "", "")
        credit = self.signature.credit
        place = credit.place and (credit.place[0] + shift, credit.place[1] + shift)
        return Part(line, credit.kind, credit=replace(credit, place=place))


def _signature(lines: Sequence[Line], head: Head, tail: Tail, known: Known) -> Signature | None:
    last = max(tail.start - 1, head.body)
    if last == head.body and head.body:
        return None
    return signature_of(lines[last].tail, known)


def _page(text: str, page: _Parts, given: Given, known: Known) -> Page:
    head, tail = page.head, page.tail
    inside = list(parts_inside(page.lines, head.body + 1, tail, known))
    signed = [page.signed] if page.signed else []
    parts = [*head.parts, *inside, *signed, *tail.parts]
    credit = _credit(_signs(page, parts), known)
    when, problems = published(text, head.parts, tail.parts, given, known.language)
    dateline = head.opening.dateline if head.opening else None
    start = page.body.start
    return Page(
        body=page.body,
        title=given.title or _title(head, given.outlet),
        standfirst=_words(head.parts, "standfirst"),
        byline=given.byline or _byline(parts),
        published_at=when,
        dateline=_place(head, known.language),
        credit=credit.agency if credit else None,
        credit_span=credit.span if credit else None,
        credit_sure=credit.sure if credit else True,
        picture_credit=next((p.caption.credit for p in parts if p.caption and p.caption.credit), None),
        contributions=_contributions(parts, credit),
        furniture=_furniture(parts),
        problems=problems,
        dateline_span=Span(start, start + dateline.end) if dateline else None,
    )


def _signs(page: _Parts, parts: Sequence[Part]) -> Iterator[_Signed]:
    """Yield the houses that sign the copy, the surest place first; those known by their dress alone last."""
    opening, signed = page.head.opening, page.signed
    if opening and opening.dateline and opening.dateline.agency and opening.dateline.agency_at:
        yield _Signed(opening.dateline.agency, _at(opening, opening.dateline.agency_at))
    found = [*([signed] if signed else []), *_below(parts, opening), *page.head.parts]
    unsure = []
    for part in found:
        if part.byline and part.byline.agency and part.byline.agency_at:
            yield _Signed(part.byline.agency, _at(part, part.byline.agency_at))
        if part.credit and part.credit.agency and part.credit.place:
            start = page.last.span.start if part is signed else part.line.span.start
            one = _Signed(part.credit.agency, Span(*part.credit.place).shifted(start), part.credit.sure)
            if one.sure:
                yield one
            else:
                unsure.append(one)
    yield from unsure


def _below(parts: Sequence[Part], opening: Part | None) -> list[Part]:
    start = opening.line.span.start if opening else 0
    return [part for part in parts if part.line.span.start > start and part.line.head]


def _at(part: Part, place: tuple[int, int]) -> Span:
    return Span(*place).shifted(part.line.span.start)


def _credit(signs: Iterator[_Signed], known: Known) -> _Signed | None:
    return next((signed for signed in signs if not known.is_outlet(signed.agency)), None)


def _words(parts: Sequence[Part], kind: str) -> str | None:
    return next((part.line.head for part in parts if part.kind == kind), None)


def _title(head: Head, outlet: str | None) -> str | None:
    """Return the title, without the house's name that a browser tab adds ("… | Reuters")."""
    title = _words(head.parts, "title") or _plain_title(head)
    words, bar, house = (title or "").rpartition(" | ")
    named = house.casefold() == (outlet or "").casefold() or agency_named(house)
    return words.strip() if bar and words and named else title


def _place(head: Head, language: str) -> str | None:
    if head.opening and head.opening.dateline:
        return head.opening.dateline.place
    return next(
        (normal_case(part.line.head, language=language) for part in head.parts if part.kind == "place"), None
    )


def _plain_title(head: Head) -> str | None:
    """Return the headline that a page without furniture opens its body with."""
    if head.body or len(head.seen) < 3 or head.seen[0].finished or head.seen[0].dateline:
        return None
    line = head.seen[0].line
    return line.head if len(line.span) <= 200 else None


def _byline(parts: Sequence[Part]) -> tuple[str, ...]:
    named: list[str] = []
    for byline in filter(None, [part.byline for part in parts]):
        office = len(byline.names) == 1 and is_office(byline.names[0])
        named += () if named and office else byline.names  # "STAFF WRITER" below a name is its role
    reporters = [name for part in parts if part.credit for name in part.credit.reporters]
    return tuple(dict.fromkeys(named or reporters))


def _contributions(parts: Sequence[Part], credit: _Signed | None) -> tuple[str, ...]:
    names = (name for part in parts if part.credit for name in part.credit.contributors)
    return tuple(dict.fromkeys(name for name in names if credit is None or name != credit.agency))


def _furniture(parts: Sequence[Part]) -> tuple[Furniture, ...]:
    furniture = (Furniture(_SHOWN.get(part.kind, part.kind), part.line.span) for part in parts)
    return tuple(sorted(furniture, key=lambda item: item.span))
