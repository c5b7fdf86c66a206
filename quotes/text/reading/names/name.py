"""Name: one printed name of a sentence, and the words that stand before it."""

from collections.abc import Sequence
from typing import NamedTuple

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.types import SourceKind

_LOOK_BACK = 4


class Name(NamedTuple):
    """One printed name: tokens `first` to `last` of its sentence are the bare name.

    `start` is the first token of everything that belongs to it (titles, modifiers). `kind` is None for
    a lone word that may be a person's surname. `roles` are the titles it is printed with; `state` marks
    "state media KCNA", "the official Xinhua".
    """

    text: str
    kind: SourceKind | None
    start: int
    first: int
    last: int
    roles: tuple[str, ...] = ()
    state: bool = False
    offices: tuple[str, ...] = ()


def printed(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return the words as printed, blanks made one."""
    if first == last:
        return tokens[first].text
    words = [token.text if token.is_bound else " " + token.text for token in tokens[first + 1 : last + 1]]
    return "".join((tokens[first].text, *words))


def is_title(key: str, words: Lexicon) -> bool:
    """Tell a title, also one with a prefix ("vice-minister", "ex-president")."""
    return key in words.titles or ("-" in key and key.rpartition("-")[2] in words.titles)


def left_edge(tokens: Sequence[Token], first: int, words: Lexicon) -> int:
    """Return the first token of the titles and modifiers that stand before a name."""
    place = first
    while place > 0 and tokens[place - 1].is_word:
        key = tokens[place - 1].key
        if key not in words.name_leads and not is_title(key, words):
            break
        place -= 1
    return place


def is_state(tokens: Sequence[Token], first: int, words: Lexicon) -> bool:
    """Tell a name that a word such as "state" or "official" stands close before."""
    return any(token.key in words.state_words for token in tokens[max(0, first - _LOOK_BACK) : first])
