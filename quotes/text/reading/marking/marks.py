"""Marks: which stretches of a text stand in quotation marks."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from quotes.text.reading.lexicon import Lexicon, lexicon
from quotes.text.reading.marking.places import Mark, after_feet, after_number, marks_in
from quotes.text.reading.marking.singles import FINISHED, Singles
from quotes.text.reading.marking.styles import FAMILIES, FIXED, Family, Shape, marks_of
from quotes.text.spans import Span

# Looked up once: a member of an enumeration costs more than the comparison it serves.
_SINGLE = Family.SINGLE
# As much of a paragraph as shows whether a mark, of three characters at most, opens it.
_HEAD = 4
_HEADING = 60
_OTHER_THAN_SINGLE = re.compile(
    "|".join(re.escape(mark) for mark, family in FAMILIES.items() if family is not _SINGLE)
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in quotation marks: `outer` with its marks, `parts` without, one for each paragraph.

    `family` says which marks; `closed` is False where the closing mark is missing.
    """

    outer: Span
    parts: tuple[Span, ...]
    family: str
    closed: bool = True

    @property
    def inner(self) -> Span:
        """The words from the first part's start to the last part's end."""
        return Span(self.parts[0].start, self.parts[-1].end)


@dataclass(frozen=True, slots=True)
class Marked:
    """The passages of a text in order, and stray opening marks that nothing closes."""

    passages: tuple[Passage, ...]
    strays: tuple[Span, ...]


@dataclass(slots=True)
class _Open:
    """An opening mark waiting for its closing one; a single mark knows where that stands (`until`).

    `parts` are the paragraphs it ran through, `nested` the quotations closed right inside it.
    """

    mark: str
    family: Family
    start: int
    inside: int
    until: int | None = None
    parts: list[Span] = field(default_factory=list)
    nested: list[Passage] = field(default_factory=list)


def find_marks(
    text: str, paragraphs: Sequence[Span], *, singles: bool = False, words: Lexicon | None = None
) -> Marked:
    """Return the outermost quotations of `paragraphs`, in time linear in their length.

    Every style of the table in styles.py counts everywhere, the language's own first; a mark is
    taken for an opening or a closing one by its place rather than its shape, so one closed by
    another mark than opened is still found. What stands inside a quotation is part of it, however
    deep. Single marks count where they open a word and are closed in the paragraph; straight ones beside
    double marks only round finished words, except in a headline: a first line that no full stop ends, or
    the whole text where `singles` says so.
    Apostrophes, feet and inches are left alone. A quotation left open at the end of a paragraph goes on
    where the next one opens with a mark of the same family, or closes one it never opened.
    """
    known = words or lexicon()
    straight = singles or _OTHER_THAN_SINGLE.search(text) is None
    scan = _Scan(text, known, straight=straight)
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        scan.paragraph(paragraph, following)
    return Marked(tuple(scan.passages), tuple(scan.strays))


class _Scan:
    """One pass over the marks of a text, holding what is open."""

    def __init__(self, text: str, words: Lexicon, *, straight: bool) -> None:
        self.text = text
        self.words = words
        self.straight = straight
        self.shapes = marks_of(words.marks)
        self.stack: list[_Open] = []
        self.places: dict[Family, list[int]] = {}  # where in the stack each family is open
        self.passages: list[Passage] = []
        self.strays: list[Span] = []
        self.area = Span(0, 0)
        self.following: Span | None = None
        self.begun = False
        self.ahead: _Ahead = _Ahead(())
        self.singles = Singles(text, (), self.shapes, words.elisions, straight=straight)

    def paragraph(self, area: Span, following: Span | None) -> None:
        """Read one paragraph; `following` decides what becomes of a quotation left open."""
        self.area = area
        self.following = following
        self.begun, first = True, not self.begun
        marks = marks_in(self.text, area)
        if not marks and not self.stack:
            return
        self.ahead = _Ahead(marks)
        straight = self.straight or (first and self.text[area.end - 1] not in FINISHED)
        self.singles = Singles(self.text, marks, self.shapes, self.words.elisions, straight=straight)
        if self.stack:
            marks = self._resumed(area, marks)
        for mark in marks:
            if mark.family is _SINGLE:
                self._single(mark)
            else:
                self._double(mark)
        if self.stack:
            self._left_open(area)

    def _resumed(self, area: Span, marks: list[Mark]) -> list[Mark]:
        """Go on with the quotation of the paragraph before; its re-opened mark says nothing new."""
        outermost = self.stack[0]
        outermost.inside = area.start
        again = bool(marks) and marks[0].start == area.start and marks[0].family is outermost.family
        if again:
            outermost.inside = marks[0].end
        if outermost.family is _SINGLE:
            outermost.until = self.singles.close_after(outermost.inside - 1, 0, only_sure=True)
        return marks[1:] if again else marks

    def _single(self, mark: Mark) -> None:
        """Open a single quotation whose end is known, or end the one that was to end here."""
        if self._ends_here(mark):
            return
        until = self.singles.closing(mark)
        if until is not None:
            self._open(mark, until)
        elif not self.stack and mark.start == self.ahead.first and self._reopens(mark.family):
            if self.singles.may_open(mark):
                self._open(mark, None)
        elif self.stack and self.singles.is_sure(mark):
            self._close_by_another(mark)

    def _ends_here(self, mark: Mark) -> bool:
        singles = self.places.get(_SINGLE)
        if singles and self.stack[singles[-1]].until == mark.start:
            self._close(singles[-1], mark)
            return True
        return False

    def _double(self, mark: Mark) -> None:
        places = self.places.get(mark.family)
        inner = self.stack[places[-1]] if places else None
        if self._measures(mark, inner):
            return
        if self._is_opening(mark, inner):
            if mark.tends > 0 or self._is_closed_later(mark):
                self._open(mark, None)
        elif not self._ends_here(mark):
            if places:
                self._close(places[-1], mark)
            elif self.stack and mark.tends < 0:
                self._close_by_another(mark)

    def _is_opening(self, mark: Mark, inner: _Open | None) -> bool:
        """Tell an opening mark by its place; by its shape where the place tells nothing."""
        shape = self.shapes.shape(mark.text)
        if mark.text in FIXED:
            return shape is Shape.OPENS
        if inner is None:
            return mark.tends > 0 or shape is Shape.OPENS or (mark.tends == 0 and shape is Shape.EITHER)
        if self.shapes.paired(inner.mark, mark.text):
            # Elsewhere it opens ("„Er sagte “nein” und ging“"), or it looks like the one that did.
            may_open = marks_of().shape(mark.text) is not Shape.CLOSES or inner.mark == mark.text
            return may_open and mark.tends > 0
        if shape is Shape.OPENS:
            return mark.tends >= 0
        return mark.tends > 0 and (shape is Shape.EITHER or inner.mark == mark.text)

    def _is_closed_later(self, mark: Mark) -> bool:
        """Tell whether a mark with blanks on both sides, or none, has a partner ahead."""
        return self.ahead.next(mark) is not None or self._reopens(mark.family) or mark.text == "«"

    def _measures(self, mark: Mark, inner: _Open | None) -> bool:
        """Tell inches from a quotation's end: the end comes next, or feet stand before."""
        if not after_number(self.text, mark):
            return False
        if inner is None or after_feet(self.text, mark):
            return mark.text != "“"
        coming = self.ahead.next(mark)
        return coming is not None and coming.tends < 0 and mark.text != "“"

    def _open(self, mark: Mark, until: int | None) -> None:
        self.places.setdefault(mark.family, []).append(len(self.stack))
        self.stack.append(_Open(mark.text, mark.family, mark.start, mark.end, until))

    def _drop(self, depth: int) -> None:
        """Forget what is open from `depth` on."""
        for opened in self.stack[depth:]:
            self.places[opened.family].pop()
        del self.stack[depth:]

    def _close(self, depth: int, mark: Mark) -> None:
        opened = self.stack[depth]
        self._drop(depth)
        parts = [*opened.parts, Span(min(opened.inside, mark.start), mark.start)]
        parts = [part for part in parts if self.text[part.start : part.end].strip()]
        if not parts:
            return
        span = Span(opened.start, mark.end)
        family = Family.HEADING if self._is_heading(span, opened.family) else opened.family
        passage = Passage(span, tuple(parts), family)
        (self.stack[-1].nested if self.stack else self.passages).append(passage)

    def _is_heading(self, span: Span, family: Family) -> bool:
        """Tell a short line all in single marks, in a text whose quotations stand in double ones."""
        alone = family is _SINGLE and span == self.area and len(span) <= _HEADING
        return alone and not self.straight

    def _close_by_another(self, mark: Mark) -> None:
        """End the outermost quotation with a mark of another family, where none of its own is to come."""
        outermost = self.stack[0]
        if outermost.until is not None or self._reopens(outermost.family):
            return
        own = self.ahead.next(mark, outermost.family)
        if own is None or own.tends > 0:
            self._close(0, mark)

    def _left_open(self, area: Span) -> None:
        """Carry the outermost quotation on, end it with its paragraph, or give it up for what it holds."""
        outermost = self.stack[0]
        held = [one for opened in self.stack for one in opened.nested if one.family == outermost.family]
        self._drop(1)
        outermost.nested.clear()
        if held:
            self._give_up(outermost, held)
            return
        if outermost.inside < area.end:
            outermost.parts.append(Span(outermost.inside, area.end))
        if self._reopens(outermost.family) or self._closes_below(outermost.family):
            return
        self._drop(0)
        self._unclosed(outermost)

    def _give_up(self, outermost: _Open, held: list[Passage]) -> None:
        self._drop(0)
        self.strays.append(Span(max(outermost.start, outermost.inside - 1), held[0].outer.start))
        self._unclosed(outermost)
        self.passages.extend(held)

    def _unclosed(self, opened: _Open) -> None:
        if opened.parts:
            span = Span(opened.start, opened.parts[-1].end)
            self.passages.append(Passage(span, tuple(opened.parts), opened.family, closed=False))

    def _reopens(self, family: Family) -> bool:
        """Tell whether the next paragraph begins with a mark of the family."""
        if self.following is None:
            return False
        head = Span(self.following.start, min(self.following.start + _HEAD, self.following.end))
        first = next(iter(marks_in(self.text, head)), None)
        return first is not None and first.start == self.following.start and first.family is family

    def _closes_below(self, family: Family) -> bool:
        """Tell whether the next paragraph closes what it did not open."""
        if self.following is None or family is _SINGLE:
            return False
        marks = marks_in(self.text, self.following)
        first = next((mark for mark in marks if mark.family is family), None)
        return first is not None and first.tends < 0 and not after_number(self.text, first)


class _Ahead:
    """The marks of a paragraph by family, to look ahead."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.first = marks[0].start if marks else -1
        self.marks: dict[Family, list[Mark]] = {}
        for mark in marks:
            self.marks.setdefault(mark.family, []).append(mark)
        self.starts = {family: [mark.start for mark in some] for family, some in self.marks.items()}

    def next(self, mark: Mark, family: Family | None = None) -> Mark | None:
        """Return the next mark behind `mark` of `family`, else of its own."""
        wanted = family or mark.family
        place = bisect_right(self.starts.get(wanted, ()), mark.start)
        some = self.marks.get(wanted, ())
        return some[place] if place < len(some) else None
