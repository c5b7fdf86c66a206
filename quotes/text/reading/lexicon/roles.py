"""Roles: the few words of grammar the reader's rules speak of, and which word plays each in a language.

The rules name a role by its English word ("of", "the", "agency"). A token's key is its role where its
language lists it under [roles], so that one rule reads "de la préfète" and "of the prefect".
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

Words = frozenset[str]

# Lists whose words a compound may end with, where nouns are written in one word ("Außenministerin").
_COMPOUNDED = frozenset(
    {"titles", "people", "male", "female", "noun_heads", "organisation_heads", "body_heads", "company_nouns"}
    | {"high_offices", "medium_nouns", "definite_media", "setting_nouns", "kinship", "laws", "documents"}
    | {"party_ends", "relay_ends", "name_leads"}
)
_SHORTEST = 4  # letters of a compound's last part
_LONGEST = 60  # letters of a compound


class Compounds(frozenset[str]):
    """Words, and every compound that ends with one of them."""

    def __contains__(self, word: object) -> bool:
        return super().__contains__(word) or self.head(str(word)) is not None

    def head(self, word: str) -> str | None:
        """Return the longest listed word that `word` ends with, None where there is none."""
        return _head(self, word) if len(word) <= _LONGEST else None

    def lists(self, word: str) -> bool:
        """Tell whether the word itself is listed."""
        return super().__contains__(word)


@lru_cache(maxsize=1 << 16)
def _head(words: Compounds, word: str) -> str | None:
    endings = (word[start:] for start in range(1, len(word) - _SHORTEST + 1))
    return next((ending for ending in endings if words.lists(ending)), None)


def roles_of(listed: Mapping[str, str]) -> dict[str, str]:
    """Return the role of each word of a language's [roles]."""
    return {word: role for role, words in listed.items() for word in words.casefold().split()}


def spelt(phrase: str, roles: Mapping[str, str]) -> str:
    """Return a phrase as its tokens' keys read, parted by blanks; an elided article stands by itself."""
    words = phrase.replace("'", "' ").split()
    return " ".join(roles.get(word, word) for word in words)


def in_roles(found: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with every word's role beside the word."""
    roles: dict[str, str] = found["roles"]
    if not roles:
        return found
    made = {name: _with_roles(value, roles) for name, value in found.items()}
    made["unnamed_media"] = frozenset(spelt(phrase, roles) for phrase in found["unnamed_media"])
    made["unnamed_media_ends"] = frozenset(phrase.split()[-1] for phrase in made["unnamed_media"])
    return made


def compounded(found: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with compounds in the lists whose words are the last part of many."""
    return found | {name: Compounds(found[name]) for name in _COMPOUNDED}


def _with_roles(value: Any, roles: Mapping[str, str]) -> Any:
    if isinstance(value, frozenset):
        return value | {roles[word] for word in value if word in roles}
    return value


def head_of(word: str, words: Words) -> str:
    """Return the listed word that a compound ends with ("minister" of "außenminister"), else the word."""
    return (words.head(word) or word) if isinstance(words, Compounds) else word
