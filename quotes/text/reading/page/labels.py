"""Labels: lines that houses print around every article, told by their fixed words."""

import re
from dataclasses import dataclass
from functools import cache

from quotes.text.reading.lexicon.pages import page_words
from quotes.text.reading.page.dates import dates_in, is_clock
from quotes.text.reading.page.forms import Forms, alternatives, opening
from quotes.text.reading.page.lines import word_set

_KINDS = ("share", "newsletter", "related_headings", "related", "ago", "topics", "contact", "notice")
_SHOWN = {"related_headings": "related-heading"}
_MOST_BUTTONS = 18  # words
# Marks and addresses that are no words of any language: rules, "###", "-30-", "-0-", "(c) 2023", a bare link.
_MARKED = re.compile(
    r"[_*=—–#~·•. -]{3,}|[-–—] ?(?:30|0) ?[-–—]|\(c\)[ \d,].{0,240}"
    r"|(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|@\w{2,30}|\+\(?\d[\d ()/.-]{6,20}\d",
    re.IGNORECASE,
)
_MARKS = frozenset("_*=—–-#~·•.(hw@+0123456789H")
_RULES = "_*=—–-#~·•.("  # what a long line of marks begins with
_BUTTON = re.compile(r"[\s,|/•·]+")


@dataclass(frozen=True, slots=True)
class _Words:
    forms: Forms
    starts: frozenset[str]
    buttons: frozenset[str]
    stamp: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    words = page_words(language)["furniture"]
    starts = word_set(words["share_starts"])
    return _Words(
        Forms({kind: words[kind] for kind in _KINDS}),
        starts,
        starts | word_set(words["share_words"]),
        re.compile(rf"(?:{alternatives(words['stamps'])})\b", re.IGNORECASE),
    )


def label_of(line: str, language: str = "en") -> str | None:
    """Return what sort of fixed page furniture the whole of `line` is, else None.

    Answers "share", "newsletter", "related-heading" (headlines follow), "related" (the headline is in the
    line), "ago" (an age in place of a date), "topics", "contact" (where to write to), "date" or "notice".
    """
    words = _words(language)
    if kind := words.forms.kind_of(line):
        return _SHOWN.get(kind, kind)
    if (line[:1] in _MARKS or "@" in line) and (is_clock(line) or _MARKED.fullmatch(line)):
        return "notice"
    if len(line) > 100:
        return None
    if _is_bar(line, words):
        return "share"
    return "date" if words.stamp.match(line) and dates_in(line, language) else None


def may_label(line: str, language: str = "en") -> bool:
    """Tell whether a long line may be furniture, by a cheap look at its first word; a link has no blanks."""
    return line[0] in _RULES or " " not in line or _words(language).forms.may_match(line)


def _is_bar(line: str, words: _Words) -> bool:
    """Tell a bar of buttons: nothing but their words ("Share Tweet Email", "Share this article")."""
    start, end, first = opening(line)
    if first not in words.starts:
        return False
    pieces = _BUTTON.split(line[start:end].rstrip(":").casefold())
    return len(pieces) <= _MOST_BUTTONS and all(piece in words.buttons for piece in pieces)
