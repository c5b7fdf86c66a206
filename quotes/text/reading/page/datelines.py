"""Datelines: where a story was written, and whose wire it came over, at its first words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quotes.text.reading.agencies import agency_named
from quotes.text.reading.page.casing import normal_case
from quotes.text.reading.page.dates import MONTH, WEEKDAY
from quotes.text.reading.page.lines import word_set
from quotes.text.reading.page.places import is_place

_REACH = 120  # no dateline is longer
_DASH = r"(?:—|–|―|--?)"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = (
    rf"(?P<day>(?:(?i:{WEEKDAY},? )?"
    rf"(?:(?i:{MONTH}) ?{_NUMBER}|{_NUMBER},? (?i:{MONTH}))(?:,? \d{{4}})?))"
)
_WORD = r"(?:[A-ZÀ-ÞŠŽČĆ][\w.’'-]*|d[’'][A-ZÀ-Þ]\w+)"
_TOWN = rf"{_WORD}(?:[ /](?:(?:de|da|do|del|la|le|es|of|the|and|en|y) )?{_WORD}){{0,4}}?"
_REGION = rf"(?:, (?!(?i:{MONTH}) ?\d){_WORD}(?: {_WORD}){{0,3}}){{0,2}}"
_PLACE = rf"(?P<place>{_TOWN}{_REGION})"
_SIGN = r"(?:\((?P<sign>[^()]{2,60})\)|/(?P<slashed>[^/]{2,40})/)"
_BRACKET = r"(?: \[[^\[\]]{2,40}\])?"  # "Islamabad [Pakistan], August 14 (ANI):"
_END = rf"(?: ?{_DASH}{{1,2}}|:)"

_SIGNED = re.compile(rf"(?:{_PLACE}{_BRACKET}[.,]? ?)?(?:{_DAY}[.,]? ?)?{_SIGN}[.]?(?P<dash>{_END})?\s+")
_DATED = re.compile(rf"{_PLACE}{_BRACKET}[.,] ?{_DAY}\.?{_END}\s+")
_PLAIN = re.compile(rf"{_PLACE}{_BRACKET}(?P<end> (?:—|–|―|--?) ?|[—–―] ?|-- |: )(?=[A-ZÀ-Þ0-9“\"‘'‹«$€£(])")
_BARRED = re.compile(rf"{_PLACE} ?\| ?(?P<sign>{_WORD}(?:[ -]{_WORD}){{0,3}})(?: ?(?:—|–|--?|\|) ?|$)")
_NOT_A_PLACE = word_set(
    """
    exclusive update updated breaking analysis opinion watch video photos live editor editors note
    correction clarification read related explainer factbox interview review comment poll fact
    warning q a i he she it they we but and yet this that the in on at as for with if when while no
    yes mr mrs ms dr president senator sen gov rep monday tuesday wednesday thursday friday saturday
    sunday
    """
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: `place` in normal case, the agency signed, and their ends in the line.

    `end` is where the first sentence starts; `sure` is False where only a dash tells.
    """

    place: str | None
    end: int
    agency: str | None = None
    agency_at: tuple[int, int] | None = None
    sure: bool = True


def dateline_of(line: str, agencies: Iterable[str] = ()) -> Dateline | None:
    """Return the dateline that `line` opens with, else None.

    Houses differ: "Seoul — ", "SEOUL, Aug 14 (Reuters) - ", "MOSCOW. Aug 14 (Interfax) -",
    "MOSCOW, August 14. /TASS/. ", "New Delhi, Aug 14 (PTI) ", "London | Reuters", "(AP) — ".
    """
    opening = line[:_REACH]
    return (
        _signed(_SIGNED.match(opening), agencies)
        or _barred(_BARRED.match(opening), agencies)
        or _dated(_DATED.match(opening))
        or _plain(_PLAIN.match(opening), line)
    )


def _signed(found: re.Match[str] | None, agencies: Iterable[str]) -> Dateline | None:
    if found is None:
        return None
    group = "slashed" if found.groupdict().get("slashed") else "sign"
    agency = agency_named(found[group], agencies)
    if agency is None and found.groupdict().get("day") and found["dash"]:
        agency = _unlisted(found[group])
    if agency is None or not (_day_or_dash(found) or is_place((found["place"] or "").split(",")[0])):
        return None
    place = found["place"] and _place(found["place"])
    return Dateline(place, found.end(), agency, found.span(group))


def _barred(found: re.Match[str] | None, agencies: Iterable[str]) -> Dateline | None:
    if found is None or not (is_place(found["place"]) or " " not in found["place"]):
        return None  # "Jane Doe | Reuters" is a byline
    return _signed(found, agencies)


def _day_or_dash(found: re.Match[str]) -> bool:
    groups = found.groupdict()
    return "day" not in groups or bool(groups["day"] or groups["dash"])


def _unlisted(sign: str) -> str | None:
    """Take a short form in the wire's own place, between the day and the dash, for an agency."""
    return sign if re.fullmatch(r"[A-Z]{2,6}", sign) else None


def _dated(found: re.Match[str] | None) -> Dateline | None:
    if found is None or not _may_be_place(found["place"]):
        return None
    return Dateline(_place(found["place"]), found.end())


def _plain(found: re.Match[str] | None, line: str) -> Dateline | None:
    if found is None or not _may_be_place(found["place"]):
        return None
    place, town = found["place"], found["place"].split(",")[0]
    capitals = place.isupper() or town.isupper()
    if found["end"].strip() == ":" and not (capitals and is_place(town)):
        return None
    sure = capitals or is_place(town)
    if not sure and found["end"].strip() in line[found.end() :].partition(". ")[0]:
        return None  # "Jane Doe — Maravi’s minister — said": an aside between two dashes
    return Dateline(_place(place), found.end(), sure=sure)


def _may_be_place(place: str) -> bool:
    words = re.findall(r"[^\W\d_]+", place.lower())
    return bool(words) and words[0] not in _NOT_A_PLACE and len(place) > 2


def _place(printed: str) -> str:
    shown = ", ".join(normal_case(part.strip()) for part in printed.split(","))
    alone = "," not in shown and re.search(r"[^\W\d_]{4}\.$", shown)
    return shown[:-1] if alone else shown
