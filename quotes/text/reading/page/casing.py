"""Casing: words printed in capitals, given back in normal case."""

import re
from functools import cache

from quotes.text.reading.agencies import AGENCIES
from quotes.text.reading.lexicon.pages import page_words
from quotes.text.reading.page.lines import word_set

_ACRONYMS = frozenset(
    form for name, forms in AGENCIES.items() for form in (name, *forms) if form.isupper() and form.isalpha()
) | word_set("EPA US UK UN EU UAE USA NATO NASA BBC CNN NBC CBS ABC II III")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LOWER = re.compile(r"\bMa?c(?=[A-Z])")


@cache
def _small(language: str) -> frozenset[str]:
    return word_set(page_words(language)["dateline"]["small"])


def normal_case(printed: str, *, short_forms: bool = False, language: str = "en") -> str:
    """Return `printed` with words in capitals in normal case, known short forms kept.

    "KCNA VIA REUTERS" becomes "KCNA via Reuters", "ST. LOUIS, N.Y." becomes "St. Louis, N.Y.".
    Where only some words are in capitals, only agency names among them change. With
    `short_forms` a name that is one word of up to four letters is one, and stays ("GCIS").
    """
    if any(char.islower() for char in _LOWER.sub("", printed)):
        return _WORD.sub(lambda word: _agency_case(word.group()), printed)
    small = _small(language)
    return _WORD.sub(lambda word: _word_case(printed, word, small, short_forms=short_forms), printed)


def _agency_case(word: str) -> str:
    if not word.isupper() or word in _ACRONYMS:
        return word
    plain = word.capitalize()
    return plain if plain in AGENCIES else word


def _word_case(printed: str, found: re.Match[str], small: frozenset[str], *, short_forms: bool) -> str:
    word = found.group()
    if short_forms and len(word) <= 4 and _by_itself(printed, found):
        return word
    if word in _ACRONYMS or (len(word) <= 4 and not set(word) & set("AEIOUYÀÁÉÈÍÓÖÜ")):
        return "St" if word == "ST" else "Jr" if word == "JR" else "Mt" if word == "MT" else word
    if found.start() and word.lower() in small and printed[found.end() : found.end() + 1] != ".":
        return word.lower()
    return name_case(word)


def _by_itself(printed: str, found: re.Match[str]) -> bool:
    before, after = printed[: found.start()], printed[found.end() :]
    return (not before or before.endswith(("/", "VIA "))) and (not after or after.startswith(("/", " VIA ")))


def name_case(word: str) -> str:
    """Return one word in capitals as a name is written: "O'BRIEN" is "O'Brien", "MCKAY" "McKay"."""
    if len(word) < 2:
        return word
    lower = word[0] + word[1:].lower()  # "McCAIN" is in capitals too
    mark = re.match(r"(Mc|[A-Z]['’])([a-z])(.*)", lower)
    return mark.group(1) + mark.group(2).upper() + mark.group(3) if mark and len(word) > 3 else lower
