"""Parts: what each line near the edges of a page is, taken by itself."""

import re
from dataclasses import dataclass
from functools import cache

from quotes.text.naming import name_key
from quotes.text.reading.lexicon.pages import page_words
from quotes.text.reading.page.bylines import Byline, byline_of
from quotes.text.reading.page.captions import Caption, caption_of
from quotes.text.reading.page.credits import Credit, credit_of
from quotes.text.reading.page.datelines import Dateline, dateline_of
from quotes.text.reading.page.dates import PrintedDate, date_words, dates_in
from quotes.text.reading.page.forms import alternatives, words_pattern
from quotes.text.reading.page.known import NOTHING, Known
from quotes.text.reading.page.labels import label_of
from quotes.text.reading.page.lines import Line, word_set
from quotes.text.reading.page.places import is_place

PROSE = "prose"
_SEPARATOR = re.compile(r"\s*(?:/|>|»|›|\||•|·|→|\\|:)\s*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_BAR = re.compile(r"\s*\|\s*")
# What a place's own section is called by ("Fenmoor News"), and how many sections one line lists.
_MENU = 8
_MOST_SMALL = 12  # words in small letters: a line of dates and authors has no more
_BULLETS = "•▪●‣◦"
_INNER_END = re.compile(r"[a-z\d”\"’)]{2}[.!?][\"'”’)]*\s+[\"'“‘(]?[A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class _Words:
    stamps: re.Pattern[str]
    sections: frozenset[str]
    local: frozenset[str]
    home: frozenset[str]
    by: tuple[str, ...]


@cache
def _words(language: str) -> _Words:
    page, dates = page_words(language), date_words(language)
    words, sections = page["dates"], page["sections"]
    half = words_pattern(f"{words['morning']} {words['afternoon']}") or "(?!)"
    stamps = re.compile(
        rf"\b(?:{alternatives(page['furniture']['stamps'])})\b(?: (?:{words_pattern(words['at'])})\b)?:?"
        rf"|(?<!\w){dates.weekday},?"
        rf"|\b(?:{dates.month} ?\d{{1,2}}|\d{{1,2}}\.? {dates.month})(?:{dates.nth})?"
        rf"|{_age(words)}"
        rf"|\b\d{{1,2}}[:.]\d{{2}}(?: ?(?:{half})(?!\w))?|\b\d{{1,2}} ?(?:{half})(?!\w)|\b(?:GMT|UTC"
        rf"|(?-i:[A-Z]{{1,4}}[SD]?T))\b(?: ?[+-]\d{{1,2}})?|\b(?:{alternatives(words['hours'])})\b"
        rf"|\b\d{{1,3}}[ -]?(?:{words_pattern(words['units'])})s?\.?(?: (?:{words['reading']}))?\b"
        rf"|\b(?:{words_pattern(words['at'])})\b(?=\s*[|\s]*$)",
        re.IGNORECASE,
    )
    by = tuple(f"{phrase.strip().split()[0]} " for phrase in page["byline"]["by"].split(","))
    return _Words(
        stamps,
        word_set(sections["names"]),
        word_set(sections["local"]),
        word_set(sections["home"]),
        tuple(set(by)),
    )


def _age(words: dict[str, str]) -> str:
    """Return the pattern of an age: "3 hours ago", "vor 3 Stunden"."""
    number, unit = (
        rf"(?:\d{{1,3}}|{words_pattern(words['a'])})",
        rf"(?:{words_pattern(words['units'])})[a-z]{{0,2}}",
    )
    ago = words_pattern(words["ago"])
    return rf"\b{number} {unit} (?:{ago})\b|\b(?:{ago}) {number} {unit}\b"


@dataclass(frozen=True, slots=True)
class Part:
    """One line and what it is by its own words: `kind`, and what was read from it."""

    line: Line
    kind: str = PROSE
    dates: tuple[PrintedDate, ...] = ()
    byline: Byline | None = None
    caption: Caption | None = None
    credit: Credit | None = None
    dateline: Dateline | None = None

    @property
    def finished(self) -> bool:
        """Tell whether the line ends as a sentence does; headlines do not."""
        return _SENTENCE_END.search(self.line.tail[-12:]) is not None

    @property
    def paragraph(self) -> bool:
        """Tell whether the line is too long or too much of a text for a title or standfirst."""
        size = len(self.line.span)
        return size > 320 or (size > 160 and self.finished and _INNER_END.search(self.line.head) is not None)


def part_of(line: Line, known: Known = NOTHING) -> Part:
    """Say what `line` is at the head of a page; PROSE where nothing tells."""
    dateline = dateline_of(line.head, known)
    if not line.short:
        return Part(line, dateline=dateline)
    if dateline and dateline.agency:
        return Part(line, dateline=dateline)
    if (kind := label_of(line.head, known.language)) and kind != "date":
        return _labelled(line, kind, known)
    if known.outlet and _names_outlet(line.head, known.outlet):
        return Part(line, "section")
    if line.head[0] in _BULLETS:
        return Part(line, "summary")
    by = line.head[:9].lower().startswith(_words(known.language).by)
    return (_stamped(line, known) if by else None) or _pictured(line, known) or _signed(line, dateline, known)


def _labelled(line: Line, kind: str, known: Known) -> Part:
    """Return a label's part: an age is a date, a copyright may be a credit."""
    if kind == "ago":
        return Part(line, "date")
    credit = credit_of(line.head, known) if kind in ("notice", "related") else None
    return Part(line, credit.kind, credit=credit) if credit and credit.agency else Part(line, kind)


def _pictured(line: Line, known: Known) -> Part | None:
    caption = caption_of(line.head, known.language)
    if caption is None or (caption.alone and " / " in line.head and _signs_copy(line, known)):
        return None
    return Part(line, "caption", caption=caption)


def _signs_copy(line: Line, known: Known) -> bool:
    """Tell "Jane Doe / Reuters" with blanks at the stroke, as authors and not pictures are signed."""
    byline = byline_of(line.head, 0, known)
    return byline is not None and bool(byline.names and byline.agency)


def _signed(line: Line, dateline: Dateline | None, known: Known) -> Part:
    if dateline:
        stamped = _stamped(line, known)  # "JANE DOE — FRIDAY, 22 NOVEMBER 2024, 18:40"
        signed = stamped and stamped.dates and stamped.byline and stamped.byline.names
        return stamped if stamped and signed else Part(line, dateline=dateline)
    if is_place(line.head, known.language):
        return Part(line, "place")
    return _stamped(line, known) or _credited(line, known) or Part(line)


def _credited(line: Line, known: Known) -> Part | None:
    """Read a credit, alone or with date and editor behind bars ("Source: Xinhua | 2023-08-14")."""
    credit = credit_of(line.head, known)
    if credit:
        return Part(line, credit.kind, credit=credit)
    first, *rest = _BAR.split(line.head)
    credit = credit_of(first, known) if rest else None
    dates = tuple(dates_in(line.head, known.language)) if credit else ()
    if credit is None or not all(
        dates_in(piece, known.language) or label_of(piece, known.language) for piece in rest
    ):
        return None
    return Part(line, credit.kind, credit=credit, dates=dates)


def _stamped(line: Line, known: Known) -> Part | None:
    """Read a line of dates, or of dates and authors in either order, or of authors."""
    if not _may_be_stamp(line):
        return None
    dates = tuple(dates_in(line.head, known.language))
    words = _words(known.language)
    signs = line.head.lower().startswith(words.by)
    rest = words.stamps.sub(_bar, _masked(line.head, dates)) if dates or not signs else line.head
    if not rest.strip(" |,–—-:•·/()\t"):
        return Part(line, "date", dates=dates) if dates or rest != line.head else None
    lead = len(rest) - len(rest.lstrip(" |,–—-:•·/(\t"))
    byline = byline_of(rest, lead, known)
    if byline is None and dates and _placed(rest):
        return Part(line, "date", dates=dates)
    if byline is None:
        return None
    alone = byline.agency and not (byline.names or dates or byline.marked or byline.role)
    if alone and _credited(line, known):
        return None  # an agency alone on its line is a credit
    return Part(line, "byline", dates=dates, byline=byline)


def _may_be_stamp(line: Line) -> bool:
    """Tell by length and small letters whether a line may be one of dates and authors: a cheap look."""
    if len(line.span) > 260 or (len(line.span) > 140 and _SENTENCE_END.search(line.tail[-12:])):
        return False
    return sum(word[0].islower() for word in line.head.split()) <= _MOST_SMALL


def _placed(rest: str) -> bool:
    """Tell whether what stands beside a date is but a name of place, section or outlet ("Oslo | …")."""
    words = rest.replace("|", " ").split()
    return (
        "|" in rest and len(words) <= 4 and all(word[0].isupper() or not word[0].isalpha() for word in words)
    )


def _masked(line: str, dates: tuple[PrintedDate, ...]) -> str:
    """Blank out the dates with a bar in their place; offsets stay what they were."""
    for date in dates:
        line = line[: date.start] + "|".ljust(date.end - date.start) + line[date.end :]
    return line


def _bar(found: re.Match[str]) -> str:
    return "|".ljust(len(found.group())) if found.group() else ""


def _names_outlet(line: str, outlet: str) -> bool:
    """Tell a masthead: the outlet's name alone, or with a section behind it ("The Argus / World")."""
    first, *rest = _SEPARATOR.split(line.strip(), maxsplit=2)
    return len(first) <= 60 and name_key(first) == name_key(outlet) and sum(map(len, rest)) <= 40


def is_section(line: Line, language: str = "en") -> bool:
    """Tell whether a line above the title is a section name or a trail of them."""
    if len(line.span) > 120 or _SENTENCE_END.search(line.head):
        return False
    words = _words(language)
    rest = words.stamps.sub(" ", _masked(line.head, tuple(dates_in(line.head, language)))).strip(" |,–—-:")
    pieces = [piece for piece in _SEPARATOR.split(rest) if piece]
    if len(pieces) > 2 and pieces[0].casefold() in words.home:
        return True
    known = [all(word in words.sections for word in piece.casefold().split()) for piece in pieces]
    if len(pieces) == 1 and (known[0] or _is_local_section(pieces[0].split(), words)):
        return len(pieces[0].split()) <= _MENU
    small = all(len(piece.split()) <= 3 for piece in pieces)
    return bool(pieces) and small and (all(known) or (len(pieces) > 1 and any(known)))


def _is_local_section(pieces: list[str], words: _Words) -> bool:
    """Tell "Fenmoor News": one or two capitalised words and what a section is called by."""
    capitals = all(word[0].isupper() for word in pieces)
    return 2 <= len(pieces) <= 3 and capitals and pieces[-1].casefold() in words.local
