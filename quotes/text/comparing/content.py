"""Content words, and the stem inflected forms of one share."""

import re
from functools import lru_cache

_FUNCTION = """
a about above after again against all also although am among an and another any are as at away back
be because been before being below between both but by came can come could did do does doing done
down during each either else even ever every few for from further get gets getting go goes going got
had has have having he her here hers herself him himself his how i if in into is it its itself just
let like many may maybe me might mine more most much must my myself neither no nor not now of off oh
ok on once one only or other others our ours ourselves out over own per perhaps put quite rather
really said same say says saying shall she should since so some still such than that the their
theirs them themselves then there these they thing things this those though through thus to too
toward towards under unless until up upon us very was we well were what whatever when where whether
which while who whoever whole whom whose why will with within without would yes yet you your yours
yourself going know think want make made see look lot kind sort 1
"""
FUNCTION_WORDS = frozenset(_FUNCTION.split())
_ENDINGS = re.compile(r"(?:ies|ied|ing|edly|ed|es|s|ly)$")


def is_content(word: str) -> bool:
    """Tell whether `word` (a token's text) carries matter of its own, rather than grammar."""
    return word not in FUNCTION_WORDS


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """Return a crude stem: equal for most inflected forms of one word, figures untouched.

    It only proposes; no relation is decided by it.
    """
    if len(word) < 4 or not word.isalpha():
        return word
    match = _ENDINGS.search(word)
    if match is None or match.start() < 3:
        return word.rstrip("e") if len(word) > 4 else word
    root = word[: match.start()]
    if match.group() in {"ies", "ied"}:
        return f"{root}y"
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "sl":
        return root[:-1]
    return root.rstrip("e") if len(root) > 3 else root
