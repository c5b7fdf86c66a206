"""Index keys of a wording: what two printings of the same words share, however cut.

Method: every run of three words, and unordered pairs of content words one or two content
words apart; the pairs survive a changed word, the runs find fragments.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

from quotes.text.comparing.content import is_content, stem
from quotes.text.comparing.normalising import Normalised, normalise
from quotes.text.comparing.tokens import Token, tokens

KEYS_VERSION = 1
"""Raise whenever `keys` answers differently for any text: the stored index is then stale."""

MINIMUM_WORDS = 3
_RUN = 3
_MOST_KEYS = 4096


def keys(text: str) -> tuple[int, ...]:
    """Return the index keys of `text`, sorted, each a signed 64-bit integer, none twice.

    Empty for fewer than three words: such wordings are found by equality only. A very long
    text gives its first 4,096 keys in reading order.
    """
    normalised = normalise(text)
    if len(normalised.words) < MINIMUM_WORDS:
        return ()
    found: dict[str, None] = {}
    for segment in _segments(normalised):
        for name in _names(segment):
            found[name] = None
            if len(found) >= _MOST_KEYS:
                break
    return tuple(sorted({_hashed(name) for name in found}))


def _segments(normalised: Normalised) -> Iterator[Sequence[Token]]:
    """Yield each segment with its bracketed insertions and, where it has any, without them."""
    every = tokens(normalised)
    bounds = [0, *sorted(normalised.cuts), len(normalised.words)]
    for start, end in pairwise(bounds):
        segment = [token for token in every if start <= token.first < end]
        yield segment
        if any(token.inserted for token in segment):
            yield [token for token in segment if not token.inserted]


def _names(segment: Sequence[Token]) -> Iterator[str]:
    texts = [token.text for token in segment]
    for i in range(len(texts) - _RUN + 1):
        yield " ".join(texts[i : i + _RUN])
    content = [stem(text) for text in texts if is_content(text)]
    for distance in (1, 2):
        yield from _pairs(zip(content, content[distance:], strict=False))


def _pairs(neighbours: Iterable[tuple[str, str]]) -> Iterator[str]:
    for one, other in neighbours:
        if one != other:
            yield "+".join(sorted((one, other)))


@lru_cache(maxsize=65536)
def _hashed(name: str) -> int:
    digest = blake2b(f"{KEYS_VERSION}:{name}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
