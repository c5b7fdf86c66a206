"""Settings: the words for the place or medium of a saying, kept beside the chain and never a hop."""

from collections.abc import Sequence

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Sentence, Token
from quotes.text.spans import Span

_OPENING = frozenset({"told", "telling", "by", "in", "at", "during", "on", "to"})


def settings_of(sentence: Sentence, words: Lexicon) -> Span | None:
    """Return the words for the place or medium of the saying ("in a statement", "told reporters")."""
    if _OPENING.isdisjoint(sentence.keys):
        return None
    tokens = sentence.tokens
    for place, key in enumerate(sentence.keys):
        if key not in _OPENING:
            continue
        end = None
        if key in ("told", "telling"):
            end = _audience(tokens, place, words)
        elif key == "to":
            end = (
                _audience(tokens, place, words) if place and sentence.keys[place - 1] in words.talks else None
            )
        elif key == "by":
            end = place + 1 if _key(tokens, place + 1) in words.lines else None
        elif _is_planned(sentence, place):
            continue
        elif _key(tokens, place + 1) not in ("the", "that"):  # "in the interview": the one spoken of
            end = _occasion(tokens, place, words)
        if end is not None:
            return sentence.span_of(place, end)
    return None


def _is_planned(sentence: Sentence, place: int) -> bool:
    """Tell "would be named at a meeting": where something is to be done, not where words were said."""
    return place > 1 and sentence.keys[place - 2] == "be"


def _key(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].key if place < len(tokens) else ""


def _audience(tokens: Sequence[Token], place: int, words: Lexicon) -> int | None:
    if _key(tokens, place + 1) == "us":
        return place + 1
    for at in range(place + 1, min(place + 5, len(tokens))):
        if tokens[at].key in words.audiences or tokens[at].key in words.gatherings:
            return at
        if tokens[at].key == "this" and _key(tokens, at + 1) in words.definite_media:
            return at + 1
        if not tokens[at].is_word:
            return None
    return None


def _occasion(tokens: Sequence[Token], place: int, words: Lexicon) -> int | None:
    if place + 1 < len(tokens) and tokens[place + 1].key in words.platforms:
        return place + 1
    for at in range(place + 1, min(place + 6, len(tokens))):
        if not tokens[at].is_word:
            return None
        if tokens[at].key in words.setting_nouns:
            return at
    return None
