"""Credits: lines that say whose copy an article is, and who else contributed to it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quotes.text.reading.agencies import agency_named, lone_agency
from quotes.text.reading.page.bylines import byline_of

_LONGEST = 400
_SOURCE = re.compile(
    r"(?:news |article |story )?(?:sources?|via|courtesy(?: of)?|from|wire) ?[:：–—-] ?(?P<name>.{2,60})",
    re.I,
)
_RIGHTS = re.compile(
    r"(?:©️?|\(c\)|copyright)(?:[ ,]*(?:©️?|\(c\)))?[ ,]*(?:by )?(?:(?:19|20)\d\d[ ,]*)?(?:by )?(?:the )?"
    r"(?P<name>[^\W\d][^.,;|()©\n]{1,50}?)"
    r"(?: L\.?P\.?| Inc\.?| Ltd\.?| Limited)?(?: (?:19|20)\d\d)?(?=$|[.,;|()]| all rights| via )",
    re.I,
)
_ORIGIN = re.compile(
    r"\(?(?:this (?:article|story|report|copy)|it) (?:was |is )?(?:originally |first )?"
    r"(?:published|appeared|provided|produced|written|distributed|supplied)(?: (?:on|in|by"
    r"|at))? (?:the )?"
    r"(?P<name>[^.,;()\n]{2,40}?)(?: on .{2,30}| and .{2,60})?[.)]*",
    re.I,
)
_MORE = re.compile(
    r"[(–—-]*\s?(?P<name>[A-Z][\w’' -]{1,40}?)[.:,]? (?:more|other) (?:stories|news|articles|reports)"
    r"\b.{0,120}",
    re.I,
)
_REPORTING = re.compile(
    r"[(\[–—-]*\s?(?:reporting|writing|written|compiled|report(?:ed)?|editing|edited"
    r"|translated|translation)(?: and (?:writing|editing))?"
    r"(?: for (?P<desk>[\w .]{2,40}))? by:? (?P<names>[^;()\n]{2,240})",
    re.I,
)
_ADDED = re.compile(
    r"[(\[*–—-]*\s?(?:additional|extra|further|other) (?:reporting|information|material"
    r"|inputs?|writing|sources?)"
    r"(?: (?:by|from|provided by)|:) ?(?P<names>.{2,200})"
    r"|[(\[*–—-]*\s?(?:with|includes|including) (?:(?:additional|some|agency|agencies|wire) )?"
    r"(?:reporting|inputs?|files?|information|material|assistance|contributions?|reports?"
    r"|details)(?: (?:by|from))? ?(?P<more>.{0,200})",
    re.I,
)
_GAVE = re.compile(
    r"[(\[*–—-]*\s?(?P<names>[A-Z][^.;()\n]{1,200}?) (?:also |both )?contributed"
    r"(?: (?:to|reporting|additional|from|in)\b.{0,120})?[.)\]]*"
)
_WITH = re.compile(
    r"[(\[*–—-]+\s?[Ww]ith (?P<names>[^.;()\n]{2,80})[.)\]]*|[Ww]ith (?P<agency>[^.;()\n]{2,30})"
)
_DESK = re.compile(
    r"^(?:[A-Z][\w’'.-]*\s){0,5}(?:(?:staff|special|senior|news)\s)?"
    r"(?:writers?|reporters?|correspondents?|journalists?|researchers?|producers?|photographers?)\s(?=[A-Z])"
)
_LIST = re.compile(r"\s*(?:,? and |,|/|;|&|\+|\|)\s*")
_NOBODY = frozenset(
    (
        *("agencies", "agency", "news agencies", "wire agencies", "other agencies", "international agencies"),
        *("wires", "news wires", "wire services", "wire reports", "news services", "agency inputs"),
        *("staff", "staff writers", "our correspondent"),
    )
)
_PAPER = re.compile(
    r"(?:The )?(?:[A-Z][\w’'-]+ ){1,3}(?:Times|Post|Telegraph|Journal"
    r"|Herald|Tribune|Gazette|Chronicle|Observer)"
    r"|The (?:Guardian|Telegraph|Economist|Times|Conversation|Independent|Atlantic)"
)
_SIGNATURE = re.compile(
    r"(?:(?<=[.!?”\"'’)])|(?<=[.!?”\"'’)]\s))(?:[–—-]{1,2}\s?(?P<dash>[^\W\d_][\w. /-]{1,30})"
    r"|\((?P<bracket>[^()]{2,40})\)|(?<=\s)(?P<plain>[A-Z][\w-]{1,20})"
    r"|/(?P<slash>[A-Z]{2,9})/)\.?$"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """What a credit line says.

    `kind` is "credit" or "contribution". `agency` is the one agency whose copy it is, at
    `place` in the line. `contributors` are the names of those who only added to it, and
    `reporters` the people a "(Reporting by …)" names.
    """

    kind: str
    agency: str | None = None
    place: tuple[int, int] | None = None
    contributors: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()


def credit_of(line: str, agencies: Iterable[str] = ()) -> Credit | None:
    """Read the whole of `line` as a credit line; None where it is none.

    A line that names two agencies says of neither that the copy is its own: it comes back
    without an agency, both as contributors. "Agencies" names nobody.
    """
    if len(line) > _LONGEST:
        return None
    return (
        _contribution(line, agencies)
        or _alone(line, agencies)
        or _sourced(line, agencies)
        or _reporting(line, agencies)
    )


def _contribution(line: str, agencies: Iterable[str]) -> Credit | None:
    for pattern in (_ADDED, _GAVE, _WITH):
        if pattern is _GAVE and "contributed" not in line.casefold():
            continue
        if found := pattern.fullmatch(line):
            groups = found.groupdict()
            names = _names(groups.get("names") or groups.get("more") or groups.get("agency") or "", agencies)
            if pattern is _WITH:
                names = tuple(name for name in names if agency_named(name, agencies))
            if pattern is _GAVE and not any(" " in name or agency_named(name, agencies) for name in names):
                continue  # "She contributed."
            if names or pattern is _ADDED:
                return Credit("contribution", contributors=names)
    return None


def _names(listed: str, agencies: Iterable[str]) -> tuple[str, ...]:
    """Return agencies by their canonical names and people as printed; no names in a sentence."""
    names = []
    for piece in _LIST.split(re.split(r"[.;)\]] ?", listed.strip(" .)]"), maxsplit=1)[0]):
        bare = _DESK.sub("", re.sub(r"^the |\s(?:in|at|from)\s.*$", "", piece.strip(" :*"), flags=re.I))
        if not bare or bare.casefold() in _NOBODY:
            continue
        if agency := agency_named(bare, agencies):
            names.append(agency)
        elif (byline := byline_of("By " + bare)) and byline.names:
            names.extend(byline.names)
        elif any(word[0].islower() for word in bare.split()) or len(bare) > 40:
            return ()
        else:
            names.append(bare)
    return tuple(dict.fromkeys(names))


def _alone(line: str, agencies: Iterable[str]) -> Credit | None:
    if len(line) > 90:
        return None
    bare = line.strip(" ()[]–—-=.*|•©️")
    if agency := lone_agency(bare, agencies):
        start = line.find(bare)
        return Credit("credit", agency, (start, start + len(bare)))
    pieces = [piece for piece in _LIST.split(bare) if piece]
    named = [agency_named(piece, agencies) for piece in pieces]
    if not pieces or any(
        name is None and piece.casefold() not in _NOBODY for name, piece in zip(named, pieces, strict=True)
    ):
        return None
    return Credit("credit", contributors=tuple(name for name in named if name))


def _sourced(line: str, agencies: Iterable[str]) -> Credit | None:
    whole = (pattern.fullmatch(line) for pattern in (_SOURCE, _ORIGIN, _MORE))
    for found in (*whole, _RIGHTS.match(line)):
        if found and (agency := agency_named(found["name"], agencies)):
            return Credit("credit", agency, found.span("name"))
    return None


def _reporting(line: str, agencies: Iterable[str]) -> Credit | None:
    found = _REPORTING.match(line)
    if found is None:
        return None
    byline = byline_of("By " + found["names"].strip(" )."), 0, agencies)
    if byline is None or not (byline.names or byline.agency):
        return None
    first = line.lstrip("([–—- ").casefold()
    reporters = byline.names if first.startswith(("reporting", "report")) else ()
    agency = agency_named(found["desk"] or "", agencies) or (byline.agency if not byline.names else None)
    contributors = tuple(
        name
        for part in re.split(r"[;.] ?", line)[1:]
        if (more := _ADDED.fullmatch(part.strip(" )")))
        for name in _names(more["names"] or more["more"] or "", agencies)
    )
    place = None if agency is None else (max(line.find(found["desk"] or agency), 0), found.end())
    return Credit("credit", agency, place, contributors, reporters)


def paper_of(line: str) -> Credit | None:
    """Read a line below the body that is a newspaper's name and nothing else, by its make."""
    bare = line.strip(" ()[]–—-|•©️")
    if not _PAPER.fullmatch(bare):
        return None
    start = line.find(bare)
    return Credit("credit", bare, (start, start + len(bare)))


def signature_of(line: str, agencies: Iterable[str] = ()) -> tuple[str, int, int] | None:
    """Find an agency signed after a paragraph's last sentence ("… he said. — AFP").

    Returns the agency, the offset where the sentence ends and where the name starts.
    """
    found = _SIGNATURE.search(line)
    if found is None:
        return None
    printed = found["dash"] or found["bracket"] or found["slash"] or found["plain"]
    agency = agency_named(printed, agencies)
    if agency is None:
        return None
    return agency, len(line[: found.start()].rstrip()), line.find(printed, found.start())
