"""Weights: how much each piece of evidence counts, from fragments.json (its "about" is the data sheet).

The weights were fitted by tests/quality/fragments.py on annotated articles: a logistic regression
over named evidence, so that every decision can be taken apart.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("fragments.json")
_OTHER = "a few words that nobody is reported to have said"
# What an editor is told, by the first word of the evidence that weighs most against the fragment.
_REASONS = {
    "look": "written like a name or a title",
    "in": "written like a name or a term",
    "words": _OTHER,
    "before": "a name or a term, by the words before it",
    "near": "a name or a term, by the words before it",
    "one": "a name or a term, by the words beside it",
    "between": "a name or a term, by the words beside it",
    "after": "a name or a term, by the words behind it",
    "behind": "a name or a term, by the words behind it",
    "cue": "the word of speech in the sentence reports something else",
    "verb": "no word of speech near it",
    "cues": "no word of speech in the sentence",
}
_FURTHEST = 30.0


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds of each piece of evidence, of a fragment with none (`bias`), and from when on it is kept.

    `kept_from` counts where somebody was found to speak, `unspoken_from` where nobody was.
    """

    table: Mapping[str, float]
    bias: float
    kept_from: float
    unspoken_from: float

    def probability(self, names: Iterable[str]) -> float:
        """Return how probable it is that the words are somebody's, 0..1."""
        score = self.bias + sum([self.table.get(name, 0.0) for name in names])
        return 1 / (1 + math.exp(-max(-_FURTHEST, min(_FURTHEST, score))))

    def reason(self, names: Iterable[str]) -> str:
        """Say in an editor's words what weighs most against the fragment."""
        against: dict[str, float] = {}
        for name in names:
            group = _REASONS.get(name.partition(" ")[0], _OTHER)
            against[group] = against.get(group, 0.0) + self.table.get(name, 0.0)
        return min(against, key=lambda group: (against[group], group), default=_OTHER)


@cache
def weights() -> Weights:
    """Return the weights the project ships."""
    data = json.loads(FILE.read_text(encoding="utf-8"))
    return Weights(data["weights"], data["bias"], data["kept_from"], data["unspoken_from"])
