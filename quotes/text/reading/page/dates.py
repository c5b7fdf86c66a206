"""Dates: the dates printed in a page's head, as ISO 8601, and those that cannot be."""

import re
from calendar import monthrange
from dataclasses import dataclass

_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTHS = tuple(name[:3].lower() for name in _MONTH_NAMES)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_NTH = r"(?:st|nd|rd|th)?"
_DATE = re.compile(
    r"(?<![\d/.-])(?:"
    r"(?P<iso>(?P<y1>\d{4})(?P<s1>[-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2}))"
    rf"|(?P<dmy>(?P<d2>\d{{1,2}}){_NTH}(?: of)?[ \xa0.-]{{1,2}}(?P<m2>{MONTH}),?[ \xa0-](?P<y2>\d{{4}}))"
    rf"|(?P<mdy>(?P<m3>{MONTH})[ \xa0](?P<d3>\d{{1,2}}){_NTH},?[ \xa0](?P<y3>\d{{4}}))"
    r"|(?P<num>(?P<a>\d{1,2})(?P<s4>[-/.])(?P<b>\d{1,2})(?P=s4)(?P<y4>\d{4}))"
    r")(?!\d(?!\d?:\d\d))",
    re.IGNORECASE,
)
_CLOCK = (
    r"(?P<h>\d{1,2})[:.h](?P<m>\d{2})(?::(?P<s>\d{2})(?:\.\d{1,6})?)?[ \xa0]?(?P<ap>[ap]\.?m\b\.?)?"
    r"|(?P<h2>\d{1,2})[ \xa0]?(?P<ap2>[ap]\.?m\b\.?)"
    r"|(?P<hm>\d{4})(?=[ \xa0]?(?:GMT|UTC|hrs|hours|h\b|[A-Z]{2,4}T\b))"
)
_OFFSET = r"(?P<off>Z|[+-]\d{2}:?\d{2})?"
_TIME_AFTER = re.compile(
    rf"(?P<t>T)?[\s,|–—@•·:/(-]{{0,6}}(?:(?:at|on|@|{WEEKDAY})[\s,|–—-]{{1,4}})?(?:{_CLOCK})(?![\d/]){_OFFSET}",
    re.IGNORECASE,
)
_ZONE = r"(?:\(?(?:GMT|UTC|[A-Z]{2,4}T|Z)\b(?:[ ]?[+-]\d{1,2}(?::\d{2})?)?\)?|hrs|hours|local time)"
_TIME_BEFORE = re.compile(
    rf"(?<![\d:.])(?:{_CLOCK})[\s,|–—-]{{0,4}}(?:{_ZONE})?[\s,|–—-]{{0,4}}(?:on )?(?:{WEEKDAY},? ?)?$",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:updated?|modified|edited|corrected|revised)\b[^.\d]{0,30}$", re.IGNORECASE)


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


def dates_in(line: str) -> list[PrintedDate]:
    """Return the full dates (with day, month and year) printed in `line`, with their times."""
    dates: list[PrintedDate] = []
    done = 0
    for found in _DATE.finditer(line):
        if found.start() < done:
            continue
        date = _printed(line, found, done)
        dates.append(date)
        done = date.end
    return dates


def _printed(line: str, found: re.Match[str], after: int) -> PrintedDate:
    day, fault = _day(found)
    clock = _TIME_AFTER.match(line, found.end())
    start, end = found.start(), found.end()
    if clock:
        end = start + len(line[start : clock.end()].rstrip())
    if clock is None and (before := _TIME_BEFORE.search(line[max(after, start - 45) : start])):
        clock, start = before, start - len(before.group())
    later = bool(_LATER.search(line[after:start]))
    if day is None:
        return PrintedDate(start, end, None, fault, later)
    time, fault = _time(clock) if clock else ("", None)
    return PrintedDate(start, end, day + time, fault, later)


def _day(found: re.Match[str]) -> tuple[str | None, str | None]:
    """Return the day as ISO, or None and what is wrong with it."""
    if found["iso"]:
        return _calendar(int(found["y1"]), int(found["m1"]), int(found["d1"]), found["iso"])
    if found["dmy"]:
        return _calendar(int(found["y2"]), _month(found["m2"]), int(found["d2"]), found["dmy"])
    if found["mdy"]:
        return _calendar(int(found["y3"]), _month(found["m3"]), int(found["d3"]), found["mdy"])
    return _numeric(int(found["a"]), int(found["b"]), int(found["y4"]), found["num"])


def _numeric(first: int, second: int, year: int, printed: str) -> tuple[str | None, str | None]:
    """Read 14/08/2023; with strokes both orders are in use, with dots and dashes the day leads."""
    if "/" in printed and first <= 12 and second <= 12 and first != second:
        return None, (
            f"“{printed}” can be read as {first} {_MONTH_NAMES[second - 1]} "
            f"or as {second} {_MONTH_NAMES[first - 1]}"
        )
    month_first = second > 12 >= first
    return _calendar(year, first if month_first else second, second if month_first else first, printed)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _calendar(year: int, month: int, day: int, printed: str) -> tuple[str | None, str | None]:
    if not 1 <= month <= 12:
        return None, f"“{printed}” is not a date: there is no month {month}"
    if year < 1:
        return None, f"“{printed}” is not a date: there is no year {year}"
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        return None, f"“{printed}” is not a date: {_MONTH_NAMES[month - 1]} {year} has {days} days"
    return f"{year:04}-{month:02}-{day:02}", None


def _time(clock: re.Match[str]) -> tuple[str, str | None]:
    """Return "T08:18" (with seconds and offset where printed), or "" and what is wrong."""
    packed = clock["hm"]
    hour = int(packed[:2] if packed else clock["h"] or clock["h2"])
    minute = int(packed[2:] if packed else clock["m"] or 0)
    second = clock["s"]
    half = (clock["ap"] or clock["ap2"] or "")[:1].lower()
    if hour > (12 if half else 23) or minute > 59 or int(second or 0) > 59:
        return "", f"“{clock.group().strip(' ,|–—-')}” is not a time of day"
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    offset = (clock.groupdict().get("off") or "").upper()
    return f"T{hour:02}:{minute:02}{':' + second if second else ''}{offset}", None
