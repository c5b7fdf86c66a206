"""Naming: the key by which two spellings of one source's name are found equal."""

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

# Dropped from the front of a name: they say how polite the writer is, not who is meant.
# Offices written out ("President", "King") stay: "King Charles" is not "Charles".
_POLITE = "mr mrs ms miss mx dr prof sir dame lord lady madam mme mlle herr frau senor senora hon rev"
_OFFICES = "sen rep gov gen lt col capt maj sgt adm amb"
COURTESY = frozenset(f"{_POLITE} {_OFFICES}".split())
_ARTICLES = frozenset({"the", "a", "an"})
_APOSTROPHES = frozenset("'’‘ʼ`´＇")
# Letters with a stroke or a ligature have no decomposition, so a folding needs them named.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})
_OTHER_ASCII = re.compile(r"[^a-z0-9]")
_FOLDED_SCRIPTS = ("LATIN", "GREEK")


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """Return the key of `name`: two names with one key are spellings of one name.

    Case, compatibility forms (NFKC), Latin and Greek diacritics, hyphens, apostrophes, dots and blanks
    make no difference; a leading article and courtesy titles are dropped, initials are joined
    ("J. K. Rowling" is "J.K. Rowling"). Diacritics are folded because agencies drop them ("Erdoğan",
    "Erdogan"); in other scripts the marks are part of the letter and stay. A name of nothing but
    marks or titles keeps what it has; only a blank name has the empty key.
    """
    plain = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    words = _joined_initials(_letters(plain).split())
    while len(words) > 1 and words[0] in _ARTICLES | COURTESY:
        words = words[1:]
    return " ".join(words) or plain


def _letters(plain: str) -> str:
    """Keep letters, digits and their marks, one blank for anything that parts words."""
    if plain.isascii():
        return _OTHER_ASCII.sub(" ", plain.replace("'", "").replace("`", "").replace("&", " and "))
    kept: list[str] = []
    folding = False
    for char in unicodedata.normalize("NFD", plain):
        if unicodedata.combining(char) or unicodedata.category(char).startswith("M"):
            if not folding:
                kept.append(char)
            continue
        folding = unicodedata.name(char, "").startswith(_FOLDED_SCRIPTS)
        if char in _APOSTROPHES:
            continue
        kept.append(" and " if char == "&" else char if char.isalnum() else " ")
    return unicodedata.normalize("NFC", "".join(kept)).translate(_LETTERS)


def _joined_initials(words: list[str]) -> list[str]:
    """Join runs of single letters: "j k rowling" reads "jk rowling", "u s" reads "us"."""
    joined: list[str] = []
    for initials, run in groupby(words, key=lambda word: len(word) == 1 and word.isascii()):
        spelled = list(run)
        joined.extend(["".join(spelled)] if initials else spelled)
    return joined
