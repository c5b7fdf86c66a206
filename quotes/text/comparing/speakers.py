"""Whether two printings may name one speaker, from the words that name the speaker there."""

import re
from enum import StrEnum
from functools import lru_cache

from quotes.text.naming import name_key


class Agreement(StrEnum):
    """How two mentions of a speaker go together."""

    SAME = "same"  # one name, a short form of it, or its surname
    OPEN = "open"  # at least one side is a pronoun, a description, or nothing
    UNLIKE = "unlike"  # neither is named, and the descriptions have no word in common
    CONFLICT = "conflict"  # two different names, or speakers for two different houses


_PRONOUN_WORDS = """
he she they it him her them his hers their theirs i we me us who whom whose which that this one someone
somebody others hes shes theyre himself herself themselves
"""
_PRONOUNS = frozenset(_PRONOUN_WORDS.split())
_MEN = frozenset(["he", "him", "his", "hes", "himself"])
_WOMEN = frozenset(["she", "her", "hers", "shes", "herself"])
_ROLE_WORDS = """
president vice prime minister premier chancellor senator representative congressman congresswoman governor
mayor secretary state director chairman chairwoman chair speaker leader justice judge general admiral king
queen prince princess pope chief spokesman spokeswoman spokesperson candidate nominee former then republican
democratic democrat presidential gop ambassador minister foreign defence defense attorney sheriff officer
bishop archbishop cardinal monsignor reverend father sister brother rabbi imam sir lord lady dame dr doctor
professor captain colonel major lieutenant sergeant inspector detective superintendent commissioner constable
councillor councilor councilman councilwoman alderman prefect commander marshal count countess baron baroness
mr mrs ms miss mx herr frau señor señora monsieur madame don doña
us uk fbi cia campaign rep sen gov manager adviser advisor strategist senate house majority minority
"""
_ROLES = frozenset(_ROLE_WORDS.split())
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_COMPLEMENT = re.compile(r"\s(?:of|from|for|at|in|with|who|which|whose|as|on)\s")
_ANY = frozenset(["a", "an", "the", "one", "official", "officials", "source", "aide", "of", "for", "who"])
_PARTICLES = frozenset(["al", "bin", "da", "de", "del", "der", "di", "la", "le", "van", "von", "el"])


@lru_cache(maxsize=8192)
def agreement(a: str | None, b: str | None) -> Agreement:
    """Compare two mentions of a speaker ("Mr. Trump", "Donald Trump", "he", "the president", None)."""
    if not a or not b:
        return Agreement.OPEN
    if _gender(a) and _gender(b) and _gender(a) != _gender(b):
        return Agreement.CONFLICT
    one, other = _name(a), _name(b)
    if one and other:
        return Agreement.SAME if _same(one, other) else Agreement.CONFLICT
    return Agreement.OPEN if one or other else _described(a, b)


def is_named(mention: str) -> bool:
    """Tell whether a mention of a speaker holds a name, rather than a description or a pronoun."""
    return bool(_name(mention))


def is_role(word: str) -> bool:
    """Tell whether a word, by its key, is an office or a trade rather than part of a name."""
    return word in _ROLES


def is_pronoun(mention: str) -> bool:
    """Tell whether a mention of a speaker is a pronoun."""
    words = name_key(mention).split()
    return bool(words) and all(word in _PRONOUNS for word in words)


def _described(a: str, b: str) -> Agreement:
    """Compare two mentions without a name by the house they speak for, else by their words."""
    houses = _house(a), _house(b)
    if all(houses) and not houses[0] & houses[1]:
        return Agreement.CONFLICT
    words = _description(a), _description(b)
    return Agreement.UNLIKE if all(words) and not words[0] & words[1] else Agreement.OPEN


def _house(mention: str) -> frozenset[str]:
    """Return the words of the name after "for" or "of": that of the house a spokesman speaks for."""
    _, _, rest = mention.partition(" for ")
    rest = rest or mention.partition(" of ")[2]
    return frozenset(
        name_key(" ".join(word for word in _NAME_WORD.findall(rest) if word[0].isupper())).split()
    )


def _description(mention: str) -> frozenset[str]:
    words = name_key(mention).split()
    return frozenset(word for word in words if word not in _ROLES | _PRONOUNS | _ANY)


def _gender(mention: str) -> str | None:
    words = mention.casefold().replace(".", "").split()
    if not words:
        return None
    if words[0] == "mr" or (len(words) == 1 and words[0] in _MEN):
        return "man"
    if words[0] in {"mrs", "ms", "miss"} or (len(words) == 1 and words[0] in _WOMEN):
        return "woman"
    return None


@lru_cache(maxsize=8192)
def _name(mention: str) -> tuple[str, ...]:
    """Return the words of the name a mention ends in, before "of …", "who …" or a comma.

    Empty for a pronoun or a description without a name ("the mayor", "a Rowe aide").
    """
    for part in mention.split(","):
        phrase = _NAME_WORD.findall(_COMPLEMENT.split(part, maxsplit=1)[0])
        run: list[str] = []
        while phrase and (phrase[-1][0].isupper() or phrase[-1].partition("-")[0].casefold() in _PARTICLES):
            run.insert(0, phrase.pop())
        name = _proper(run)
        if name:
            return name
    return ()


def _proper(run: list[str]) -> tuple[str, ...]:
    keyed = name_key(" ".join(run)).split() if run else []
    names = [word for word in keyed if word not in _ROLES and word not in _PRONOUNS]
    return tuple(names) if any(word not in _PARTICLES and word != "the" for word in names) else ()


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if "".join(one) == "".join(other) or set(one) <= set(other) or set(other) <= set(one):
        return True
    if one[-1] != other[-1]:
        return False
    first, second = one[0], other[0]
    return first.startswith(second) or second.startswith(first)
