"""Party: somebody in a sentence who can speak."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.sources import MEDIA, Source
from quotes.text.reading.types import SourceKind

_APOSTROPHES = frozenset({"'s", "'", "’"})


# The key of a pronoun that only the verb's ending tells ("«…», añadió").
DROPPED = "dropped"


class Form(Enum):
    """How a party is printed."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOUN = "noun"


class Party(NamedTuple):
    """Somebody who may speak: tokens `first` to `last`; `head` is the token of the deciding word.

    `sources` are the named sources it may mean (none for pronouns and nouns); `phrase` is the
    printed phrase without its article.
    """

    form: Form
    first: int
    last: int
    head: int
    phrase: str
    key: str
    sources: tuple[Source, ...] = ()
    definite: bool = False
    kind: SourceKind = SourceKind.UNNAMED

    @property
    def is_medium(self) -> bool:
        """Tell an agency, outlet or programme, named or not ("state television")."""
        if self.sources:
            return self.sources[0].is_medium
        return self.kind in MEDIA


def is_possessive(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether the word at `last` owns what follows ("Kim's")."""
    return last + 1 < len(tokens) and tokens[last + 1].key in _APOSTROPHES


def is_plural_owner(tokens: Sequence[Token], at: int) -> bool:
    """Tell the apostrophe in "a dockers' leader" from other marks."""
    before = tokens[at - 1] if at else None
    beside = before is not None and tokens[at].is_bound and before.key.endswith("s")
    return beside and tokens[at].key in _APOSTROPHES
