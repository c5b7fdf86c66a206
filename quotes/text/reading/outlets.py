"""Outlets: whether two names are those of one house, given in full, short, or as a sender's slug.

A short form takes the first letters of each word of the name, in order: "NYT", "wash-post", "nytimes.com".
What such letters do not show stands in lexicon/outlets.toml. An outlet's own edition ("POLITICO Magazine",
"Politico Massachusetts") is the outlet.
"""

from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from pathlib import Path

from quotes.text.naming import name_key
from quotes.text.reading.lexicon.tables import table_of

_FILE = Path(__file__).parent / "lexicon" / "outlets.toml"
_ENDINGS = (" com", " org", " net", " co uk")
_SHORTEST, _LONGEST = 2, 60


@lru_cache(maxsize=4096)
def same_outlet(one: str, other: str, places: AbstractSet[str] = frozenset()) -> bool:
    """Tell whether `one` and `other` name one outlet.

    `places` are the case-folded names of places, which may follow an outlet's name for its local edition.
    """
    first, second = _key(one), _key(other)
    if not first or not second:
        return False
    if first == second or _house(first) == _house(second):
        return True
    if _is_short(first, second) or _is_short(second, first):
        return True
    return _is_edition(first, second, places) or _is_edition(second, first, places)


def _key(name: str) -> str:
    key = name_key(name)
    for ending in _ENDINGS:
        key = key.removesuffix(ending)
    return key


@cache
def _houses() -> dict[str, str]:
    listed = table_of(_FILE)["outlets"]
    return {name_key(form): name_key(name) for name in listed for form in (name, *listed[name].split(","))}


@cache
def _editions() -> frozenset[str]:
    return frozenset(table_of(_FILE)["editions"]["words"].split())


def _house(key: str) -> str:
    return _houses().get(key, key)


def _is_edition(house: str, key: str, places: AbstractSet[str]) -> bool:
    """Tell the outlet's name with a word for a part of it, or a place, behind it."""
    rest = key.removeprefix(f"{house} ")
    return rest != key and (rest in _editions() or rest in places)


def _is_short(short: str, name: str) -> bool:
    """Tell whether `short` is made of the first letters of every word of `name`, in order.

    Each word gives one letter at least. The set of places that the letters may have reached goes from
    word to word, so that the work is bounded by the length of the one times that of the other.
    """
    words, letters = _house(name).split(), short.replace(" ", "")
    if len(words) < _SHORTEST or not _SHORTEST <= len(letters) <= min(_LONGEST, len("".join(words))):
        return False
    reached = {0}
    for word in words:
        reached = {start + taken for start in reached for taken in _shared(word, letters[start:])}
    return len(letters) in reached


def _shared(word: str, letters: str) -> range:
    """Return how many first letters the word may give to `letters`: one up to all they have in common."""
    same = 0
    for one, other in zip(word, letters, strict=False):
        if one != other:
            break
        same += 1
    return range(1, same + 1)
