"""What the index holds of a text: its normal form, and the keys two printings of the same words share.

Method: every run of three words, and unordered pairs of content words one or two content words apart; the
pairs survive a changed word, the runs find fragments. A word's hash is computed once; a key is the upper
half of a sum of word hashes, multiplied by the word's place in a run and plain in a pair.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

import xxhash

from quotes.text.comparing.content import is_content, stem
from quotes.text.comparing.normalising import Normalised, normalise
from quotes.text.comparing.plain import plain_words
from quotes.text.comparing.tokens import Token, tokens

KEYS_VERSION = 2
"""Raise whenever `keys` answers differently for any text: the stored index is then stale."""

MINIMUM_WORDS = 3
_MOST_KEYS = 4096
_BITS = 32
_MODULUS = 2**64
_HALF = 2 ** (_BITS - 1)


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


def _keys(words: int, segments: Iterator[Sequence[str]] | list[Sequence[str]]) -> tuple[int, ...]:
    if words < MINIMUM_WORDS:
        return ()
    sums = dict.fromkeys(chain.from_iterable(map(_sums, segments)))
    found = {(total % _MODULUS >> _BITS) - _HALF for total in list(sums)[:_MOST_KEYS]}
    return tuple(sorted(found))


def _sums(segment: Sequence[str]) -> list[int]:
    hashed = [_hashes(text) for text in segment]
    runs = [a[0] + 3 * b[0] + 7 * c[0] for a, b, c in zip(hashed, hashed[1:], hashed[2:], strict=False)]
    content = [one[1] for one in hashed if one[1]]
    pairs = chain(pairwise(content), zip(content, content[2:], strict=False))
    return runs + [one + other for one, other in pairs if one != other]


@lru_cache(maxsize=65536)
def _hashes(token: str) -> tuple[int, int]:
    """Return a token's hash within runs, and its stem's within pairs: 0 for a word without matter."""
    run = xxhash.xxh3_64_intdigest(token.encode(), KEYS_VERSION)
    pair = xxhash.xxh3_64_intdigest(stem(token).encode(), ~KEYS_VERSION % _MODULUS)
    return run, pair if is_content(token) else 0


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
