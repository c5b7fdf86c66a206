"""Credits: lines that say whose copy an article is, and who else contributed to it."""

import re
from dataclasses import dataclass, replace
from functools import cache

from quotes.text.reading.agencies import PICTURE_AGENCIES
from quotes.text.reading.lexicon.pages import page_words
from quotes.text.reading.page.bylines import people_of
from quotes.text.reading.page.dates import date_words
from quotes.text.reading.page.forms import LONGEST, Forms, alternatives, opening, words_pattern
from quotes.text.reading.page.known import NOTHING, Known
from quotes.text.reading.page.lines import word_set

_LIST = r"\s*(?:,? (?:{and_}) |,|/|;|&|\+|\|)\s*"
_RIGHTS = "©(™"
_FORMS = ("sources", "origins", "reporting", "editing", "added", "gave")
_PIECES = re.compile(r"; |(?<=[\w\"”])[.)] (?=[A-ZÀ-Þ])")
_INITIALS = re.compile(r"(?P<agency>[^\W\d][\w-]{1,20})/[a-z]{2,4}(?:/[a-z]{2,4})?")
_LISTED = re.compile(r"[a-z]{2,4}(?:/[a-z]{2,4}){0,3} \((?P<names>[^()]{2,60})\)")
_PROPER = re.compile(
    r"(?:the )?[A-ZÀ-Þ][^\W\d_]*[\w’'.&-]*(?: (?:of the|of|and|for|the|&|[A-ZÀ-Þ][\w’'.-]*)){0,5}"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """What a credit line says.

    `kind` is "credit" or "contribution". `agency` is the one house whose copy it is, at
    `place` in the line. `contributors` are the names of those who only added to it, and
    `reporters` the people a "(Reporting by …)" names. `sure` is False where the house is
    known by the dress of its line alone.
    """

    kind: str
    agency: str | None = None
    place: tuple[int, int] | None = None
    contributors: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """A language's words of credit lines, compiled."""

    forms: Forms
    rights: re.Pattern[str]
    owning: frozenset[str]
    syndicated: tuple[str, ...]
    with_: re.Pattern[str]
    list_: re.Pattern[str]
    desk: re.Pattern[str]
    cut: re.Pattern[str]
    paper: re.Pattern[str]
    nobody: frozenset[str]
    staff: frozenset[str]
    calendar: frozenset[str]
    sign_off_of: str


@cache
def credit_words(language: str) -> Words:
    """Return the credit words of `language`, compiled once."""
    words = page_words(language)["credit"]
    by, ends = words_pattern(words["rights_by"]), alternatives(words["rights_end"])
    desk, papers = words_pattern(words["journalists"]), words_pattern(words["papers"])
    article = words_pattern(words["article"])
    dates = date_words(language)
    return Words(
        Forms({kind: words[kind] for kind in _FORMS}, stops=True),
        re.compile(
            rf"(?:(?:™ & )?©️?|\(c\)|{alternatives(words['rights'])})(?:[ ,]*(?:©️?|\(c\)))?[ ,]*(?:(?:{by}) )*"
            rf"(?:(?:19|20)\d\d(?P<comma>,)?[ ,]*)?(?:(?:{by}) )*"
            rf"(?P<name>[^\W\d][^.,;|()©·\n]{{1,50}}?)"
            rf"(?=[ ,]*(?:(?:{ends})\b|(?:19|20)\d\d)|\s*$|\s*[.,;|()·])",
            re.IGNORECASE,
        ),
        frozenset(phrase.split()[0] for phrase in words["rights"].split(",")),
        tuple(phrase.strip() for phrase in words["syndicated"].split(",")),
        re.compile(
            rf"[(\[*–—-]*\s?(?:{words['with'].split()[0]}) (?P<names>[^.;()\n]{{2,80}})[.)\]]*",
            re.I,
        ),
        re.compile(_LIST.format(and_=words_pattern(words["and"]))),
        re.compile(
            rf"^(?:[A-Z][\w’'.-]*\s){{0,5}}(?:[a-z]+\s)?(?:{desk})\s(?=[A-Z])",
        ),
        re.compile(rf"^(?:{article}) |\s(?:{words_pattern(words['places'])})\s.*$", re.I),
        re.compile(
            rf"(?:(?i:{article}) )?(?:[A-Z][\w’'-]+ ){{1,3}}(?:{papers})|{alternatives(words['paper_names'])}"
        ),
        _listed(words["nobody"]),
        _listed(words["staff"]),
        frozenset(dates.months) | word_set(page_words(language)["dates"]["weekdays"]),
        words["sign_off_of"],
    )


def _listed(phrases: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in phrases.replace("\n", " ").split(",") if phrase.strip())


def credit_of(line: str, known: Known = NOTHING) -> Credit | None:
    """Read the whole of `line` as a credit line; None where it is none.

    A line that names two agencies says of neither that the copy is its own: it comes back
    without an agency, both as contributors. "Agencies" names nobody.
    """
    if len(line) > LONGEST:
        return None
    words = credit_words(known.language)
    return (
        _formed(line, words, known)
        or _with(line, words, known)
        or _alone(line, words, known)
        or _owned(line, words, known)
    )


def may_credit(line: str, known: Known = NOTHING) -> bool:
    """Tell whether a long line may be a credit line, by one cheap look at its first word."""
    words = credit_words(known.language)
    return line[0] in _RIGHTS or opening(line)[2] in words.owning or words.forms.may_match(line)


def _formed(line: str, words: Words, known: Known) -> Credit | None:
    """Read a line by the forms of the lexicon; several pieces make one sign-off."""
    found = words.forms.match(line)
    if found is None or found[0] in ("reporting", "editing", "added", "gave"):
        signed = _signed_off(line, words, known) if words.forms.may_match(line) else None
        if signed or found is None:
            return signed
    kind, match = found
    if kind in ("sources", "origins"):
        return _sourced(kind, match, words, known)
    if kind == "gave":
        names = _names(match["names"], words, known)
        named = any(" " in name or known.agency(name) for name in names)  # not: "She contributed."
        return Credit("contribution", contributors=names) if named else None
    if kind == "added":
        names = _names(match.groupdict().get("names") or "", words, known)
        return Credit("contribution", contributors=names)
    return _reported(kind, match, known)


def _sourced(kind: str, match: re.Match[str], words: Words, known: Known) -> Credit | None:
    groups = match.groupdict()
    printed = groups["name"].rstrip(" .")
    name = printed.removeprefix("the ")
    start = match.start("name") + len(printed) - len(name)
    agency = known.agency(name)
    if agency is None and kind == "origins" and _is_proper(name, words):
        agency = name
    if agency is None:
        return None
    person = people_of(groups["person"], known) if groups.get("person") else None
    if groups.get("person") and not (person and person.names):
        return None
    return Credit("credit", agency, (start, start + len(name)), reporters=person.names if person else ())


def _is_proper(name: str, words: Words) -> bool:
    return _PROPER.fullmatch(name) is not None and not any(
        word.casefold() in words.calendar for word in name.split()
    )


def _reported(kind: str, match: re.Match[str], known: Known) -> Credit | None:
    groups = match.groupdict()
    byline = people_of(groups["names"].strip(" )."), known)
    if byline is None or not (byline.names or byline.agency) or not byline.clean:
        return None
    desk = known.agency(groups.get("desk") or "")
    agency = desk or (byline.agency if not byline.names else None)
    place = None
    if agency:
        place = match.span("desk") if desk else match.span("names")
    return Credit("credit", agency, place, (), byline.names if kind == "reporting" else ())


def _signed_off(line: str, words: Words, known: Known) -> Credit | None:
    """Read "(Reporting by X; Additional reporting by Y; Editing by Z)", each piece a form.

    Printed so, parted by semicolons, from the reporting to the editing, it is the dress of one house
    even where that is not named.
    """
    start, end, _ = opening(line)
    pieces = [piece.strip(" .)") for piece in _PIECES.split(line[start:end]) if piece.strip(" .)")]
    if len(pieces) < 2:
        return None
    credit, kinds = Credit("credit"), []
    for piece in pieces:
        found = words.forms.match(piece)
        if found is None or found[0] in ("sources", "origins"):
            kinds.append("other")
            continue
        kind, match = found
        read = _reported(kind, match, known) if kind in ("reporting", "editing") else None
        if kind in ("added", "gave"):
            names = _names(match.groupdict().get("names") or "", words, known)
            credit = replace(credit, contributors=(*credit.contributors, *names))
        kinds.append(kind if read or kind in ("added", "gave") else "other")
        if read:
            credit = replace(
                credit, reporters=(*credit.reporters, *read.reporters), agency=credit.agency or read.agency
            )
    if kinds[0] == "other" or set(kinds) <= {"added", "gave", "other"}:
        return None
    if credit.agency is None and _is_dress(line, kinds) and words.sign_off_of:
        credit = replace(credit, agency=words.sign_off_of, sure=False)
    return replace(credit, place=(start, end) if credit.agency else None)


def _is_dress(line: str, kinds: list[str]) -> bool:
    return "; " in line and "other" not in kinds and kinds[0] != "editing" and kinds[-1] == "editing"


def _names(listed: str, words: Words, known: Known) -> tuple[str, ...]:
    """Return agencies by their canonical names and people as printed; no names in a sentence."""
    names: list[str] = []
    for piece in words.list_.split(re.split(r"[.;)\]](?: |$)", listed.strip(" .)]"), maxsplit=1)[0]):
        bare = words.desk.sub("", words.cut.sub("", words.cut.sub("", piece.strip(" :*"))))
        if not bare or bare.casefold() in words.nobody | words.staff:
            continue
        if agency := known.agency(bare):
            names.append(agency)
        elif (byline := people_of(bare, known)) and byline.names:
            names.extend(byline.names)
        elif any(word[0].islower() for word in bare.split()) or len(bare) > 40:
            return ()
        else:
            names.append(bare)
    return tuple(dict.fromkeys(names))


def _with(line: str, words: Words, known: Known) -> Credit | None:
    """Read "With AFP", "(with agencies)": a contribution where agencies follow, and nothing else."""
    found = words.with_.fullmatch(line) if len(line) <= 100 else None
    if found is None:
        return None
    pieces = [words.cut.sub("", piece) for piece in words.list_.split(found["names"].strip()) if piece]
    agencies = [known.agency(piece) for piece in pieces]
    if all(a or p.casefold() in words.nobody | words.staff for a, p in zip(agencies, pieces, strict=True)):
        return Credit("contribution", contributors=tuple(dict.fromkeys(name for name in agencies if name)))
    return None


def _alone(line: str, words: Words, known: Known) -> Credit | None:
    """Read a line of agencies and staff alone: "Reuters", "AAP and staff", "dpa/ab", "jm/ab (AFP, dpa)"."""
    if len(line) > 90 or line.count(" ") > 6:
        return None
    bare = line.strip(" ()[]–—-=.*|•©️")
    if agency := known.lone_agency(bare):
        start = line.find(bare)
        return Credit("credit", agency, (start, start + len(bare)))
    if (found := _INITIALS.fullmatch(bare)) and (agency := known.agency(found["agency"])):
        start = line.find(bare)
        return Credit("credit", agency, (start, start + found.end("agency")))
    listed = _LISTED.fullmatch(line)
    names = listed["names"] if listed else words.cut.sub("", bare)
    return _together([piece for piece in words.list_.split(names) if piece], line, words, known)


def _together(pieces: list[str], line: str, words: Words, known: Known) -> Credit | None:
    kinds = [_sort(piece, words, known) for piece in pieces]
    if not pieces or None in kinds or PICTURE_AGENCIES & set(kinds):
        return None
    agencies = tuple(dict.fromkeys(kind for kind in kinds if kind not in ("nobody", "staff")))
    if len(agencies) == 1 and "nobody" not in kinds:
        start = line.find(pieces[kinds.index(agencies[0])])
        size = len(pieces[kinds.index(agencies[0])])
        return Credit("credit", agencies[0], (start, start + size))
    return Credit("credit", contributors=tuple(agency for agency in agencies if agency))


def _sort(piece: str, words: Words, known: Known) -> str | None:
    """Return the agency a piece names, "nobody" or "staff" ("Guardian staff"), None for any other words."""
    lower = piece.casefold()
    if lower in words.nobody:
        return "nobody"
    if lower in words.staff or (
        len(piece) <= 40 and lower.rpartition(" ")[2] in words.staff and piece[0].isupper()
    ):
        return "staff"
    return known.agency(piece)


def _owned(line: str, words: Words, known: Known) -> Credit | None:
    """Read a copyright: of any agency; of a paper where another printed it or it was sold on."""
    found = words.rights.match(line) if line[:1] in _RIGHTS or opening(line)[2] in words.owning else None
    if found is None:
        return None
    agency = known.agency(found["name"])
    if agency is None and _is_paper(found["name"], words):
        sold = found["comma"] or any(phrase in line.casefold() for phrase in words.syndicated)
        if sold or (known.outlet and not known.is_outlet(found["name"])):
            agency = found["name"]
            start = found.start("name")
            if line[max(start - 4, 0) : start].casefold() == "the ":
                agency = line[start - 4 : start] + agency
    if agency is None:
        return None
    person = people_of(line[found.end() :].strip(" ·|."), known) if "·" in line[found.end() :] else None
    return Credit("credit", agency, found.span("name"), reporters=person.names if person else ())


def _is_paper(name: str, words: Words) -> bool:
    return words.paper.fullmatch(name) is not None or words.paper.fullmatch(f"The {name}") is not None


def paper_of(line: str, known: Known = NOTHING) -> Credit | None:
    """Read a line below the body that is a newspaper's name and nothing else, by its make."""
    if len(line) > 60:
        return None
    bare = line.strip(" ()[]–—-|•©️")
    if not credit_words(known.language).paper.fullmatch(bare):
        return None
    start = line.find(bare)
    return Credit("credit", bare, (start, start + len(bare)))
