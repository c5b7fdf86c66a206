"""Datelines: where a story was written, and whose wire it came over, at its first words."""

import re
from dataclasses import dataclass, replace
from functools import cache

from quotes.text.reading.agencies import agency_of_slug
from quotes.text.reading.lexicon.pages import page_words
from quotes.text.reading.page.casing import normal_case
from quotes.text.reading.page.dates import date_words
from quotes.text.reading.page.forms import words_pattern
from quotes.text.reading.page.known import NOTHING, Known
from quotes.text.reading.page.lines import word_set
from quotes.text.reading.page.places import is_place

_REACH = 120  # no dateline is longer
_DASH = r"(?:—|–|―|--?)"
_WORD = r"(?:[A-ZÀ-ÞŠŽČĆ][\w.’'-]*|d[’'][A-ZÀ-Þ]\w+)"
_SIGN = r"(?:\((?P<sign>[^()]{2,60})\)|/(?P<slashed>[^/]{2,40})/|\[(?P<squared>[^\[\]]{2,40})\])"
_BRACKET = r"(?: \[[^\[\]]{2,40}\])?"  # "Islamabad [Pakistan], August 14 (ANI):"
_STOP = rf"(?: ?{_DASH}{{1,2}}|:{{1,2}}[–—-]?|\.[–—-])"
_OPENS = r"[A-ZÀ-Þ0-9“\"‘'«„‹$€£(]"  # what a first sentence opens with
_GAP = rf"(?:\s+|(?<=[–—-])(?={_OPENS}))"
# Without one of these no dateline is signed, or ends: looked for before any of the costly patterns is tried.
_BRACKETS, _STOPS = re.compile(r"[(/\[]"), re.compile(r"[—–―:-]")
_DESK = re.compile(r"/[a-z]{2,4}(?:/[a-z]{2,4})?$")  # "dpa/ab": the agency and its writer's initials


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


@dataclass(frozen=True, slots=True)
class _Words:
    signed: re.Pattern[str]  # "SEOUL, Aug 14 (Reuters) - "
    trailed: re.Pattern[str]  # "Tehran, IRNA – ", "MOSCOW, August 14 - RIA Novosti. "
    dated: re.Pattern[str]  # "Oslo, Aug. 14 – "
    plain: re.Pattern[str]  # "Oslo – "
    barred: re.Pattern[str]  # "London | Reuters"
    not_places: frozenset[str]


@cache
def _words(language: str) -> _Words:
    words, dates = page_words(language)["dateline"], date_words(language)
    number = rf"\d{{1,2}}(?:{dates.nth}|\.)?"
    day = (
        rf"(?P<day>(?:(?i:{dates.weekday},? )?"
        rf"(?:(?i:{dates.month}) ?{number}|{number},? (?i:{dates.month}))(?:,? \d{{4}})?))"
    )
    undated = day.replace("?P<day>", "?:")
    town = rf"{_WORD}(?:[ /](?:(?:{words_pattern(words['joining'])}) )?{_WORD}){{0,4}}?"
    no_day = rf"(?!(?i:{dates.month}) ?\d)(?!(?i:{dates.weekday})\b)(?![A-Z]\w+ \d)"
    region = rf"(?:, {no_day}{_WORD}(?: {_WORD}){{0,3}}){{0,2}}"
    place = rf"(?P<place>{town}{region})"
    other = rf"(?:{_WORD} \d{{1,2}}, \d{{4}}[,.]? ?){{0,2}}"  # the day by other calendars
    sign = rf"(?P<sign>[A-Z]{{2,6}}|{_WORD}(?: {_WORD}){{0,2}})"
    return _Words(
        re.compile(rf"(?:{place}{_BRACKET}[.,]? ?)?(?:{day}[.,]? ?)?{_SIGN}[.]?(?P<dash>{_STOP})?{_GAP}"),
        re.compile(
            rf"{place}{_BRACKET}[.,] ?(?:{other}(?:{undated}[.,]? ?)?{sign} ?{_DASH}{{1,2}}"
            rf"|{undated} ?{_DASH} ?(?P<stopped>{_WORD}(?: {_WORD}){{0,2}})\.){_GAP}"
        ),
        re.compile(rf"{place}{_BRACKET}[.,] ?{day}\.?{_STOP}{_GAP}"),
        re.compile(rf"{place}{_BRACKET}(?P<end> (?:—|–|―|--?) ?|[—–―] ?|-- |: )(?={_OPENS})"),
        re.compile(rf"{place} ?\| ?(?P<sign>{_WORD}(?:[ -]{_WORD}){{0,3}})(?: ?(?:—|–|--?|\|) ?|$)"),
        word_set(words["not_places"]),
    )


def dateline_of(line: str, known: Known = NOTHING) -> Dateline | None:
    """Return the dateline that `line` opens with, else None.

    Houses differ: "Seoul — ", "SEOUL, Aug 14 (Reuters) - ", "MOSCOW. Aug 14 (Interfax) -",
    "MOSCOW, August 14. /TASS/. ", "New Delhi, Aug 14 (PTI) ", "London | Reuters", "(AP) — ",
    "Tehran, IRNA – ", "(ANSA) - ROME, AUG 14 - ".
    """
    opening = line[:_REACH]
    if not (opening[:1].isupper() or opening[:1] in "([/0123456789d"):
        return None
    words = _words(known.language)
    signed = _signed(words.signed.match(opening), known) if _BRACKETS.search(opening) else None
    if signed and signed.place is None:
        return _with_place(signed, opening, words, known)
    barred = _barred(words.barred.match(opening), known) if "|" in opening else None
    if signed or barred or _STOPS.search(opening) is None:
        return signed or barred
    return (
        _trailed(words.trailed.match(opening), known)
        or _dated(words.dated.match(opening), words, known)
        or _plain(words.plain.match(opening), line, words, known)
    )


def _with_place(signed: Dateline, opening: str, words: _Words, known: Known) -> Dateline:
    """Add the place that follows the agency ("(ANSA) - ROME, AUG 14 - ")."""
    rest = opening[signed.end :]
    after = _dated(words.dated.match(rest), words, known)
    return replace(signed, place=after.place, end=signed.end + after.end) if after else signed


def _signed(found: re.Match[str] | None, known: Known) -> Dateline | None:
    if found is None:
        return None
    groups = found.groupdict()
    group = next(name for name in ("sign", "slashed", "squared") if groups.get(name))
    printed = _DESK.sub("", found[group])
    agency = known.agency(printed)
    if groups.get("day") or groups.get("dash"):
        agency = agency_of_slug(printed) or agency
    if agency is None and groups.get("day") and groups.get("dash"):
        agency = printed if re.fullmatch(r"[A-Z]{2,6}", printed) else None  # the wire's own place
    place = groups.get("place")
    if agency is None or not (_day_or_dash(groups) or is_place((place or "").split(",")[0], known.language)):
        return None
    start = found.start(group)
    return Dateline(place and _place(place, known), found.end(), agency, (start, start + len(printed)))


def _trailed(found: re.Match[str] | None, known: Known) -> Dateline | None:
    """Read a place and an agency with no brackets; the place must be a known one or be dated."""
    if found is None:
        return None
    group = "sign" if found["sign"] else "stopped"
    printed = found[group]
    agency = agency_of_slug(printed) or known.agency(printed)
    town = found["place"].split(",")[0]
    if agency is None or not (town.isupper() or is_place(town, known.language) or group == "stopped"):
        return None
    return Dateline(_place(found["place"], known), found.end(), agency, found.span(group))


def _barred(found: re.Match[str] | None, known: Known) -> Dateline | None:
    if found is None or not (is_place(found["place"], known.language) or " " not in found["place"]):
        return None  # "Jane Doe | Reuters" is a byline
    return _signed(found, known)


def _day_or_dash(groups: dict[str, str | None]) -> bool:
    return "day" not in groups or bool(groups["day"] or groups["dash"])


def _dated(found: re.Match[str] | None, words: _Words, known: Known) -> Dateline | None:
    if found is None or not _may_be_place(found["place"], words):
        return None
    return Dateline(_place(found["place"], known), found.end())


def _plain(found: re.Match[str] | None, line: str, words: _Words, known: Known) -> Dateline | None:
    if found is None or not _may_be_place(found["place"], words):
        return None
    place, town = found["place"], found["place"].split(",")[0]
    capitals = place.isupper() or town.isupper()
    listed = is_place(town, known.language)
    if found["end"].strip() == ":" and not (capitals and listed):
        return None
    sure = capitals or listed
    if not sure and found["end"].strip() in line[found.end() :].partition(". ")[0]:
        return None  # "Jane Doe — Maravi’s minister — said": an aside between two dashes
    return Dateline(_place(place, known), found.end(), sure=sure)


def _may_be_place(place: str, words: _Words) -> bool:
    pieces = re.findall(r"[^\W\d_]+", place.lower())
    return bool(pieces) and pieces[0] not in words.not_places and len(place) > 2


def _place(printed: str, known: Known) -> str:
    shown = ", ".join(normal_case(part.strip(), language=known.language) for part in printed.split(","))
    alone = "," not in shown and re.search(r"[^\W\d_]{4}\.$", shown)
    return shown[:-1] if alone else shown
