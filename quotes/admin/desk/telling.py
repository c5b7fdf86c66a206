"""Telling: what comparing found on two wordings, in an editor's words."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from quotes.models import Match

LABELS: Final = {
    "added": "added: only in this wording",
    "dropped": "dropped: only in the first wording",
    "replaced": "replaced: other words in their place",
}
RELATIONS: Final = {
    Match.Relation.RETRANSLATED: "another rendering of the same foreign words",
    Match.Relation.EDITED: "words changed, added or dropped within the run",
    Match.Relation.SPLICED: "parts joined, the cut not admitted",
    Match.Relation.TRUNCATED: "broken off, or cut with an ellipsis",
    Match.Relation.CONTAINED: "a fragment of it, unbroken",
    Match.Relation.TYPOGRAPHIC: "the same but for marks, case and spelling",
    Match.Relation.EXACT: "the same words",
    Match.Relation.DIFFERENT: "other words",
    Match.Relation.STOCK: "the same words, but too common to be one utterance",
}
_FEATURES = {
    "information": "much said in common",
    "coverage": "the shorter one is in the longer",
    "swapped": "other words in their places",
    "fidelity": "the same run of words",
    "few words": "few words in common",
    "thinness": "common words only",
    "speaker": "the speakers named",
    "date": "the days between",
    "article": "both in one article",
    "edited, unnamed": "words changed and no speaker named",
    "another's words": "another speaker",
    "other words later": "other words at a later time",
    "foreign words": "translations differ anyway",
    "likeness": "likeness of the words",
    "meaning shared": "words of one meaning",
    "chain": "the same channel",
    "contrast": "nothing nearer in either article",
}
"""What comparing weighs, as editors call it (see quotes.text.comparing.likelihood and retelling)."""
_WEIGHTY = 0.5  # what adds less than that to the sum is not worth a word


def why(score: float, features: Iterable[Sequence[Any]], reason: str) -> str:
    """Return the score in a sentence: how sure the machine is, what spoke for it and what against it."""
    weighed = sorted(((value, _FEATURES.get(name, name)) for name, value in features), reverse=True)
    speaks = ", ".join(name for value, name in weighed if value >= _WEIGHTY)
    against = ", ".join(name for value, name in reversed(weighed) if value <= -_WEIGHTY)
    sure = f"{score:.0%}" if 0.005 < score < 0.995 else "under 1%" if score < 0.5 else "over 99%"
    sentence = f"The machine gives {sure} that both print the same utterance"
    sentence += f"; for it: {speaks}" if speaks else ""
    sentence += f"; against it: {against}" if against else ""
    return f"{sentence}. {reason}".strip()
