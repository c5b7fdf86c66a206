"""Keys that two articles share where they print the same run of words.

Method: winnowing (Schleimer, Wilkerson and Aiken 2003). Of the hashes of every WINDOW neighbouring runs of
RUN words the least is kept, so that any RUN + WINDOW - 1 of the reporter's own words in a row that two
articles print leave at least one key in common, and only two runs in WINDOW + 1 are stored. No run reaches
over a quotation: another paper may leave it out.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

import xxhash

from quotes.text.copying.story import Story

KEYS_VERSION = 1
"""Raise whenever `keys_of` answers differently for any story: the stored index is then stale."""

RUN = 5
WINDOW = 8
MOST_KEYS = 2048  # of a very long text, the first ones
_HALF = 2**31


@dataclass(frozen=True, slots=True)
class Keys:
    """A story's keys in reading order: `keys[i]`, a signed 32-bit integer, is of the run at word `at[i]`."""

    keys: tuple[int, ...]
    at: tuple[int, ...]

    def background(self, old: Collection[int]) -> frozenset[int]:
        """Return the words that older stories print too, when `old` are the keys those have.

        From the first to the last of two or more neighbouring keys that are old: one may be chance.
        """
        known = set(old)
        found: set[int] = set()
        for is_old, group in groupby(range(len(self.keys)), lambda place: self.keys[place] in known):
            places = list(group)
            if is_old and len(places) > 1:
                found.update(range(self.at[places[0]], self.at[places[-1]] + RUN))
        return frozenset(found)


def keys_of(story: Story) -> Keys:
    """Return the keys of a story's own words."""
    hashed = list(_hashes(story))
    last = len(hashed) - 1
    kept: list[tuple[int, int]] = []
    least = -1
    for place, (key, _) in enumerate(hashed):
        if least < 0 or key <= hashed[least][0]:
            least = place
        elif least <= place - WINDOW:
            window = range(place, place - WINDOW, -1)  # of equals the last
            least = min(window, key=lambda at: hashed[at][0])
        whole = place >= WINDOW - 1 or place == last
        if whole and (not kept or kept[-1] != hashed[least]):
            kept.append(hashed[least])
        if len(kept) == MOST_KEYS:
            break
    return Keys(tuple(key for key, _ in kept), tuple(at for _, at in kept))


def _hashes(story: Story) -> Iterator[tuple[int, int]]:
    """Yield the hash and the place of every run of own words that no quotation interrupts."""
    unbroken = 0
    for place, own in enumerate(story.own):
        unbroken = unbroken + 1 if own else 0
        if unbroken >= RUN:
            first = place + 1 - RUN
            run = " ".join(story.words[first : place + 1])
            yield xxhash.xxh32_intdigest(run.encode(), KEYS_VERSION) - _HALF, first
