"""Days and dates of a text, as far as the day of its printing tells them apart."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from quotes.text.comparing.phrases import Marker, table
from quotes.text.comparing.texts import Text
from quotes.text.comparing.types import ChangeKind

_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_DECADE = re.compile(r"(?:1[5-9]|20)\d0s")
_CLOCK = re.compile(r"\d{1,2}(?:[.:]\d\d)?(am|pm)")
_MONTHS = 12
_FARTHEST = 1000
_COUNTED = "~"  # ends the name of a fact that counts from the day of printing
Facts = dict[str, int]


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Any]:
    return table()["dates"]  # type: ignore[no-any-return]


@lru_cache(maxsize=2)
def _numbered(name: str) -> dict[str, int]:
    return {word: i + 1 for i, line in enumerate(_words()[name]) for word in line.split()}


@lru_cache(maxsize=1)
def starts() -> frozenset[str]:
    """Return the words a date may begin with, figures apart."""
    words = _words()
    months, weekdays = _numbered("months"), _numbered("weekdays")
    return frozenset([*months, *weekdays, *words["pointing"], *words["decades"], *words["relative"], "a"])


def days(text: Text) -> Iterator[Marker]:
    """Yield a marker for each date of `text`, in order of place.

    Its facts fix the year, month, day, weekday, decade or half of the day, or count from the day of printing.
    """
    at, opening = 0, starts()
    while at < len(text.words):
        if text.words[at] not in opening and not text.words[at][0].isdigit():
            at += 1
            continue
        read = (
            _date(text, at) or _weekday(text, at) or _pointed(text, at) or _ago(text, at) or _year(text, at)
        )
        if read is None:
            at += 1
            continue
        facts, end = read
        sense = " ".join(f"{name}={value}" for name, value in sorted(facts.items()))
        yield Marker(ChangeKind.DATE, frozenset([sense]), (at, end), tuple(facts.items()))
        at = end


def _month(text: Text, at: int) -> int | None:
    if not 0 <= at < len(text.words):
        return None
    word = text.words[at]
    named = word not in {"may", "march", "mar", "sep", "jan", "dec"} or text.printed(at)[:1].isupper()
    if word in {"may", "march"} and text.parts_sentences(at) and not _day_number(text, at + 1):
        return None
    return _numbered("months").get(word) if named else None


def _day_number(text: Text, at: int) -> int | None:
    if not 0 <= at < len(text.words):
        return None
    word = text.words[at]
    figures = word[:-2] if word[-2:] in {"st", "nd", "rd", "th"} else word
    return (
        int(figures)
        if figures.isascii() and figures.isdigit() and 0 < len(figures) < 3 and int(figures) <= 31
        else None
    )


def _date(text: Text, at: int) -> tuple[Facts, int] | None:
    """Read "4 May", "May 4th 2025", "March 2025", "the 4th of May"."""
    facts, end, day = {}, at, None
    month = _month(text, at)
    if month:
        end = at + 1
        day = _day_number(text, end)
        end += day is not None
    else:
        day = _day_number(text, at)
        of = text.words[at + 1 : at + 2] == ("of",)
        month = _month(text, at + 1 + of) if day else None
        end = at + 2 + of
    if not month:
        return None
    facts["month"] = month
    if day:
        facts["day"] = day
    if end < len(text.words) and _YEAR.fullmatch(text.words[end]):
        facts["year"], end = int(text.words[end]), end + 1
    return facts, end


def _weekday(text: Text, at: int) -> tuple[Facts, int] | None:
    found = _numbered("weekdays").get(text.words[at])
    if found is None or not text.printed(at)[:1].isupper():
        return None
    return {"weekday": found - 1}, at + 1


def _pointed(text: Text, at: int) -> tuple[Facts, int] | None:
    """Read "last year", "next month", "this week", "yesterday"."""
    words = text.words
    if words[at] in _words()["relative"]:
        return {f"day{_COUNTED}": _words()["relative"][words[at]]}, at + 1
    by = _words()["pointing"].get(words[at])
    if by is None or at + 1 >= len(words) or words[at + 1] not in _words()["spans"]:
        return None
    if words[at] == "following" and words[at - 1 : at] != ("the",):
        return None
    return {f"{words[at + 1]}{_COUNTED}": by}, at + 2


def _ago(text: Text, at: int) -> tuple[Facts, int] | None:
    """Read "two years ago", "a year ago"."""
    words = text.words
    if at + 2 >= len(words) or words[at + 2] != "ago":
        return None
    count = (
        1
        if words[at] == "a"
        else int(words[at])
        if words[at].isascii() and words[at].isdigit() and len(words[at]) < 4
        else None
    )
    span = words[at + 1].removesuffix("s")
    if count is None or span not in _words()["spans"]:
        return None
    return {f"{span}{_COUNTED}": -count}, at + 3


def _year(text: Text, at: int) -> tuple[Facts, int] | None:
    """Read "2021", "the 1980s", "the eighties", "6pm"."""
    word = text.words[at]
    if _YEAR.fullmatch(word) and text.printed(at) == word:
        return {"year": int(word)}, at + 1
    if _DECADE.fullmatch(word):
        return {"decade": int(word[:-1])}, at + 1
    if word in _words()["decades"] and text.words[at - 1 : at] == ("the",):
        return {"decade": _words()["decades"][word]}, at + 1
    clock = _CLOCK.fullmatch(word)
    return ({"half": clock[1] == "pm"}, at + 1) if clock else None


def same_day(one: Marker, other: Marker, printed: tuple[date | None, date | None]) -> bool:
    """Tell whether two dates may be one, each seen from the day its article was printed."""
    here, there = _settled(one, printed[0] or printed[1]), _settled(other, printed[1] or printed[0])
    common = here.keys() & there.keys()
    return bool(common) and all(here[name] == there[name] for name in common)


def _settled(day: Marker, printed: date | None) -> Facts:
    """Return the facts of a date with what the day of printing adds to them."""
    facts = dict(day.facts)
    if printed is None:
        return facts
    for span, by in day.facts:
        facts |= _from(span, by, printed)
    return facts | _weekday_of(facts, printed)


def _from(span: str, by: int, printed: date) -> Facts:
    """Return what a fact that counts from the day of printing comes to."""
    if span == f"day{_COUNTED}":
        day = printed + timedelta(days=max(min(by, _FARTHEST), -_FARTHEST))
        return {"year": day.year, "month": day.month, "day": day.day, "weekday": day.weekday()}
    if span == f"year{_COUNTED}":
        return {"year": printed.year + by}
    if span == f"month{_COUNTED}":
        months = printed.year * _MONTHS + printed.month - 1 + by
        return {"year": months // _MONTHS, "month": months % _MONTHS + 1}
    return {"decade": printed.year // 10 * 10 + 10 * by} if span == f"decade{_COUNTED}" else {}


def _weekday_of(facts: Facts, printed: date) -> Facts:
    if "weekday" in facts or not {"month", "day"} <= facts.keys():
        return {}
    try:
        return {"weekday": date(facts.get("year", printed.year), facts["month"], facts["day"]).weekday()}
    except ValueError:
        return {}
