"""Tokens: words with spelling, numerals and contractions settled, as comparing and indexing see them."""

from dataclasses import dataclass
from functools import lru_cache

from quotes.text.comparing import numerals
from quotes.text.comparing.normalising import Normalised, Word
from quotes.text.comparing.spelling import expanded, spelling

_CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₩": "won"}
_SINGULAR = {"dollars": "dollar", "euros": "euro", "pounds": "pound", "bucks": "dollar"}
_SIGNS = {"%": "percent", "&": "and"}


@dataclass(frozen=True, slots=True)
class Token:
    """One compared word and the words it stands for: `words[first:last]` of the normalised text.

    `numeric`: it is a number in figures. `contracted`: it shares its printed word with a
    neighbour ("don't" is two tokens). `inserted` is as in Word.
    """

    text: str
    first: int
    last: int
    numeric: bool = False
    contracted: bool = False
    inserted: bool = False


@lru_cache(maxsize=8192)
def tokens(normalised: Normalised) -> tuple[Token, ...]:
    """Return the tokens of a text, in order; every word is covered by at least one."""
    words = normalised.words
    texts = [word.text for word in words]
    found: list[Token] = []
    at = 0
    while at < len(words):
        taken = _number(words, texts, at) or _percent(texts, at) or _word(normalised, at)
        found.extend(taken)
        at = taken[-1].last
    return tuple(found)


def _number(words: tuple[Word, ...], texts: list[str], at: int) -> list[Token] | None:
    """Read a number, with the currency sign before it put after it, where the word for it stands."""
    sign = _CURRENCIES.get(texts[at])
    start = at + 1 if sign else at
    answer = numerals.number(texts, start)
    if answer is None:
        return None
    figures, used = answer
    end, inserted = start + used, words[start].inserted
    value = Token(figures, start, end, numeric=True, inserted=inserted)
    return [value, Token(sign, at, end, inserted=inserted)] if sign else [value]


def _percent(texts: list[str], at: int) -> list[Token] | None:
    if texts[at : at + 2] == ["per", "cent"]:
        return [Token("percent", at, at + 2)]
    return None


def _word(normalised: Normalised, at: int) -> list[Token]:
    word = normalised.words[at]
    parts = expanded(word.text, word.span.of(normalised.original))
    if len(parts) > 1:
        return [Token(part, at, at + 1, contracted=True, inserted=word.inserted) for part in parts]
    return [Token(settled(parts[0]), at, at + 1, inserted=word.inserted)]


@lru_cache(maxsize=16384)
def settled(word: str) -> str:
    """Return the one text of a word that signs, currencies, ordinals and spellings write in several ways."""
    settled = _SIGNS.get(word) or _CURRENCIES.get(word) or _SINGULAR.get(word) or numerals.ordinal(word)
    return settled or spelling(word)
