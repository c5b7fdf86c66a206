"""Frames: the reporter's sentences, each quotation standing in them as one token."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.marks import Passage
from quotes.text.reading.types import Page
from quotes.text.spans import Span

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # initials: U.S.
    r"|['’]s\b"  # the possessive, a token of its own
    r"|\w+(?:[-‑]\w+|['’](?!s\b)\w+|&(?=[A-Z])\w+)*"
    r"|[^\s\w]"
)
_PARTY_AND_STATE = re.compile(r"[A-Z]-[A-Z][a-z]{0,4}")  # "Sen. Joe Marchetti, D-W.Va."
_ENDING = frozenset(".!?…。！？")
# How far behind a quotation's "?" a reporting verb may stand.
_REACH = 8
# A sentence is cut after so many tokens, so that no text without full stops costs more than its length.
_LONGEST = 250
# A dateline ends with a dash within so many tokens of the first sentences.
_DATELINE, _DATELINE_SENTENCES = 18, 2
_DASHES = frozenset({"—", "–", "-", "--"})


class Token(NamedTuple):
    """One piece of a frame: a word, a punctuation mark or a whole quotation.

    `key` is the text case-folded, with straight apostrophes; `passage` the number of the quotation.
    """

    start: int
    end: int
    text: str
    key: str
    is_word: bool = False
    is_quote: bool = False
    passage: int = -1

    @property
    def is_mark(self) -> bool:
        """Tell a punctuation mark."""
        return not (self.is_word or self.is_quote)


# Makes a token of its seven parts; a named tuple's own constructor takes twice as long.
_token = partial(tuple.__new__, Token)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the reporter, with its quotations; `block` numbers its paragraph."""

    tokens: tuple[Token, ...]
    block: int

    @property
    def span(self) -> Span:
        """Where the sentence stands in the text."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def quotes(self) -> list[int]:
        """Places of the quotations among the tokens."""
        return [place for place, token in enumerate(self.tokens) if token.is_quote]


def frames(
    text: str, paragraphs: Sequence[Span], passages: Sequence[Passage], words: Lexicon
) -> list[Sentence]:
    """Return the sentences of `paragraphs` in order.

    Paragraphs that one quotation runs through are one block, so that the cue behind its end is
    found. A full stop inside a quotation ends the sentence where a new one plainly begins behind it.
    """
    sentences: list[Sentence] = []
    upcoming = 0
    place = 0
    block = 0
    while place < len(paragraphs):
        start, end = paragraphs[place].start, paragraphs[place].end
        inside: list[int] = []
        while upcoming < len(passages) and passages[upcoming].outer.start < end:
            outer = passages[upcoming].outer
            inside.append(upcoming)
            while outer.end > end and place + 1 < len(paragraphs):
                place += 1
                end = max(end, paragraphs[place].end)
            upcoming += 1
        tokens = _tokens(text, Span(start, end), [(number, passages[number].outer) for number in inside])
        splitter = _Splitter(text, passages, words)
        sentences.extend(Sentence(part, block) for part in splitter.split(tokens))
        place += 1
        block += 1
    return sentences


def _tokens(text: str, area: Span, quotes: list[tuple[int, Span]]) -> list[Token]:
    tokens: list[Token] = []
    start = area.start
    for number, outer in quotes:
        tokens.extend(_plain(text, start, outer.start))
        tokens.append(Token(outer.start, outer.end, "", "", is_quote=True, passage=number))
        start = max(start, outer.end)
    tokens.extend(_plain(text, start, area.end))
    return tokens


def _plain(text: str, start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, max(start, end)):
        word = match.group()
        key = word.casefold()
        if "’" in key:
            key = key.replace("’", "'")
        is_word = len(word) > 1 or word.isalnum()
        tokens.append(_token((match.start(), match.end(), word, key, is_word, False, -1)))
    return tokens


class _Splitter:
    """Cuts a block's tokens into sentences."""

    def __init__(self, text: str, passages: Sequence[Passage], words: Lexicon) -> None:
        self.text = text
        self.passages = passages
        self.words = words

    def split(self, tokens: list[Token]) -> list[tuple[Token, ...]]:
        parts: list[tuple[Token, ...]] = []
        start = 0
        for place, token in enumerate(tokens):
            if token.is_word and place - start < _LONGEST:
                continue
            if self._ends(tokens, place) or place - start >= _LONGEST:
                parts.append(tuple(tokens[start : place + 1]))
                start = place + 1
        if start < len(tokens):
            parts.append(tuple(tokens[start:]))
        return parts

    def _ends(self, tokens: list[Token], place: int) -> bool:
        token = tokens[place]
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if following is None:
            return True
        if token.is_quote:
            return self._quote_ends(tokens, place, following)
        if token.text not in _ENDING:
            return False
        if following.is_mark and following.text in ")]’'\"”.!?…":
            return False
        if token.text == "." and self._abbreviates(tokens, place):
            return False
        return following.is_quote or not following.text[:1].islower()

    def _abbreviates(self, tokens: list[Token], place: int) -> bool:
        """Tell whether the full stop at `place` belongs to the word before it."""
        before = tokens[place - 1] if place else None
        if before is None or not before.is_word or before.end != tokens[place].start:
            return False
        if before.key in self.words.abbreviations or _PARTY_AND_STATE.fullmatch(before.text):
            return True
        return len(before.text) == 1 and before.text.isupper()

    def _quote_ends(self, tokens: list[Token], place: int, following: Token) -> bool:
        inner = self.passages[tokens[place].passage].inner.of(self.text).rstrip()
        last = inner.rstrip("'’”\"»")[-1:]
        if last not in _ENDING:
            return False
        if following.is_mark:
            return False
        if following.is_quote:
            return True
        if following.text[:1].islower():
            return False
        return last in ".。…" or not self._cue_follows(tokens, place)

    def _cue_follows(self, tokens: list[Token], place: int) -> bool:
        """Tell whether a reporting verb stands close behind, before any mark."""
        for token in tokens[place + 1 : place + 1 + _REACH]:
            if not token.is_word and token.text != ".":
                return False
            if token.key in self.words.strong:
                return True
        return False


def without_dateline(sentences: Sequence[Sentence], page: Page) -> list[Sentence]:
    """Take "SEOUL, Aug. 14 (Reuters) —" off the first sentence: it is about no place and by no agency."""
    if page.dateline is None or not sentences:
        return list(sentences)
    kept = list(sentences)
    for number, sentence in enumerate(kept[:_DATELINE_SENTENCES]):
        dash = next(
            (place for place, token in enumerate(sentence.tokens[:_DATELINE]) if token.text in _DASHES), None
        )
        if dash is not None and not any(token.is_quote for token in sentence.tokens[:dash]):
            rest = sentence.tokens[dash + 1 :]
            return [*([Sentence(rest, sentence.block)] if rest else []), *kept[number + 1 :]]
    return kept
