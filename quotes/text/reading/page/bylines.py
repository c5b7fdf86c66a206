"""Bylines: who wrote the article, in the many ways houses print it."""

import re
from dataclasses import dataclass, replace
from functools import cache

from quotes.text.reading.lexicon.pages import page_words
from quotes.text.reading.page.casing import normal_case
from quotes.text.reading.page.forms import alternatives, words_pattern
from quotes.text.reading.page.known import NOTHING, Known
from quotes.text.reading.page.lines import word_set
from quotes.text.reading.page.places import is_place

_PIECES = r"(?:, (?=(?:{and_}) )|[|•·;,/]| [–—-]{{1,2}} |\t|  )\s*"
_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]")
_HANDLE = re.compile(r"\S+@\S+|(?<!\S)@\w+|https?://\S+")
_NAME = re.compile(
    r"(?:[A-ZÀ-ÞŠŽČĆŁŞİ][\w.’'‘-]*)"
    r"(?: (?:(?:de|del|de la|la|van|van der|von|der|den|ter|al|el|bin|bint|ibn|abu|da|di|dos|du|le|y|e) )?"
    r"(?:[A-ZÀ-ÞŠŽČĆŁŞİ][\w.’'‘-]*|al-[A-ZÀ-Þ]\w+|el-[A-ZÀ-Þ]\w+|d[’'][A-Z]\w+)){0,4}"
)


@dataclass(frozen=True, slots=True)
class _Words:
    by: re.Pattern[str]
    pieces: re.Pattern[str]
    and_: re.Pattern[str]
    joined: re.Pattern[str]
    tail: re.Pattern[str]
    office: re.Pattern[str]
    helped: re.Pattern[str]
    suffixes: frozenset[str]
    roles: frozenset[str]
    not_names: frozenset[str]
    links: frozenset[str]


@cache
def _words(language: str) -> _Words:
    words = page_words(language)["byline"]
    and_, firsts = words_pattern(words["and"]), words_pattern(words["office_firsts"])
    roles = word_set(words["roles"])
    return _Words(
        re.compile(
            rf"(?:{alternatives(words['by'])}):?[ \xa0]+|(?:{alternatives(words['labels'])}): ?",
            re.IGNORECASE,
        ),
        re.compile(_PIECES.format(and_=words_pattern(words["and"].split()[0])), re.IGNORECASE),
        re.compile(rf"(?:^|\s)(?:{and_})\s+", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{and_})\s+$", re.IGNORECASE),
        re.compile(rf"\s(?:{words_pattern(words['tails'])})\s(.*)$"),
        re.compile(
            rf"(?:(?:{words_pattern(words['office_owners'])}) )?(?:{firsts})[ -]"
            rf"(?:{words_pattern(words['office_seconds'])})",
            re.IGNORECASE,
        ),
        re.compile(rf"\s*(?:{alternatives(words['helped'])}):?\s", re.IGNORECASE),
        word_set(words["suffixes"]),
        roles,
        word_set(words["not_names"]) | roles,
        word_set(words["links"]),
    )


@dataclass(frozen=True, slots=True)
class Byline:
    """The people a line names as its authors, in normal case, and the agency it names.

    An office that signs ("Agency Staff") stands among them as printed.

    `marked` tells that the line says so itself ("By"); without it only its place does.
    `agency_at` is where in the line the agency stands. `role` tells that somebody's office
    is named ("Staff reporter"). `clean` is False where words are left that are neither
    name, role, place nor agency.
    """

    names: tuple[str, ...] = ()
    agency: str | None = None
    agency_at: tuple[int, int] | None = None
    marked: bool = False
    role: bool = False
    clean: bool = True


def byline_of(line: str, start: int = 0, known: Known = NOTHING) -> Byline | None:
    """Read `line` from `start` as a byline; None where it is none.

    Without "By" every piece must be a full name, a role, a place or an agency.
    """
    if len(line) - start > 240:
        return None
    by = _words(known.language).by.match(line, start)
    return _read(line, start, by.end() if by else None, known)


def people_of(names: str, known: Known = NOTHING) -> Byline | None:
    """Read `names` as a byline whose "By" stands elsewhere ("Reporting by …"); None where it is none."""
    return _read(names, 0, 0, known) if 0 < len(names) <= 240 else None


def _read(line: str, start: int, by: int | None, known: Known) -> Byline | None:
    """Read what follows `by`, the end of a "By", or the line from `start` where there is none."""
    words = _words(known.language)
    byline = Byline(marked=by is not None)
    for at, piece in _pieces(line, start if by is None else by, words):
        if words.office.fullmatch(piece.strip()) and (
            not byline.names or words.joined.search(line[max(start, at - 12) : at])
        ):
            byline = replace(byline, names=(*byline.names, piece.strip()), role=True)
        else:
            byline = _with_piece(byline, at, piece, known, words)
        if not (byline.clean or byline.marked):
            return None
    if not byline.names and byline.agency is None and not (byline.clean and (byline.marked or byline.role)):
        return None
    if not byline.marked and line[-1] in ".:;?!" and not line.endswith(("Jr.", "Sr.")):
        return None  # a sentence, or the start of one
    return byline if byline.clean or not line.endswith(".") else None


def is_office(name: str, language: str = "en") -> bool:
    """Tell an office that signs in nobody's name ("Agency Staff", "Staff Writer")."""
    return _words(language).office.fullmatch(name.strip()) is not None


def _pieces(line: str, start: int, words: _Words) -> list[tuple[int, str]]:
    """Split at commas, bars, dashes and "and"; keep each piece's place."""
    cuts = [start]
    for mark in (words.pieces, words.and_):
        cuts += [place for found in mark.finditer(line, start) for place in found.span()]
    cuts.append(len(line))
    cuts.sort()
    return [(low, line[low:high]) for low, high in zip(cuts[::2], cuts[1::2], strict=True) if low < high]


def _with_piece(byline: Byline, at: int, piece: str, known: Known, words: _Words) -> Byline:
    if words.helped.match(piece):  # "Reporting by Jane Doe; Editing by John Roe"
        return byline
    for found in _BRACKET.finditer(piece):
        if agency := known.agency(found[1]):
            byline = _signed(byline, agency, (at + found.start(1), at + found.end(1)))
    bare = " ".join(_HANDLE.sub(" ", _BRACKET.sub(" ", piece)).split())
    if (tail := words.tail.search(" " + bare)) and (agency := known.agency(tail[1])):
        place = at + max(piece.find(tail[1]), 0)  # "Jane Doe of The Associated Press"
        byline = _signed(byline, agency, (place, place + len(tail[1])))
    bare = words.by.sub("", words.tail.sub("", " " + bare).strip(), count=1).strip(" :–—-*")
    if bare.casefold() in ("", ".", *words.suffixes, (known.outlet or "").casefold()):
        return byline
    place = at + piece.find(bare.split()[0])
    bare, role = _without_role(bare, words)
    byline = replace(byline, role=byline.role or role)
    named = known.agency if byline.names or byline.marked or role else known.lone_agency
    if agency := named(bare):
        return _signed(byline, agency, (place, place + len(bare)))
    first = bare.split(" ", 1)[0]
    if role and (agency := known.agency(first)):  # "AP White House Correspondent"
        return _signed(byline, agency, (place, place + len(first)))
    if not bare or (role and " " not in bare):  # "Shipping correspondent"
        return byline
    person, agency = _without_agency(bare, known)
    if agency:
        byline = _signed(byline, agency, (place + len(person) + 1, place + len(bare)))
    return _with_person(byline, person, known, words)


def _without_role(bare: str, words: _Words) -> tuple[str, bool]:
    """Cut the office after a name: "Jane Doe Political Editor", "AP Writer"."""
    pieces = bare.split()
    size = len(pieces)
    while pieces and pieces[-1].casefold() in words.roles:
        pieces.pop()
    return " ".join(pieces), len(pieces) < size


def _without_agency(bare: str, known: Known) -> tuple[str, str | None]:
    """Cut an agency set after a name with no comma: "INGRID AUNE Associated Press"."""
    words = bare.split()
    for size in (3, 2, 1):
        if len(words) - size >= 2 and (agency := known.agency(" ".join(words[-size:]))):
            return " ".join(words[:-size]), agency
    return bare, None


def _signed(byline: Byline, agency: str, place: tuple[int, int]) -> Byline:
    return byline if byline.agency else replace(byline, agency=agency, agency_at=place)


def _with_person(byline: Byline, bare: str, known: Known, words: _Words) -> Byline:
    pieces = bare.split()
    placed = is_place(bare, known.language)
    if placed or any(word.casefold() in words.not_names for word in pieces):
        familiar = words.not_names | words.links
        fits = all(word[0].isupper() or word.casefold() in familiar for word in pieces)
        beside = byline.marked or byline.names or byline.role or placed
        return byline if fits and beside else replace(byline, clean=False)
    if _is_name(bare, known, alone=byline.marked and not byline.names):
        name = _without_dot(bare, words)
        return replace(byline, names=(*byline.names, normal_case(name, language=known.language)))
    return replace(byline, clean=False)


def _without_dot(name: str, words: _Words) -> str:
    return name[:-1] if name.endswith(".") and name.split()[-1].casefold() not in words.suffixes else name


def _is_name(bare: str, known: Known, *, alone: bool) -> bool:
    words = bare.split()
    if len(words) > 1 and known.agency(words[0]):
        return False  # "Reuters Marit Solheim on deck" is a caption's beginning
    return (len(words) > 1 or alone) and not bare[-1].isdigit() and _NAME.fullmatch(bare) is not None
