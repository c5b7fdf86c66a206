"""Dates: the dates printed in a page's head, as ISO 8601, and those that cannot be."""

import re
from calendar import month_name, monthrange
from dataclasses import dataclass
from functools import cache

from quotes.text.reading.lexicon.pages import page_words
from quotes.text.reading.page.forms import alternatives, words_pattern

_ISO = r"(?P<iso>(?P<y1>\d{4})(?P<s1>[-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2}))"
_NUMERIC = r"(?P<num>(?P<a>\d{1,2})(?P<s4>[-/.])(?P<b>\d{1,2})(?P=s4)(?P<y4>\d{4}))"
_YEAR = re.compile(r"\d{4}")  # no full date is without
_OFFSET = r"(?P<off>Z|[+-]\d{2}:?\d{2})?"
_ZONE = r"(?:GMT|UTC|[A-Z]{2,4}T|Z)\b(?:[ ]?[+-]\d{1,2}(?::\d{2})?)?"
_CLOCKED = re.compile(
    r"\(?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:[ \xa0]?[ap]\.?m\.?)?(?:[ \xa0]?(?-i:[A-Z]{1,4}T|UTC|Z))?\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateWords:
    """The patterns of a language's dates; `month`, `weekday` and `nth` are parts for other patterns."""

    month: str
    weekday: str
    nth: str
    months: dict[str, int]
    date: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    later: re.Pattern[str]
    mornings: frozenset[str]
    day_first: bool


@cache
def date_words(language: str) -> DateWords:
    """Return the date patterns of `language`, compiled once."""
    words = page_words(language)["dates"]
    months = {form: n for n, forms in enumerate(words["months"].split(","), 1) for form in forms.split()}
    month = rf"(?:{words_pattern(' '.join(months))})(?![^\W\d])"
    weekday = rf"(?:{words_pattern(words['weekdays'])})(?![^\W\d])"
    nth, of, at = words_pattern(words["nth"]), words_pattern(words["of"]), words_pattern(words["at"])
    half = words_pattern(f"{words['morning']} {words['afternoon']}") or "(?!)"
    hours = alternatives(words["hours"])
    clock = (
        r"(?P<h>\d{1,2})[:.h](?P<m>\d{2})(?::(?P<s>\d{2})(?:\.\d{1,6})?)?"
        rf"[ \xa0]?(?P<ap>(?:{half})(?!\w))?"
        rf"|(?P<h2>\d{{1,2}})[ \xa0]?(?P<ap2>(?:{half})(?!\w))"
        rf"|(?P<hm>\d{{4}})(?=[ \xa0]?(?:GMT|UTC|{hours}|h\b|[A-Z]{{2,4}}T\b))"
    )
    return DateWords(
        month,
        weekday,
        rf"(?:{nth})",
        months,
        re.compile(
            rf"(?<![\d/.-])(?:{_ISO}"
            rf"|(?P<dmy>(?P<d2>\d{{1,2}})(?:{nth}|\.)?(?: (?:{of}))?[ \xa0.-]{{1,2}}"
            rf"(?P<m2>{month}),?(?: (?:{of}))?[ \xa0-](?P<y2>\d{{4}}))"
            rf"|(?P<mdy>(?P<m3>{month})[ \xa0](?P<d3>\d{{1,2}})(?:{nth})?,?[ \xa0](?P<y3>\d{{4}}))"
            rf"|{_NUMERIC})(?!\d(?!\d?:\d\d|\d?[ \xa0]{month}))",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?P<t>T)?[\s,|–—@•·:/(-]{{0,6}}(?:(?:{at}|{weekday})[\s,|–—-]{{1,4}})?(?:{clock})(?![\d/]){_OFFSET}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?<![\d:.])(?:{clock})[\s,|–—-]{{0,4}}(?:\(?(?:{_ZONE}|{hours})\)?)?[\s,|–—-]{{0,4}}"
            rf"(?:(?:{at}) )?(?:{weekday},? ?)?$",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{alternatives(words['later'])})\b[^.\d]{{0,30}}$", re.IGNORECASE),
        frozenset(words["morning"].split()),
        words["numeric"] == "day first",
    )


def is_clock(line: str) -> bool:
    """Tell a line that is a time of day and nothing else, as a live page sets above its posts."""
    return len(line) <= 16 and line[:1] in "(0123456789" and _CLOCKED.fullmatch(line) is not None


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed at `start`..`end` of a line.

    `iso` is None where it is no date of the calendar or can be read two ways; `fault` then
    says why, and `remedy` what to do. `later` marks the date of a change, not of printing.
    """

    start: int
    end: int
    iso: str | None
    fault: str | None = None
    later: bool = False


def dates_in(line: str, language: str = "en") -> list[PrintedDate]:
    """Return the full dates (with day, month and year) printed in `line`, with their times."""
    if _YEAR.search(line) is None:
        return []
    dates: list[PrintedDate] = []
    done = 0
    words = date_words(language)
    for found in words.date.finditer(line):
        if found.start() < done:
            continue
        date = _printed(line, found, done, words)
        dates.append(date)
        done = date.end
    return dates


def _printed(line: str, found: re.Match[str], after: int, words: DateWords) -> PrintedDate:
    day, fault = _day(found, words)
    clock = words.after.match(line, found.end())
    start, end = found.start(), found.end()
    if clock:
        end = start + len(line[start : clock.end()].rstrip())
    if clock is None and (before := words.before.search(line[max(after, start - 45) : start])):
        clock, start = before, start - len(before.group())
    later = bool(words.later.search(line[after:start]))
    if day is None:
        return PrintedDate(start, end, None, fault, later)
    time, fault = _time(clock, words) if clock else ("", None)
    return PrintedDate(start, end, day + time, fault, later)


def _day(found: re.Match[str], words: DateWords) -> tuple[str | None, str | None]:
    """Return the day as ISO, or None and what is wrong with it."""
    if found["iso"]:
        return _calendar(int(found["y1"]), int(found["m1"]), int(found["d1"]), found["iso"])
    if found["dmy"]:
        return _calendar(int(found["y2"]), words.months[found["m2"].lower()], int(found["d2"]), found["dmy"])
    if found["mdy"]:
        return _calendar(int(found["y3"]), words.months[found["m3"].lower()], int(found["d3"]), found["mdy"])
    return _numeric(int(found["a"]), int(found["b"]), int(found["y4"]), found["num"], words.day_first)


def _numeric(
    first: int, second: int, year: int, printed: str, day_first: bool
) -> tuple[str | None, str | None]:
    """Read 14/08/2023; with strokes both orders are in use, with dots and dashes the day leads."""
    if not day_first and "/" in printed and first <= 12 and second <= 12 and first != second:
        return None, (
            f"“{printed}” can be read as {first} {month_name[second]} or as {second} {month_name[first]}"
        )
    month_first = second > 12 >= first
    return _calendar(year, first if month_first else second, second if month_first else first, printed)


def _calendar(year: int, month: int, day: int, printed: str) -> tuple[str | None, str | None]:
    if not 1 <= month <= 12:
        return None, f"“{printed}” is not a date: there is no month {month}"
    if year < 1:
        return None, f"“{printed}” is not a date: there is no year {year}"
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        return None, f"“{printed}” is not a date: {month_name[month]} {year} has {days} days"
    return f"{year:04}-{month:02}-{day:02}", None


def _time(clock: re.Match[str], words: DateWords) -> tuple[str, str | None]:
    """Return "T08:18" (with seconds and offset where printed), or "" and what is wrong."""
    packed = clock["hm"]
    hour = int(packed[:2] if packed else clock["h"] or clock["h2"])
    minute = int(packed[2:] if packed else clock["m"] or 0)
    second = clock["s"]
    half = (clock["ap"] or clock["ap2"] or "").lower()
    if hour > (12 if half else 23) or minute > 59 or int(second or 0) > 59:
        return "", f"“{clock.group().strip(' ,|–—-')}” is not a time of day"
    if half:
        hour = hour % 12 + (0 if half in words.mornings else 12)
    offset = (clock.groupdict().get("off") or "").upper()
    return f"T{hour:02}:{minute:02}{':' + second if second else ''}{offset}", None
