"""News agencies: their canonical names, the forms they are printed in, and rules for the rest.

The names are those of lexicon/agencies.toml.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from quotes.text.reading.lexicon.tables import table_of

_FILE = Path(__file__).parent / "lexicon" / "agencies.toml"


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, listed.split(","))))


_TABLE = table_of(_FILE)
# canonical name: other printed forms. The canonical name is the short one where papers use it.
AGENCIES: dict[str, tuple[str, ...]] = {
    name: _phrases(_TABLE["agencies"][name]) for name in _TABLE["agencies"]
}
PICTURE_AGENCIES = frozenset(_phrases(_TABLE["pictures"]["names"]))
_SLUGS = dict(_TABLE["slugs"])
_SYNDICATES = {
    form.casefold(): name
    for name in _TABLE["syndicates"]
    for form in (name, *_phrases(_TABLE["syndicates"][name]))
}

_LONGEST = 60
_REMEMBERED = 8_192  # names recur, within an article and from one to the next
_TRIM = " \t\xa0()[]{}*.,;:|/–—-\"'“”‘’"
_GENERAL = re.compile(
    r"(?:[A-Z][\w.&’'-]*\s){1,4}(?:of\s[A-Z]\w+\s)?"
    r"(?:News\s?Agency|Press\s?Agency|News\s?Service|Wire\s?Service|Newswires?|Presse?-?Agentur)"
    r"|(?:News|Press)\sAgency\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?",
)
_LONE_PRESS = re.compile(r"(?:The\s)?[A-Z][\w’'-]+\s(?:Press|Presse|Prensa|Wire)")


def _index() -> dict[str, str]:
    return {form.casefold(): name for name, forms in AGENCIES.items() for form in (name, *forms)}


_FORMS = _index()
# Those printed in small letters wherever they stand.
SMALL_AGENCIES = frozenset(name for name in AGENCIES if name.islower())
_EXACT = {form for name, forms in AGENCIES.items() for form in (name, *forms)}


def _bare(text: str) -> str:
    printed = " ".join(text.split())
    bare = printed if printed in _EXACT else printed.strip(_TRIM)  # "A.P." keeps its dots
    first, _, rest = bare.partition(" ")
    return rest if first.casefold() == "the" and rest else bare


def _listed(bare: str) -> str | None:
    name = _FORMS.get(bare.casefold()) or _FORMS.get(f"the {bare.casefold()}")
    if name is None:
        return None
    # "map", "Trend is" and "Sana" are ordinary words: short forms count only as printed or in capitals.
    if bare in _EXACT or bare.isupper() or len(bare) >= 6:
        return name
    return None


def agency_of_slug(slug: str) -> str | None:
    """Return the agency a dateline's short form stands for, where it is no agency's name elsewhere."""
    return _SLUGS.get(slug)


@lru_cache(maxsize=8)
def _further(agencies: tuple[str, ...]) -> dict[str, str]:
    return {_bare(name).casefold(): name for name in reversed(agencies)}


def syndicate_named(text: str) -> str | None:
    """Return the canonical name of the house `text` names, if others print its copy with a credit."""
    return _SYNDICATES.get(_bare(text).casefold()) or _SYNDICATES.get(f"the {_bare(text).casefold()}")


def agency_named(text: str, agencies: Iterable[str] = ()) -> str | None:
    """Return the canonical name of the agency that `text` is the name of, else None.

    `text` is the name alone ("(AP)", "REUTERS", "the Associated Press"), not a sentence.
    Case counts only for forms under six letters that are not in capitals. `agencies` are
    further names the caller knows; they win. Names not listed pass by their make
    ("Maravi News Agency") and come back as printed.
    """
    return None if len(text) > 2 * _LONGEST else _named(text, tuple(agencies))


@lru_cache(maxsize=_REMEMBERED)
def _named(text: str, agencies: tuple[str, ...]) -> str | None:
    bare = _bare(text)
    if not bare or len(bare) > _LONGEST:
        return None
    if agencies and (name := _further(tuple(agencies)).get(bare.casefold())):
        return name
    if listed := _listed(bare):
        return listed
    return _general(bare)


def _general(bare: str) -> str | None:
    shown = bare.title() if bare.isupper() else bare
    return shown if _GENERAL.fullmatch(shown) else None


def printed_form(agency: str, text: str) -> str:
    """Return the longest form of the agency's name that `text` prints, where it never prints the usual one.

    Returns `agency` itself where the text prints it, or none of its forms.
    """
    forms = AGENCIES.get(agency)
    if not forms or _is_printed(agency, text):
        return agency
    return max((form for form in forms if _is_printed(form, text)), key=len, default=agency)


def _is_printed(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def lone_agency(line: str, agencies: Iterable[str] = ()) -> str | None:
    """Return the agency a whole line names, by the looser rule that fits a line of its own.

    Where nothing else stands on the line, "Maravi Press" is an agency too. Picture agencies
    are left out.
    """
    name = agency_named(line, agencies)
    if name is None and len(line) <= _LONGEST:
        bare = " ".join(line.strip(_TRIM).split())
        name = bare if _LONE_PRESS.fullmatch(bare) else None
    return None if name in PICTURE_AGENCIES else name
