"""Plain text read for the index in one pass: the words alone, without their places.

Says of a text's words what `normalise` and `tokens` say, many times as fast, for most texts: those without
brackets, ellipses and letters beyond ASCII. A property test holds the two together.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from quotes.text.comparing import numerals
from quotes.text.comparing.spelling import expanded
from quotes.text.comparing.tokens import settled

_AS_ASCII = {
    **dict.fromkeys(map(ord, "’‘`"), "'"),
    **dict.fromkeys(map(ord, "“”„«»"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "\xa0\u2009\u202f"), " "),
}
_NOT_PLAIN = re.compile(r"[^\x00-\x7f]|[\[\]]|\.\s?\.")
_WORD = re.compile(r"\d+(?:[.,]\d+)*[a-z0-9]*|(?<!\w)(?:[a-z]\.){2,}|[a-z0-9](?:[a-z0-9]|'(?=[a-z]))*|[$%&]")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")


class Words(NamedTuple):
    """The words of a text in normal form, and the texts of its tokens."""

    normal: Sequence[str]
    tokens: Sequence[str]


class _Read(NamedTuple):
    """One printed word: its normal form, its tokens, and whether its neighbours may change them."""

    word: str
    tokens: tuple[str, ...]
    joins: bool


def plain_words(text: str) -> Words | None:
    """Return the words of `text`; None where it is not plain, so that `normalise` must read it."""
    if not text.isascii():
        text = text.translate(_AS_ASCII)
    if _NOT_PLAIN.search(text):
        return None
    read = list(map(_read, _WORD.findall(text.lower())))
    words = [one[0] for one in read]
    for one in read:
        if one[2]:
            return Words(words, _joined(words, read))
    return Words(words, [token for one in read for token in one[1]])


@lru_cache(maxsize=131072)
def _read(printed: str) -> _Read:
    if printed.endswith("."):
        word = printed.replace(".", "")
    elif printed[0].isdigit():
        word = _THOUSANDS.sub("", printed).replace("'", "")
    else:
        word = printed.replace("'", "")
    parts = expanded(word, printed)
    found = parts if len(parts) > 1 else (settled(parts[0]),)
    return _Read(word, found, word in {"$", "per"} or numerals.number([word], 0) is not None)


def _joined(words: Sequence[str], read: Sequence[_Read]) -> list[str]:
    """Return the tokens where some words may write one number together."""
    found: list[str] = []
    at = 0
    while at < len(words):
        sign = words[at] == "$"
        number = numerals.number(words, at + sign)
        if number is not None:
            found += [number[0], "dollar"] if sign else [number[0]]
            at += sign + number[1]
        elif words[at] == "per" and words[at + 1 : at + 2] == ["cent"]:
            found.append("percent")
            at += 2
        else:
            found += read[at].tokens
            at += 1
    return found
