"""The normal form of printed words, with a map back to the original code points."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from quotes.text.spans import Span

NORMAL_FORM_VERSION = 1
"""Raise whenever `normal_form` answers differently for any text: stored forms are then stale."""

_BREAK = "…"
_APOSTROPHES = "'’ʼ‘`´＇"
_WITHOUT_APOSTROPHES = dict.fromkeys(map(ord, _APOSTROPHES))
_DASHES = "-‐‑‒–—―−"
_ABBREVIATIONS = "mr mrs ms dr prof sen rep gov gen lt col sgt st jr sr vs no inc"
_SHORTENED = frozenset(_ABBREVIATIONS.split())
# Plain runs are folded at once; a letter before a sign beyond ASCII goes with it: a mark may follow.
_RUN = re.compile(r"[\x00-\x7f]+(?![^\x00-\x7f])|[\x00-\x7f]?[^\x00-\x7f]+")
_TOKEN = re.compile(
    rf"""(?P<cut>\.(?:\s?\.)+)                        # ... or . . . (NFKC spells out the one sign)
      | (?P<number>\d+(?:[.,⁄]\d+)*[^\W_]*)          # 10,000 and 3.5m and 20th are one word
      | (?P<initials>(?<!\w)(?:[^\W\d_]\.){{2,}})    # U.S.
      | (?P<han>[\u3040-\u30ff\u3400-\u9fff])        # written without spaces: each sign a word
      | (?P<word>[^\W_](?:[^\W_\u3040-\u30ff\u3400-\u9fff]|[{_APOSTROPHES}](?=[^\W\d_]))*)
      | (?P<sign>[$€£¥₩%&])
      | (?P<bracket>[\[\]])
      | (?P<stop>[.!?]|\n\s*\n)
      | (?P<dash>[{_DASHES}]+)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word in normal form, with the code points of the original it stands for.

    `inserted`: it stood in square brackets, so an editor put it there. `closes`: a
    sentence ends after it.
    """

    text: str
    span: Span
    inserted: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Normalised:
    """The words of an original, in order, and where the printing admits a cut.

    `cuts` holds each index of `words` before which an ellipsis stands: 0 is a cut before
    the first word, len(words) one after the last. `trails` tells that the text ends in a
    dash, so the speaker or the printing broke off.
    """

    original: str
    words: tuple[Word, ...]
    cuts: frozenset[int] = frozenset()
    trails: bool = False

    def __hash__(self) -> int:
        """Return a hash of the original alone: all the rest follows from it."""
        return hash(self.original)

    def segments(self) -> tuple[tuple[Word, ...], ...]:
        """Return the stretches of words that no ellipsis divides; none is empty."""
        bounds = [0, *sorted(self.cuts), len(self.words)]
        pieces = (self.words[i:j] for i, j in pairwise(bounds))
        return tuple(piece for piece in pieces if piece)

    @property
    def form(self) -> str:
        """Return the stable string of the words: see `normal_form`."""
        return f" {_BREAK} ".join(" ".join(map(_marked, segment)) for segment in self.segments())


def _marked(word: Word) -> str:
    return f"[{word.text}]" if word.inserted else word.text


def normal_form(text: str) -> str:
    """Return the words of `text`, and nothing of its typography, as one stable string.

    Words are NFKC, case-folded, without apostrophes, joined by one space; " … " stands for
    an ellipsis between words and [ ] round each word an editor put in. Quotation marks,
    dashes, punctuation and cuts at either end leave no trace. Empty where `text` has no word.
    """
    return normalise(text).form


@lru_cache(maxsize=8192)
def normalise(text: str) -> Normalised:
    """Split `text` into words in normal form, each with its span in `text`."""
    plain, origins = _folded(text)
    reader = _Reader(text, origins)
    for match in _TOKEN.finditer(plain):
        reader.take(match)
    return reader.normalised()


def _folded(text: str) -> tuple[str, list[int]]:
    """Return NFKC case-folded text and, for each of its code points, where its sign starts in `text`.

    One more offset follows the last: the length of `text`.
    """
    plain: list[str] = []
    origins: list[int] = []
    for run in _RUN.finditer(text):
        if run.group().isascii():
            plain.append(run.group().lower())
            origins.extend(range(run.start(), run.end()))
            continue
        for start, sign in _signs(run.group()):
            folded = _folded_sign(sign)
            plain.append(folded)
            origins.extend([run.start() + start] * len(folded))
    return "".join(plain), [*origins, len(text)]


@lru_cache(maxsize=4096)
def _folded_sign(sign: str) -> str:
    if unicodedata.category(sign[0]) == "Cf":
        return ""  # zero-width and direction marks are no part of any word
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", sign).casefold())
    return f" {folded}" if "⁄" in folded else folded  # 2½ is no 21⁄2


def _signs(text: str) -> list[tuple[int, str]]:
    """Return each base character with the marks that combine with it, and where it starts."""
    starts = [i for i, char in enumerate(text) if i == 0 or not _combines(char)]
    return [(i, text[i:j]) for i, j in zip(starts, [*starts[1:], len(text)], strict=True)]


def _combines(char: str) -> bool:
    return bool(unicodedata.combining(char)) or "\u1160" <= char <= "\u11ff"


class _Reader:
    """Collects words from tokens; lives for one text."""

    def __init__(self, text: str, origins: list[int]) -> None:
        self._text = text
        self._origins = origins
        self._words: list[Word] = []
        self._cuts: set[int] = set()
        self._inside = False
        self._trails = False

    def take(self, match: re.Match[str]) -> None:
        """Add one token."""
        kind, printed = match.lastgroup, match.group()
        self._trails = kind == "dash" or (self._trails and kind == "stop")
        if kind == "cut":
            self._cuts.add(len(self._words))
        elif kind == "bracket":
            self._inside = printed == "["
        elif kind == "stop":
            self._close()
        elif kind != "dash":
            self._words.append(Word(_spelt(kind, printed), self._span(match), self._inside))

    def _close(self) -> None:
        if self._words and self._words[-1].text not in _SHORTENED:
            last = self._words[-1]
            self._words[-1] = Word(last.text, last.span, last.inserted, closes=True)

    def _span(self, match: re.Match[str]) -> Span:
        start = self._origins[match.start()]
        end = self._origins[match.end()]
        # Signs left out of the folded text (zero-width) do not belong to the word before them.
        while end > start + 1 and unicodedata.category(self._text[end - 1]) == "Cf":
            end -= 1
        return Span(start, max(end, start + 1))

    def normalised(self) -> Normalised:
        """Return what was read."""
        return Normalised(self._text, tuple(self._words), frozenset(self._cuts), self._trails)


def _spelt(kind: str | None, printed: str) -> str:
    if kind == "initials":
        return printed.replace(".", "")
    if kind == "number":
        return re.sub(r",(?=\d{3}(?!\d))", "", printed)
    return printed.translate(_WITHOUT_APOSTROPHES)
