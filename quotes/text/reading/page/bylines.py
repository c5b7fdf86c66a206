"""Bylines: who wrote the article, in the many ways houses print it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from quotes.text.reading.agencies import agency_named, lone_agency
from quotes.text.reading.page.casing import normal_case
from quotes.text.reading.page.lines import word_set
from quotes.text.reading.page.places import is_place

_BY = re.compile(
    r"(?:(?:written|words|text|story|report(?:ed|ing)?|posted|published|analysis) )?by:?[ \xa0]+"
    r"|(?:authors?|reporters?|writers?|byline): ?",
    re.IGNORECASE,
)
_PIECES = re.compile(r"(?:, (?=and )|[|•·;,/]| [–—-]{1,2} |\t)\s*")
_AND = re.compile(r"(?:^|\s)(?:and|&|with)\s+", re.IGNORECASE)
_TAIL = re.compile(r"\s(?:in|at|for|of|from|on|reporting)\s.*$")
_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]")
_HANDLE = re.compile(r"\S+@\S+|(?<!\S)@\w+|https?://\S+")
_NAME = re.compile(
    r"(?:[A-ZÀ-ÞŠŽČĆŁŞİ][\w.’'‘-]*)"
    r"(?: (?:(?:de|del|de la|la|van|van der|von|der|den|ter|al|el|bin|bint|ibn|abu|da|di|dos|du|le|y|e) )?"
    r"(?:[A-ZÀ-ÞŠŽČĆŁŞİ][\w.’'‘-]*|al-[A-ZÀ-Þ]\w+|el-[A-ZÀ-Þ]\w+|d[’'][A-Z]\w+)){0,4}"
)
_SUFFIX = word_set("jr jr. sr sr. ii iii iv")
_ROLES = word_set(
    """
    staff reporter reporters writer writers correspondent correspondents editor editors editorial
    bureau desk team newsroom agencies agency wires wire services service contributor
    contributors columnist producer freelance anchor journalist analyst intern chief senior deputy
    political foreign diplomatic economics special
    """
)
_NOT_NAMES = word_set(
    """
    news times post today herald journal tribune gazette guardian daily weekly press media network
    magazine radio tv television online digital business world politics sport opinion analysis
    culture lifestyle science technology tech health economy asia africa europe america americas
    middle east pacific international national local latest breaking video photos newsletter
    subscribe share the a an our author board minutes min read comments monday tuesday wednesday
    thursday friday saturday sunday january february march july august september october november
    december south united states republic more about affairs sign follow also
    """
)
_LINKS = word_set("for of in at to and on from with by")
# An office that signs where nobody is named: kept as printed, though it is nobody who could say "I".
_OFFICE = re.compile(
    r"(?:our |from )?(?:agency|agencies|wire|staff|news|own|special|editorial)[ -]"
    r"(?:staff|writers?|reporters?|correspondents?|desk|team|bureau|agencies|services?)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:\b(?:and|with)|&)\s+$", re.IGNORECASE)


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


def byline_of(
    line: str, start: int = 0, agencies: Iterable[str] = (), outlet: str | None = None
) -> Byline | None:
    """Read `line` from `start` as a byline; None where it is none.

    Without "By" every piece must be a full name, a role, a place or an agency.
    """
    if len(line) - start > 240:
        return None
    by = _BY.match(line, start)
    byline = Byline(marked=by is not None)
    for at, piece in _pieces(line, by.end() if by else start):
        if is_office(piece) and (not byline.names or _JOINED.search(line, start, at)):
            byline = replace(byline, names=(*byline.names, piece.strip()), role=True)
        else:
            byline = _with_piece(byline, at, piece, agencies, outlet)
    if not byline.names and byline.agency is None and not (byline.clean and (by or byline.role)):
        return None
    if not byline.marked and line[-1] in ".:;?!" and not line.endswith(("Jr.", "Sr.")):
        return None  # a sentence, or the start of one
    return byline if byline.clean or (byline.marked and not line.endswith(".")) else None


def is_office(name: str) -> bool:
    """Tell an office that signs in nobody's name ("Agency Staff", "Staff Writer")."""
    return _OFFICE.fullmatch(name.strip()) is not None


def _pieces(line: str, start: int) -> list[tuple[int, str]]:
    """Split at commas, bars, dashes and "and"; keep each piece's place."""
    cuts = [start]
    for mark in (_PIECES, _AND):
        cuts += [place for found in mark.finditer(line, start) for place in found.span()]
    cuts.append(len(line))
    cuts.sort()
    return [(low, line[low:high]) for low, high in zip(cuts[::2], cuts[1::2], strict=True) if low < high]


def _with_piece(byline: Byline, at: int, piece: str, agencies: Iterable[str], outlet: str | None) -> Byline:
    for found in _BRACKET.finditer(piece):
        if agency := agency_named(found[1], agencies):
            byline = _signed(byline, agency, (at + found.start(1), at + found.end(1)))
    bare = _HANDLE.sub(" ", _BRACKET.sub(" ", piece))
    bare = _BY.sub("", _TAIL.sub("", " " + " ".join(bare.split())).strip(), count=1).strip(" :–—-*")
    if bare.casefold() in ("", ".", *_SUFFIX, (outlet or "").casefold()):
        return byline
    place = at + piece.find(bare.split()[0])
    bare, role = _without_role(bare)
    byline = replace(byline, role=byline.role or role)
    if agency := (agency_named if byline.names or byline.marked or role else lone_agency)(bare, agencies):
        return _signed(byline, agency, (place, place + len(bare)))
    first = bare.split(" ", 1)[0]
    if role and (agency := agency_named(first, agencies)):  # "AP White House Correspondent"
        return _signed(byline, agency, (place, place + len(first)))
    if not bare or (role and " " not in bare):  # "Shipping correspondent"
        return byline
    person, agency = _without_agency(bare, agencies)
    if agency:
        byline = _signed(byline, agency, (place + len(person) + 1, place + len(bare)))
    return _with_person(byline, person)


def _without_role(bare: str) -> tuple[str, bool]:
    """Cut the office after a name: "Jane Doe Political Editor", "AP Writer"."""
    words = bare.split()
    while words and words[-1].casefold() in _ROLES:
        words.pop()
    return " ".join(words), len(words) < len(bare.split())


def _without_agency(bare: str, agencies: Iterable[str]) -> tuple[str, str | None]:
    """Cut an agency set after a name with no comma: "INGRID AUNE Associated Press"."""
    words = bare.split()
    for size in (3, 2, 1):
        if len(words) - size >= 2 and (agency := agency_named(" ".join(words[-size:]), agencies)):
            return " ".join(words[:-size]), agency
    return bare, None


def _signed(byline: Byline, agency: str, place: tuple[int, int]) -> Byline:
    return byline if byline.agency else replace(byline, agency=agency, agency_at=place)


def _with_person(byline: Byline, bare: str) -> Byline:
    words = bare.split()
    if is_place(bare) or any(word.casefold() in _NOT_NAMES | _ROLES for word in words):
        known = all(word[0].isupper() or word.casefold() in _NOT_NAMES | _ROLES | _LINKS for word in words)
        return (
            byline
            if known and (byline.marked or byline.names or byline.role or is_place(bare))
            else replace(byline, clean=False)
        )
    if _is_name(bare, alone=byline.marked and not byline.names):
        return replace(byline, names=(*byline.names, normal_case(_without_dot(bare))))
    return replace(byline, clean=False)


def _without_dot(name: str) -> str:
    return name[:-1] if name.endswith(".") and name.split()[-1].casefold() not in _SUFFIX else name


def _is_name(bare: str, *, alone: bool) -> bool:
    words = bare.split()
    if len(words) > 1 and agency_named(words[0]):
        return False  # "Reuters Marit Solheim on deck" is a caption's beginning
    return (len(words) > 1 or alone) and not bare[-1].isdigit() and _NAME.fullmatch(bare) is not None
