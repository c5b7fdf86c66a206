"""Frames: the reporter's sentences, each quotation standing in them as one token."""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter

from quotes.text.reading.lexicon import Lexicon, lexicon
from quotes.text.reading.marking.marks import Passage
from quotes.text.reading.marking.spelling import key_of, token_pattern
from quotes.text.reading.types import Page
from quotes.text.spans import Span

_PARTY_AND_STATE = re.compile(r"[A-Z]-[A-Z][a-z]{0,4}")  # "Sen. Joe Marchetti, D-W.Va."
_ENDING = frozenset(".!?…。！？")
# How far behind a quotation's "?" a reporting verb may stand.
_REACH = 8
# A sentence is cut after so many tokens, so that no text without full stops costs more than its length.
_LONGEST = 250
# A dateline ends with a dash within so many tokens of the first sentences.
_DATELINE, _DATELINE_SENTENCES = 18, 2
_QUOTE = ""  # the key of a quotation, and of nothing else
_DASHES = frozenset({"—", "–", "-", "--"})
# Words are read once and remembered: so many of them, none longer than a name.
_REMEMBERED, _WORD = 16_384, 40


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """One piece of a frame: a word, a punctuation mark or a whole quotation; its place is the sentence's.

    `key` is the text case-folded, with straight apostrophes; `length` is counted in code points, marks and
    all. `is_capital` and `is_small` tell a word by its first letter; `is_bound` says that no blank parts it
    from the token before. `passage` is the number of the quotation. Equal words share one token.
    """

    text: str
    key: str
    length: int
    is_word: bool = False
    is_capital: bool = False
    is_small: bool = False
    is_bound: bool = False
    is_quote: bool = False
    passage: int = -1

    @property
    def is_mark(self) -> bool:
        """Tell a punctuation mark."""
        return not (self.is_word or self.is_quote)


_keys = attrgetter("key")


@dataclass(slots=True)
class Sentence:
    """One sentence of the reporter, with its quotations; `block` numbers its paragraph.

    `starts` are the offsets of its tokens in the text, `keys` their keys, to be looked through before any
    token is; `quotes` are the places of the quotations among them.
    """

    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    block: int
    keys: tuple[str, ...] = field(init=False, repr=False, compare=False)
    quotes: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        keys = tuple(map(_keys, self.tokens))
        quotes = [place for place, key in enumerate(keys) if key == _QUOTE] if _QUOTE in keys else ()
        self.keys, self.quotes = keys, tuple(quotes)

    @property
    def span(self) -> Span:
        """Where the sentence stands in the text."""
        return self.span_of(0, len(self.tokens) - 1)

    def span_of(self, first: int, last: int) -> Span:
        """Return where the tokens `first` to `last` stand in the text."""
        return Span(self.starts[first], self.starts[last] + self.tokens[last].length)

    def behind(self, place: int) -> "Sentence | None":
        """Return what follows the token at `place`, None where nothing does."""
        tokens, starts = self.tokens[place + 1 :], self.starts[place + 1 :]
        return Sentence(tokens, starts, self.block) if tokens else None


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
        outers = [(number, passages[number].outer) for number in inside]
        tokens, starts = _tokens(text, Span(start, end), outers, words.language)
        splitter = _Splitter(text, passages, words)
        for first, after in splitter.split(tokens):
            sentences.append(Sentence(tuple(tokens[first:after]), tuple(starts[first:after]), block))
        place += 1
        block += 1
    return sentences


def _tokens(
    text: str, area: Span, quotes: list[tuple[int, Span]], language: str
) -> tuple[list[Token], list[int]]:
    """Return the tokens of `area` and where each starts."""
    tokens: list[Token] = []
    starts: list[int] = []
    start = area.start
    for number, outer in quotes:
        _add_plain(text, Span(start, max(start, outer.start)), tokens, starts, language)
        tokens.append(Token("", _QUOTE, len(outer), is_quote=True, passage=number))
        starts.append(outer.start)
        start = max(start, outer.end)
    _add_plain(text, Span(start, max(start, area.end)), tokens, starts, language)
    return tokens, starts


def _add_plain(text: str, area: Span, tokens: list[Token], starts: list[int], language: str) -> None:
    """Add the tokens of words outside quotations, blank by blank: no token holds a blank."""
    start, spelled = area.start, _spelled(language)
    for piece in area.of(text).split(" "):
        found, offsets = spelled[piece]
        tokens += found
        if offsets is _AT_START:
            starts.append(start)
        else:
            starts += [start + offset for offset in offsets]
        start += len(piece) + 1


# The tokens of a piece of text, and the offset of each in it; of most, one token at its start.
_Piece = tuple[tuple[Token, ...], tuple[int, ...]]
_AT_START = (0,)


class _Spelled(dict[str, _Piece]):
    """The tokens of the pieces of text met so far, in one language."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, piece: str) -> _Piece:
        found = _spell(piece, self.language)
        if len(piece) <= _WORD:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[piece] = found
        return found


_spelled = cache(_Spelled)


def _spell(piece: str, language: str) -> _Piece:
    """Return the tokens of a piece of text and their offsets."""
    roles = lexicon(language).roles
    tokens: list[Token] = []
    offsets: list[int] = []
    upto = -1
    for match in token_pattern(language).finditer(piece):
        word = match.group()
        key = sys.intern(key_of(word, roles))
        is_word = len(word) > 1 or word.isalnum()
        is_capital, is_small = is_word and word[0].isupper(), is_word and word[0].islower()
        is_bound = match.start() == upto
        tokens.append(Token(word, key, len(word), is_word, is_capital, is_small, is_bound))
        offsets.append(match.start())
        upto = match.end()
    return tuple(tokens), _AT_START if offsets == [0] else tuple(offsets)


class _Splitter:
    """Cuts a block's tokens into sentences."""

    def __init__(self, text: str, passages: Sequence[Passage], words: Lexicon) -> None:
        self.text = text
        self.passages = passages
        self.words = words

    def split(self, tokens: list[Token]) -> list[tuple[int, int]]:
        """Return the first token of each sentence and the one after its last."""
        parts: list[tuple[int, int]] = []
        start = 0
        for place, token in enumerate(tokens):
            if token.is_word and place - start < _LONGEST:
                continue
            if self._ends(tokens, place) or place - start >= _LONGEST:
                parts.append((start, place + 1))
                start = place + 1
        if start < len(tokens):
            parts.append((start, len(tokens)))
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
        if before is None or not before.is_word or not tokens[place].is_bound:
            return False
        if before.key in self.words.abbreviations or _PARTY_AND_STATE.fullmatch(before.text):
            return True
        return (len(before.text) == 1 and before.text.isupper()) or self._joins(tokens, place)

    def _joins(self, tokens: list[Token], place: int) -> bool:
        """Tell the full stop within a name ("Krym.Realii") or number from one whose blank was left out."""
        before, following = tokens[place - 1], tokens[place + 1]
        if before.text[-1].isdigit() and following.is_bound and following.text[0].isdigit():
            return True
        named = before.text[0].isupper() and following.is_word and following.is_bound
        return named and following.key not in self.words.function

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
            rest = sentence.behind(dash)
            return [*([rest] if rest else []), *kept[number + 1 :]]
    return kept
