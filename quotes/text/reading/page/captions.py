"""Captions: lines under pictures, told by the picture's credit."""

import re
from dataclasses import dataclass

from quotes.text.reading.agencies import AGENCIES
from quotes.text.reading.page.casing import normal_case

_KIND = (
    r"(?:pictures?|photographers?|photos?|photographs?|images?|pics?|foto|file (?:photo|picture|image)"
    r"|graphics?|illustration"
    r"|video|screenshot)"
)
_CREDIT = r"(?P<credit>[^\s:.][^:\n]{1,80}?)"
_ENDS = re.compile(
    rf"(?:^|[.!?”\"')\]]\s|\s[|–—-]+\s|[(\[])(?:{_KIND}(?:/video)?(?: ?credits?"
    rf"| ?courtesy(?: of)?| ?by)?|credits?)"
    rf"\s?[:：/|]\s?{_CREDIT}[.)\]]*$",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"[(\[]?\b{_KIND}\s(?:credits?\s)?(?:by|courtesy of|courtesy|via)\s{_CREDIT}[.)\]]*$", re.IGNORECASE
)
_WIRE = "|".join(
    re.escape(form)
    for form in sorted(
        {
            form
            for name, forms in AGENCIES.items()
            for form in (name, name.upper(), *forms, *map(str.upper, forms))
        },
        key=len,
        reverse=True,
    )
)
_NAMED = re.compile(
    rf"(?:[(\[]|(?:^|[.!?”\"')\]]\s|\s[|©–—-]\s?))(?P<credit>(?:©\s?)?(?:{_WIRE}|EPA|NurPhoto"
    rf"|Sipa|Shutterstock|iStock|Alamy)"
    r"(?:(?:\s?/\s?|\svia\s|\sVIA\s|\s(?=Photo|PHOTO))[^/:()\n]{2,40}){1,4})[.)\]]*$"
)
_BARRED = re.compile(rf"[.!?”\"')]\s?(?:\||©)\s?(?P<credit>(?:{_WIRE})(?:\s[\w .]{{2,40}})?)$")
_LABELLED = re.compile(
    r"(?:file (?:photo|picture|image|pic)|(?:photo|picture|image|caption|image caption)\s?:|\[?photo/)",
    re.IGNORECASE,
)
_BARE_CREDIT = re.compile(r"(?:Getty(?: Images)?|GETTY(?: IMAGES)?)(?:/[\w .]{2,30})?\.?")
_KINDS = ("pic", "photo", "image", "foto", "graphic", "illustration", "video", "screenshot", "credit")
_LONGEST = 400
_REACH = 130  # a credit stands in the last characters of its line


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption: the picture's credit in normal case (None where it has none).

    `alone` tells that the line is the credit and nothing else.
    """

    credit: str | None
    alone: bool = False


def caption_of(line: str) -> Caption | None:
    """Read `line` as a picture's caption, or its credit alone; None where it is neither.

    Known by a credit at its end ("… Picture: KCNA VIA REUTERS", "(AP Photo/Jane Doe)",
    "REUTERS/John Roe/File Photo") or by "FILE PHOTO:" and the like at its start.
    """
    if len(line) > _LONGEST:
        return None
    for pattern in _patterns(line[-_REACH:].casefold()):
        found = pattern.search(line, max(0, len(line) - _REACH))
        if found and (credit := _credit(found["credit"])):
            return Caption(credit, alone=found.start() == 0)
    if _BARE_CREDIT.fullmatch(line):
        return Caption(normal_case(line.rstrip(".")), alone=True)
    return Caption(None) if _LABELLED.match(line) else None


def _patterns(end: str) -> list[re.Pattern[str]]:
    """Return the patterns worth trying on a line that ends so: each needs marks or words."""
    pictured = any(kind in end for kind in _KINDS)
    barred, slashed, passed = "|" in end, "/" in end, "via" in end
    worth = (
        (_ENDS, pictured and (slashed or barred or ":" in end or "：" in end)),
        (_BY, pictured and (passed or "by" in end or "courtesy" in end)),
        (_NAMED, slashed or passed or "photo" in end),
        (_BARRED, barred or "©" in end),
    )
    return [pattern for pattern, tried in worth if tried]


def _credit(printed: str) -> str | None:
    """Return the credit in normal case, None where the words after the mark are a sentence."""
    credit = printed.strip(" ©.,|–—-")
    words = credit.split()
    if not words or len(words) > 9 or any(word.islower() and word not in _JOINERS for word in words):
        return None
    return normal_case(credit, short_forms=True)


_JOINERS = frozenset(
    ("via", "and", "for", "of", "the", "by", "on", "de", "from", "dpa", "handout", "file", "photo", "pool")
)
