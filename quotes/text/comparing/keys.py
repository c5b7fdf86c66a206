"""What the index holds of a text: its normal form, and the keys two printings of the same words share.

Method: every run of three words, and unordered pairs of content words one or two content words apart; the
pairs survive a changed word, the runs find fragments. A word's hash is computed once; a key is the sum of
its words' hashes, weighted by their places in a run and plain in a pair.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import xxhash

from quotes.text.comparing.content import is_content, stem
from quotes.text.comparing.normalising import Normalised, normalise
from quotes.text.comparing.plain import plain_words
from quotes.text.comparing.tokens import Token, tokens

KEYS_VERSION = 2
"""Raise whenever `keys` answers differently for any text: the stored index is then stale."""

MINIMUM_WORDS = 3
_MOST_KEYS = 4096
_MASK = 2**32 - 1
_HALF = 2**31


@dataclass(frozen=True, slots=True)
class Form:
    """A text as the index holds it: its normal form, that form's length in words, and its keys."""

    normal: str
    words: int
    keys: tuple[int, ...]


def form(text: str) -> Form:
    """Read `text` for the index: `normal` is `normal_form(text)`, `keys` is `keys(text)`."""
    plain = plain_words(text)
    if plain is not None:
        return Form(" ".join(plain.normal), len(plain.normal), _keys(len(plain.normal), [plain.tokens]))
    normalised = normalise(text)
    words = len(normalised.words)
    return Form(normalised.form, words, _keys(words, _segments(normalised)))


def keys(text: str) -> tuple[int, ...]:
    """Return the index keys of `text`, sorted, each a signed 32-bit integer, none twice.

    Empty for fewer than three words: such wordings are found by equality only. A very long text gives
    4,096 keys, those of the runs at its start first. Chance makes two different runs or pairs share a key
    once in four thousand million times; one key in common proves nothing anyway.
    """
    return form(text).keys


def _keys(words: int, segments: Iterable[Sequence[str]]) -> tuple[int, ...]:
    if words < MINIMUM_WORDS:
        return ()
    found = [key for segment in segments for key in _in_order(segment)]
    if len(found) > _MOST_KEYS:
        found = list(dict.fromkeys(found))[:_MOST_KEYS]
    return tuple(sorted(set(found)))


def _in_order(segment: Sequence[str]) -> list[int]:
    """Return the keys of a segment's runs in reading order, then those of its pairs."""
    hashed = list(map(_hashes, segment))
    first, second, third, content = zip(*hashed, strict=True) if hashed else ((), (), (), ())
    near = list(filter(None, content))
    runs = zip(first, second[1:], third[2:], strict=False)
    pairs = [*pairwise(near), *zip(near, near[2:], strict=False)]
    return [((a + b + c) & _MASK) - _HALF for a, b, c in runs] + [
        ((one + other) & _MASK) - _HALF for one, other in pairs if one != other
    ]


@lru_cache(maxsize=131072)
def _hashes(token: str) -> tuple[int, int, int, int]:
    """Return a token's hash in the three places of a run, and its stem's in a pair: 0 without matter."""
    run = xxhash.xxh32_intdigest(token.encode(), KEYS_VERSION)
    pair = xxhash.xxh32_intdigest(stem(token).encode(), ~KEYS_VERSION & _MASK)
    return run, 3 * run, 7 * run, pair if is_content(token) else 0


def _segments(normalised: Normalised) -> Iterator[Sequence[str]]:
    """Yield each segment with its bracketed insertions and, where it has any, without them."""
    every = tokens(normalised)
    bounds = [0, *sorted(normalised.cuts), len(normalised.words)]
    for start, end in pairwise(bounds):
        segment = [token for token in every if start <= token.first < end]
        yield _texts(segment)
        if any(token.inserted for token in segment):
            yield _texts([token for token in segment if not token.inserted])


def _texts(segment: Sequence[Token]) -> list[str]:
    return [token.text for token in segment]
