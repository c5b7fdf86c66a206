"""Spelling: how a language's words are cut into tokens."""

import re
from functools import cache

from quotes.text.reading.lexicon import lexicon

_INITIALS = r"(?:[A-Za-z]\.){2,}"  # U.S.
_POSSESSIVE = r"['’]s\b"  # a token of its own
_MARK = r"[^\s\w]"


@cache
def token_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of one token: initials, a possessive, a word, or a mark.

    An elided word keeps its apostrophe and stands by itself ("l’" of "l’agence"), as does a pronoun bound to
    a verb ("-t-elle" of "a-t-elle").
    """
    words = lexicon(language)
    elided = "".join(rf"|\b(?:{'|'.join(sorted(words.elided))})['’](?=\w)" for _ in range(bool(words.elided)))
    bound = rf"(?:t[-‑])?(?:{'|'.join(sorted(words.enclitics))})\b" if words.enclitics else ""
    enclitic, unbound = (rf"|[-‑]{bound}", rf"(?!{bound})") if bound else ("", "")
    word = rf"\w+(?:[-‑]{unbound}\w+|['’](?!s\b)\w+|&(?=[A-Z])\w+)*"
    return re.compile(
        f"{_INITIALS}|{_POSSESSIVE}{elided}{enclitic}|{word}|{_MARK}", re.IGNORECASE if elided else 0
    )


def key_of(word: str, roles: dict[str, str]) -> str:
    """Return the key of a token: case-folded, with straight apostrophes, its role where it plays one.

    A pronoun bound to a verb is bare.
    """
    key = word.casefold()
    if "’" in key:
        key = key.replace("’", "'")
    if not roles:
        return key
    if len(key) > 1 and key[0] in "-‑":
        key = key[1:].removeprefix("t-")
    return roles.get(key, key)
