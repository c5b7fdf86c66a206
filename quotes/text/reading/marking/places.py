"""Places: each quotation mark of a paragraph, with what its neighbours say of it."""

import re
from typing import NamedTuple

from quotes.text.reading.marking.styles import FAMILIES, Family
from quotes.text.spans import Span

# One class first, so that a page is searched at full speed; commas only where two stand together.
_ONES = "".join(sorted({char for mark in FAMILIES for char in mark}))
_TWINS = "|".join(f"(?<={char}){char}" for char in "`‘’,<>") + "|(?<=')'{1,2}"
_MARK = re.compile(f"[{re.escape(_ONES.replace(',', ''))}](?:{_TWINS})?")
_MARK_OR_COMMAS = re.compile(f"[{re.escape(_ONES)}](?:{_TWINS})?")
_APOSTROPHES = frozenset("'’‘´`")
_STRAIGHT_DOUBLE = frozenset({'"', "״", "''", "″"})
# Marks an American or a typewriter prints for inches.
_INCHES = frozenset({'"', "''", "”", "″", "“"})
_FEET = re.compile(r"\d['’′] ?[\d½¼¾]{1,3}\Z")
_BEFORE_OPEN = frozenset("([{<—–-/…\"“„‟‘‚'«‹»›¿¡:|＂「『《*_")
_NEVER_OPENED = frozenset(",;:!?)]}»”")
# Scripts from here on set no blanks between words.
_UNSPACED = "\u2e80"


class Mark(NamedTuple):
    """One quotation mark; `opens` and `closes` say what its place allows."""

    text: str
    start: int
    end: int
    family: Family
    opens: bool
    closes: bool

    @property
    def tends(self) -> int:
        """Return 1 where its place opens, -1 where it closes, 0 where it tells nothing."""
        return self.opens - self.closes


def marks_in(text: str, area: Span) -> list[Mark]:
    """Return the marks of the paragraph `area`; apostrophes inside words are none."""
    found: list[Mark] = []
    pattern = _MARK if text.find(",,", area.start, area.end) < 0 else _MARK_OR_COMMAS
    for match in pattern.finditer(text, area.start, area.end):
        for mark, at in _pieces(text, area, match):
            before = text[at - 1] if at > area.start else " "
            after = text[at + len(mark)] if at + len(mark) < area.end else " "
            if not _inside_word(mark, before, after):
                found.append(_placed(text, mark, at, before, after))
    return found


def _pieces(text: str, area: Span, match: re.Match[str]) -> list[tuple[str, int]]:
    """Take three straight marks for a single one inside a doubled one, and a lone sign for none."""
    mark, at = match.group(), match.start()
    if mark != "'''":
        return [(mark, at)] if mark in FAMILIES else []
    if at > area.start and not text[at - 1].isspace():
        return [("'", at), ("''", at + 1)]
    return [("''", at), ("'", at + 2)]


def _inside_word(mark: str, before: str, after: str) -> bool:
    """Tell an apostrophe ("isn’t"), the Hebrew sign in an abbreviation, two commas after a word."""
    if mark in _APOSTROPHES:
        return before.isalnum() and after.isalnum() and before < _UNSPACED and after < _UNSPACED
    if mark in _STRAIGHT_DOUBLE:
        return "א" <= before <= "ת" and "א" <= after <= "ת"
    return mark == ",," and not (before.isspace() and after.isalnum())


def _placed(text: str, mark: str, at: int, before: str, after: str) -> Mark:
    end = at + len(mark)
    dotted = after == "." and text[end + 1 : end + 2] != "."
    opens = (before.isspace() or before in _BEFORE_OPEN or before >= _UNSPACED) and not (
        after.isspace() or after in _NEVER_OPENED or dotted
    )
    closes = not before.isspace() and (not after.isalnum() or after >= _UNSPACED)
    return Mark(mark, at, end, FAMILIES[mark], opens, closes)


def after_number(text: str, mark: Mark) -> bool:
    """Tell a mark of inches or seconds by the number before it."""
    return mark.text in _INCHES and mark.start > 0 and text[mark.start - 1].isnumeric()


def after_feet(text: str, mark: Mark) -> bool:
    """Tell inches behind feet, or seconds behind minutes: 6'2", 5’ 11”."""
    return _FEET.search(text, max(0, mark.start - 7), mark.start) is not None
