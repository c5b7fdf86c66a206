"""Parts: what each line near the edges of a page is, taken by itself."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quotes.text.naming import name_key
from quotes.text.reading.page.bylines import Byline, byline_of
from quotes.text.reading.page.captions import Caption, caption_of
from quotes.text.reading.page.credits import Credit, credit_of
from quotes.text.reading.page.datelines import Dateline, dateline_of
from quotes.text.reading.page.dates import MONTH, WEEKDAY, PrintedDate, dates_in
from quotes.text.reading.page.labels import label_of
from quotes.text.reading.page.lines import Line, word_set
from quotes.text.reading.page.places import is_place

PROSE = "prose"
_STAMPS = re.compile(
    rf"\b(?:(?:first|originally|last) )?(?:published|updated|modified|posted|created|date|time"
    rf"|issued|released)\b(?: (?:on|at))?:?"
    rf"|{WEEKDAY},?|\b(?:{MONTH} ?\d{{1,2}}|\d{{1,2}} {MONTH})(?:st|nd|rd|th)?"
    r"|\b(?:\d{1,3}|an?) (?:minute|min|hour|hr|day|week|month|year)s? ago\b"
    r"|\b\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?|\b(?:GMT|UTC"
    r"|(?-i:[A-Z]{1,4}[SD]?T))\b(?: ?[+-]\d{1,2})?|\bhrs\b"
    r"|\b\d{1,3}[ -]?min(?:ute)?s?\.?(?: read)?\b|\b(?:at|on)\b(?=\s*[|\s]*$)",
    re.IGNORECASE,
)
_SECTIONS = word_set(
    """
    world politics business news sport sports opinion economy markets asia africa europe americas
    americas' national
    international local home health science technology tech culture arts entertainment environment
    climate energy
    education travel lifestyle society law crime defence defense security military analysis
    features exclusive us uk
    china korea india russia ukraine pacific asia-pacific mideast middle east latin america north
    south central money
    finance companies media latest top stories breaking live weather investigations explainer
    editorial columns
    """
)
# What a place's own section is called by ("Fenmoor News"), and how many sections one line lists.
_LOCAL = word_set("news sport sports business politics")
_MENU = 8
_SEPARATOR = re.compile(r"\s*(?:/|>|»|›|\||•|·|→|\\|:)\s*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_INNER_END = re.compile(r"[a-z\d”\"’)]{2}[.!?][\"'”’)]*\s+[\"'“‘(]?[A-ZÀ-Þ]")


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


def part_of(line: Line, agencies: Iterable[str] = (), outlet: str | None = None) -> Part:
    """Say what `line` is at the head of a page; PROSE where nothing tells."""
    dateline = dateline_of(line.head, agencies)
    if not line.short:
        return Part(line, dateline=dateline)
    if (kind := label_of(line.head)) and kind != "date":
        return Part(line, kind)
    if outlet and _names_outlet(line.head, outlet):
        return Part(line, "section")
    by = _stamped(line, agencies, outlet) if line.head[:3].lower() == "by " else None
    return by or _pictured(line, dateline) or _signed(line, dateline, agencies, outlet)


def _pictured(line: Line, dateline: Dateline | None) -> Part | None:
    caption = None if dateline and dateline.agency else caption_of(line.head)
    return Part(line, "caption", caption=caption) if caption else None


def _signed(line: Line, dateline: Dateline | None, agencies: Iterable[str], outlet: str | None) -> Part:
    if dateline:
        return Part(line, dateline=dateline)
    if is_place(line.head):
        return Part(line, "place")
    return _stamped(line, agencies, outlet) or _credited(line, agencies) or Part(line)


def _credited(line: Line, agencies: Iterable[str]) -> Part | None:
    credit = credit_of(line.head, agencies)
    return Part(line, credit.kind, credit=credit) if credit else None


def _stamped(line: Line, agencies: Iterable[str], outlet: str | None) -> Part | None:
    """Read a line of dates, or of dates and authors in either order, or of authors."""
    if len(line.span) > 260 or (len(line.span) > 140 and _SENTENCE_END.search(line.tail[-12:])):
        return None
    dates = tuple(dates_in(line.head))
    rest = (
        _STAMPS.sub(_bar, _masked(line.head, dates)) if dates or line.head[:2].lower() != "by" else line.head
    )
    if not rest.strip(" |,–—-:•·/()\t"):
        return Part(line, "date", dates=dates) if dates or rest != line.head else None
    lead = len(rest) - len(rest.lstrip(" |,–—-:•·/(\t"))
    byline = byline_of(rest, lead, agencies, outlet)
    if byline is None and dates and _placed(rest):
        return Part(line, "date", dates=dates)
    if byline is None or (
        byline.agency
        and not (byline.names or dates or byline.marked or byline.role)
        and _credited(line, agencies)
    ):
        return None  # an agency alone on its line is a credit
    return Part(line, "byline", dates=dates, byline=byline)


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


def is_section(line: Line) -> bool:
    """Tell whether a line above the title is a section name or a trail of them."""
    if len(line.span) > 120 or _SENTENCE_END.search(line.head):
        return False
    rest = _STAMPS.sub(" ", _masked(line.head, tuple(dates_in(line.head)))).strip(" |,–—-:")
    pieces = [piece for piece in _SEPARATOR.split(rest) if piece]
    if len(pieces) > 2 and pieces[0].casefold() == "home":
        return True
    known = [
        all(word in _SECTIONS or word in ("&", "and") for word in piece.casefold().split())
        for piece in pieces
    ]
    if len(pieces) == 1 and (known[0] or _is_local_section(pieces[0].split())):
        return len(pieces[0].split()) <= _MENU
    small = all(len(piece.split()) <= 3 for piece in pieces)
    return bool(pieces) and small and (all(known) or (len(pieces) > 1 and any(known)))


def _is_local_section(words: list[str]) -> bool:
    """Tell "Fenmoor News": one or two capitalised words and what a section is called by."""
    capitals = all(word[0].isupper() for word in words)
    return 2 <= len(words) <= 3 and capitals and words[-1].casefold() in _LOCAL
