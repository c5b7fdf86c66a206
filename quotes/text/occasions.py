"""Occasions: when words were said, and whether again, as far as the reporter's words around them tell."""

import re
import tomllib
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from quotes.text.comparing.days import days, starts
from quotes.text.comparing.texts import read
from quotes.text.comparing.types import Occasions
from quotes.text.reporters import Around

FRESH_DAYS = 7
"""A story that tells the setting reports a fresh occasion; what is older it dates."""
_PATH = Path(__file__).with_name("occasions.toml")
_DAY = timedelta(days=1)
_SOON = 2 * _DAY  # words are out by then
_WEEK, _MONTH = 7, 30
_MONTHS = 12
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_OWNERS = re.compile(r"['’]s\b")
Between = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Told:
    """What a reporter tells of the occasion of some words.

    They were said between `since` and `until`, None where nothing tells; `dated` where the reporter names
    a day or a time, rather than that a setting lets us presume it is fresh. `back`: the words are quoted
    back. `again`: the speaker says them again and again. `day`: the one day named for them, give or take one.
    """

    since: date | None = None
    until: date | None = None
    dated: bool = False
    back: bool = False
    again: bool = False
    day: date | None = None


UNTOLD = Told()


def told(*, around: Around, setting: str, published: str | None) -> Told:
    """Read what the words around a quote tell of its occasion; `setting` is what the reader found there.

    A day in the sentence before is one the words were said on, or after.
    """
    again = _has("again", around.paragraph)
    back = not again and _has("back", around.sentence)
    day = _iso(published)
    if day is None:
        return Told(back=back, again=again)
    between = _between(around.sentence, day)
    if between is not None:
        since, until = between
        one = since + _DAY if until - since == 2 * _DAY else None
        return Told(since, until, dated=True, back=back, again=again, day=one)
    earlier = _between(around.before, day)
    if earlier is not None:
        return Told(earlier[0], day, dated=True, back=back, again=again)
    fresh = (bool(setting) or again) and not back
    return Told(day - FRESH_DAYS * _DAY if fresh else None, day, back=back, again=again)


def occasions(a: Told, b: Told, *, one_channel: bool = False) -> Occasions:
    """Compare the occasions of two printings; `one_channel`: both came through one medium that is named."""
    first, second = (b, a) if over(b) < over(a) else (a, b)
    if first.until and second.since and first.until < second.since:
        return Occasions.APART if second.dated else Occasions.LATER
    if a.day and b.day and abs(a.day - b.day) > _DAY:
        return Occasions.APART
    if _one_time(a, b) or _one_time(b, a):
        return Occasions.ONE
    if a.again or b.again:
        return Occasions.AGAIN
    return Occasions.ONE if one_channel or a.back or b.back else Occasions.OPEN


def over(told: Told) -> tuple[date, date]:
    """Return what orders printings by when their words had been said at the latest."""
    return told.until or date.max, told.since or date.min


def _one_time(named: Told, other: Told) -> bool:
    """Tell whether one printing names a time, and the other was out soon after it or names the same."""
    if not named.dated or not named.since or not named.until or not other.until:
        return False
    return named.since <= other.until <= named.until + _SOON or other.dated


def _has(listed: str, words: str) -> bool:
    """Tell whether any of the phrases listed stands among the words."""
    spoken = f" {' '.join(_WORD.findall(words.casefold().replace('’', chr(39))))} "
    return any(f" {phrase} " in spoken for phrase in _data()[listed])


def _between(words: str, printed: date) -> Between | None:
    """Return the first and the last day that the times named among some words allow; None where none is.

    "Sunday" tells more than "this month" beside it; times that exclude each other are each possible.
    """
    words = _OWNERS.sub("", words)
    if not _may_tell(words):
        return None
    text = read(words)
    found = [span for marker in days(text) if (span := _span(dict(marker.facts), printed)) is not None]
    past = [(since, min(until, printed + _DAY)) for since, until in found if since <= printed]
    closest: list[Between] = []
    for since, until in sorted(past, key=lambda span: (span[1] - span[0], span)):
        if not any(since <= last and first <= until for first, last in closest):
            closest.append((since, until))
    return (min(since for since, _ in closest), max(until for _, until in closest)) if closest else None


def _may_tell(words: str) -> bool:
    return any(
        word[0].isdigit() or word in starts() or word in _data()["counted"]
        for word in _WORD.findall(words.casefold())
    )


def _span(facts: Mapping[str, int], printed: date) -> Between | None:
    """Return the days that the facts of a date allow, seen from the day of printing."""
    if "month" in facts:
        return _named(facts, printed)
    if "year" in facts:
        return date(facts["year"], 1, 1), date(facts["year"], _MONTHS, 31)
    if "weekday" in facts:
        return _weekday(facts["weekday"], printed)
    for name, count in facts.items():
        if name in _COUNTED:
            return _COUNTED[name](count, printed)
    return None


def _named(facts: Mapping[str, int], printed: date) -> Between | None:
    """Return the day or the month named, the latest such one where no year is."""
    last = printed + _DAY
    for year in [facts["year"]] if "year" in facts else [last.year, last.year - 1]:
        length = monthrange(year, facts["month"])[1]
        first = date(year, facts["month"], min(facts.get("day", 1), length))
        if first <= last or "year" in facts:
            return (first - _DAY, first + _DAY) if "day" in facts else (first, first.replace(day=length))
    return None


def _weekday(number: int, printed: date) -> Between:
    """Return the latest such day, give or take one; that of tomorrow may be today elsewhere."""
    ago = (printed.weekday() - number) % _WEEK
    day = printed - ago * _DAY
    return day - _DAY, printed if ago == _WEEK - 1 else day + _DAY


def _day(count: int, printed: date) -> Between:
    day = printed + count * _DAY
    return (day - _DAY, day + _DAY) if count >= -1 else (day - 2 * _DAY, day + 2 * _DAY)


def _week(count: int, printed: date) -> Between:
    if count >= -1:
        return printed + (_WEEK * count - _WEEK + 1) * _DAY, printed + min(count, 0) * _DAY
    middle = printed + _WEEK * count * _DAY
    return middle - 4 * _DAY, middle + 4 * _DAY


def _month(count: int, printed: date) -> Between:
    if count >= -1:
        last = printed if count == 0 else printed.replace(day=1) - _DAY
        return last.replace(day=1), last
    middle = printed + _MONTH * count * _DAY
    return middle - 20 * _DAY, middle + 20 * _DAY


def _year(count: int, printed: date) -> Between:
    year = max(printed.year + count, date.min.year)
    return date(year, 1, 1), min(date(year, _MONTHS, 31), max(printed, date(year, 1, 1)))


_COUNTED: Mapping[str, Callable[[int, date], Between]] = {
    "day~": _day,
    "week~": _week,
    "weekend~": _week,
    "month~": _month,
    "year~": _year,
}


def _iso(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    return tomllib.loads(_PATH.read_text(encoding="utf-8"))
