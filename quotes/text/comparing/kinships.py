"""Kinships of words: how near two English words are in meaning, and which are opposites.

The data is ours, derived from WordNet 3.0 and the Moby Thesaurus II by `python -m tests.kinships`; the file
opens with the notice WordNet's licence asks for. It holds seven parts, each after its length in four bytes:
notice, words, irregular forms, opposites, how many kin each word has further down the list, their numbers,
and the grade of each in hundredths (numbers as low bytes, then high bytes). Words are in the spelling of
quotes.text.comparing.spelling. Nearness only ranks and proposes; nothing is decided by it alone.
"""

import lzma
import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

PATH = Path(__file__).with_name("kinships.xz")
_ENDINGS = (
    ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""),
    ("ing", "e"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Kinships:
    number: dict[str, int]
    irregular: dict[str, str]
    opposites: frozenset[str]
    ends: Sequence[int]
    kindred: Sequence[int]
    grades: bytes


def known(word: str) -> bool:
    """Tell whether anything is on record about a word, or words of a phrase with one blank between."""
    return word in _kinships().number


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """Return the word on record that `word` (a token's text) is a form of, else `word` itself."""
    kin = _kinships()
    irregular = kin.irregular.get(word)
    if irregular is not None:
        return irregular
    if word in kin.number and not word.endswith(("s", "ed", "ing")):
        return word
    return next(filter(known, _roots(word)), word)


def _roots(word: str) -> list[str]:
    roots = []
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            root = word.removesuffix(ending) + instead
            roots.append(root)
            if not instead and root[-2:-1] == root[-1]:
                roots.append(root[:-1])
    return roots


@lru_cache(maxsize=262144)
def nearness(one: str, other: str) -> float:
    """Return how near two lemmas are in meaning: 1.0 if equal, 0.0 if nothing is known to tie them."""
    if one == other:
        return 1.0
    kin = _kinships()
    a, b = kin.number.get(one), kin.number.get(other)
    if a is None or b is None:
        return 0.0
    first, second = min(a, b), max(a, b)
    start = kin.ends[first - 1] if first else 0
    at = bisect_left(kin.kindred, second, start, kin.ends[first])
    return kin.grades[at] / 100 if at < kin.ends[first] and kin.kindred[at] == second else 0.0


def opposed(one: str, other: str) -> bool:
    """Tell whether two lemmas are antonyms."""
    return f"{min(one, other)}/{max(one, other)}" in _kinships().opposites


@lru_cache(maxsize=1)
def _kinships() -> _Kinships:
    blob = lzma.decompress(PATH.read_bytes())
    parts, at = [], 0
    while at < len(blob):
        size = int.from_bytes(blob[at : at + 4], "big")
        parts.append(blob[at + 4 : at + 4 + size])
        at += 4 + size
    _, words, irregular, opposites, counts, kindred, grades = parts
    return _Kinships(
        number={word: i for i, word in enumerate(words.decode().split("\n"))},
        irregular=dict(line.split() for line in irregular.decode().splitlines()),
        opposites=frozenset(opposites.decode().splitlines()),
        ends=array("L", accumulate(_numbers(counts))),
        kindred=_numbers(kindred),
        grades=grades,
    )


def _numbers(planes: bytes) -> Sequence[int]:
    half = len(planes) // 2
    paired = bytearray(len(planes))
    paired[0::2], paired[1::2] = planes[:half], planes[half:]
    numbers = array("H", bytes(paired))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
