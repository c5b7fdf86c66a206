"""Marks: which stretches of a text stand in quotation marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quotes.text.reading.lexicon import Lexicon, lexicon
from quotes.text.spans import Span

_MARK = re.compile(r"''|``|[\"“”„‟＂«»‹›「」『』'‘’‚]")
# Deeper nesting than this is noise, and is not opened.
_DEEPEST = 8
_DOUBLE = frozenset({"“", "”", "„", "‟", '"', "＂", "''", "``"})
_SINGLE = frozenset({"'", "‘", "’", "‚"})
_FAMILY = (
    dict.fromkeys(_DOUBLE, "double")
    | dict.fromkeys(_SINGLE, "single")
    | dict.fromkeys("«»", "guillemet")
    | dict.fromkeys("‹›", "small guillemet")
    | dict.fromkeys("「」", "corner")
    | dict.fromkeys("『』", "white corner")
)
_OPENERS = frozenset("“„‟「『") | {"``"}
_CLOSERS = frozenset("”」』")
_FINISHED = frozenset(".,;!?…—–")
_BEFORE_OPEN = frozenset("([{—–-/…\"“‘'«¡¿:")
_AFTER_CLOSE = frozenset(".,;:!?)]}—–-/…\"”’'»*")


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
    """An opening mark waiting for its closing one."""

    mark: str
    start: int
    inside: int
    parts: list[Span] = field(default_factory=list)


def find_marks(
    text: str, paragraphs: Sequence[Span], *, singles: bool = False, words: Lexicon | None = None
) -> Marked:
    """Return the outermost quotations of `paragraphs`, in time linear in their length.

    Curly, straight, doubled ('' and ``), low-high, angle and corner marks count everywhere; a mark
    is taken for an opening or a closing one by its place rather than its shape, so one closed by
    another mark than opened is still found. Single marks count where they open a word and a
    closing one follows in the paragraph; straight single ones only with `singles` (headlines) or where the
    text has no other marks. Apostrophes, feet and inches are left alone. A quotation left open at the
    end of a paragraph goes on where the next one opens with a mark of the same family.
    """
    has_double = any(mark in text for mark in ('"', "“", "”", "''", "«", "„", "「", "＂"))
    scan = _Scan(text, words or lexicon(), straight_singles=singles or not has_double)
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        scan.paragraph(paragraph, following)
    return Marked(tuple(scan.passages), tuple(scan.strays))


class _Scan:
    """One pass over the marks of a text, holding what is open."""

    def __init__(self, text: str, words: Lexicon, *, straight_singles: bool) -> None:
        self.text = text
        self.words = words
        self.straight_singles = straight_singles
        self.stack: list[_Open] = []
        self.passages: list[Passage] = []
        self.strays: list[Span] = []
        self.nested: list[Passage] = []
        self.bounds = Span(0, 0)
        self.following: Span | None = None

    def paragraph(self, span: Span, following: Span | None) -> None:
        """Read one paragraph; `following` decides what becomes of a quotation left open."""
        self.bounds = span
        self.following = following
        skip_to = span.start
        if self.stack:
            reopened = _MARK.match(self.text, span.start)
            skip_to = reopened.end() if reopened else span.start
            self.stack[0].inside = skip_to
        self.nested = []
        marks = [(m.group(), m.start()) for m in _MARK.finditer(self.text, skip_to, span.end)]
        self._read(marks)
        if self.stack:
            self._left_open(span, following)

    def _read(self, marks: list[tuple[str, int]]) -> None:
        singles = _SingleMarks(self, marks)
        resume = -1
        for index, (mark, at) in enumerate(marks):
            if at < resume:
                continue
            if mark in _SINGLE:
                if self.stack:
                    self._end_single(mark, at)
                elif (end := singles.closing(index)) is not None:
                    self._emit_single(at, end)
                    resume = end + 1
                elif singles.runs_on(index) and self._single_reopens():
                    self.stack.append(_Open(mark, at, at + 1))
                continue
            self._double(mark, at)

    def _end_single(self, mark: str, at: int) -> None:
        """Close the single marks that run over paragraphs, where the words before them are finished."""
        if self.stack[0].mark in _SINGLE and mark != "‘" and self.text[at - 1] in _FINISHED:
            _, closes = self.context(mark, at)
            if closes:
                self._close(0, at, 1)

    def _single_reopens(self) -> bool:
        return self.following is not None and self._reopens("‘", self.following)

    def _emit_single(self, at: int, end: int) -> None:
        if end > at + 1:
            inside = Span(at + 1, end)
            self.passages.append(Passage(Span(at, end + 1), (inside,), "single"))

    def _double(self, mark: str, at: int) -> None:
        opens, closes = self.context(mark, at)
        depth = self._depth_of(_FAMILY[mark])
        if self._is_inches(mark, at, depth >= 0):
            return
        if self._is_opening(mark, depth, opens=opens, closes=closes):
            if len(self.stack) < _DEEPEST:
                self.stack.append(_Open(mark, at, at + len(mark)))
        elif depth >= 0:
            self._close(depth, at, len(mark))

    def context(self, mark: str, at: int) -> tuple[bool, bool]:
        """Tell whether the place of a mark lets it open, and whether it lets it close."""
        end = at + len(mark)
        before = self.text[at - 1] if at > self.bounds.start else " "
        after = self.text[end] if end < self.bounds.end else " "
        opens = (before.isspace() or before in _BEFORE_OPEN) and not after.isspace()
        closes = not before.isspace() and (not after.isalnum())
        return opens, closes

    def _depth_of(self, family: str) -> int:
        for depth in range(len(self.stack) - 1, -1, -1):
            if _FAMILY[self.stack[depth].mark] == family:
                return depth
        return -1

    def _is_inches(self, mark: str, at: int, is_open: bool) -> bool:
        """Tell whether a straight mark after a digit measures rather than quotes."""
        if mark not in ('"', "''", "”") or at == 0 or not self.text[at - 1].isdigit():
            return False
        feet = at >= 3 and any(sign in self.text[at - 3 : at - 1] for sign in "'’′")
        return feet or not is_open

    def _is_opening(self, mark: str, depth: int, *, opens: bool, closes: bool) -> bool:
        is_open = depth >= 0
        if is_open and (self.stack[depth].mark + mark) in ("„“", "„”", "»«", "›‹"):
            return False
        if mark in _OPENERS or mark in "«‹":
            return not (is_open and closes and not opens)
        if mark in _CLOSERS or mark in "»›":
            return not is_open and opens and (mark in "»›" or not closes)
        return opens and not (is_open and closes) if is_open else opens or not closes

    def _close(self, depth: int, at: int, width: int) -> None:
        opened = self.stack[depth]
        del self.stack[depth:]
        parts = [*opened.parts, Span(min(opened.inside, at), at)]
        parts = [part for part in parts if self.text[part.start : part.end].strip()]
        if not parts:
            return
        passage = Passage(Span(opened.start, at + width), tuple(parts), _FAMILY[opened.mark])
        if depth == 0:
            self.passages.append(passage)
            self.nested = []
        elif depth == 1:
            self.nested.append(passage)

    def _left_open(self, span: Span, following: Span | None) -> None:
        """Carry the outermost quotation on, end it with its paragraph, or give it up for what it holds."""
        outermost = self.stack[0]
        del self.stack[1:]
        if self.nested and not outermost.parts:
            self.strays.append(Span(outermost.start, self.nested[0].outer.start))
            self.passages.extend(self.nested)
            self.stack.clear()
            return
        if outermost.inside < span.end:
            outermost.parts.append(Span(outermost.inside, span.end))
        if following is not None and self._reopens(outermost.mark, following):
            return
        self.stack.clear()
        if outermost.parts:
            end = outermost.parts[-1].end
            family = _FAMILY[outermost.mark]
            self.passages.append(
                Passage(Span(outermost.start, end), tuple(outermost.parts), family, closed=False)
            )

    def _reopens(self, mark: str, following: Span) -> bool:
        first = _MARK.match(self.text, following.start)
        return first is not None and _FAMILY[first.group()] == _FAMILY[mark]


class _SingleMarks:
    """The single marks of one paragraph: which of them open, and where those close."""

    def __init__(self, scan: _Scan, marks: list[tuple[str, int]]) -> None:
        self.scan = scan
        self.marks = marks
        self.closings = list(self._closing_places())
        self.next_closing = 0

    def _closing_places(self) -> Iterator[int]:
        for mark, at in self.marks:
            if mark in ("’", "'"):
                _, closes = self.scan.context(mark, at)
                after = self.scan.text[at + 1 : at + 2]
                if closes and not after.isalnum():
                    yield at

    def closing(self, index: int) -> int | None:
        """Return where the single mark at `index` is closed, None where it opens nothing."""
        mark, at = self.marks[index]
        if not self._may_open(mark, at):
            return None
        while self.next_closing < len(self.closings) and self.closings[self.next_closing] <= at + 1:
            self.next_closing += 1
        if self.next_closing >= len(self.closings):
            return None
        end = self.closings[self.next_closing]
        later = self.next_closing + 1
        if (
            later < len(self.closings)
            and self._is_possessive(end)
            and self._no_opening_before(index, self.closings[later])
        ):
            return self.closings[later]
        return end

    def runs_on(self, index: int) -> bool:
        """Tell an opening mark at the head of a paragraph that closes nowhere in it."""
        mark, at = self.marks[index]
        return at == self.scan.bounds.start and self._may_open(mark, at)

    def _may_open(self, mark: str, at: int) -> bool:
        if mark == "’" or (mark == "'" and not self.scan.straight_singles):
            return False
        opens, _ = self.scan.context(mark, at)
        following = self.scan.text[at + 1 : at + 8]
        if not opens or not following[:1].isalnum():
            return False
        first = re.match(r"\w+", following)
        word = first.group().casefold() if first else ""
        return (
            not (word[:1].isdigit() and word.rstrip("s").isdigit() and len(word) < 4)
            and word not in self.scan.words.elisions
        )

    def _is_possessive(self, at: int) -> bool:
        """Tell whether a closing single mark may be a plural's apostrophe ("the workers’ rights")."""
        text = self.scan.text
        return text[at - 1] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()

    def _no_opening_before(self, index: int, end: int) -> bool:
        for mark, at in self.marks[index + 1 : index + 6]:
            if at >= end:
                break
            if self._may_open(mark, at):
                return False
        return True
