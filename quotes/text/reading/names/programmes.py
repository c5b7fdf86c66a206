"""Programmes: titles a broadcaster owns ("BBC Radio 4's The World at One"), without quotation marks."""

from collections.abc import Sequence

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.runs import capital

_LONGEST = 7
_DIGITS = 2


def programme_end(tokens: Sequence[Token], owner: int, words: Lexicon) -> int | None:
    """Return the last token of the programme that the medium ending at `owner` owns, None where it owns none.

    The title begins behind the possessive, holds a word that programmes are called by, and begins with
    no given name: "CNN's Jake Tapper" is a person.
    """
    first = owner + 2
    if first >= len(tokens) or tokens[owner + 1].key != "'s" or not capital(tokens, first):
        return None
    key = tokens[first].key
    if key in words.given_male or key in words.given_female or key in words.titles:
        return None
    last = first
    while last - first < _LONGEST:
        following = _next(tokens, last, words)
        if following is None:
            break
        last = following
    called = words.programme_nouns | words.programme_words
    return last if any(token.key in called for token in tokens[first : last + 1]) else None


def _next(tokens: Sequence[Token], last: int, words: Lexicon) -> int | None:
    """Return the title's next word, over small ones ("at", "of the")."""
    at = last + 1
    while at < len(tokens) and tokens[at].key in words.small and tokens[at].text.islower() and at < last + 3:
        at += 1
    if at >= len(tokens) or tokens[at].key in words.calendar:
        return None
    numbered = tokens[at].text.isdigit() and len(tokens[at].text) <= _DIGITS and at == last + 1
    return at if capital(tokens, at) or numbered else None
