"""The machine's suggested judgement of a comparison; a person decides."""

from typing import Literal

from quotes.text.comparing.types import Comparison, Relation
from quotes.text.comparing.weights import WEIGHTS, Weights

Judgement = Literal["same", "altered", "different", "unsure"]
Strength = Literal["exact", "near", "contained", "retold", "reworded"]

_STRENGTHS: dict[Relation, Strength] = {
    Relation.EXACT: "exact",
    Relation.TYPOGRAPHIC: "exact",
    Relation.CONTAINED: "contained",
    Relation.TRUNCATED: "contained",
    Relation.SPLICED: "contained",
    Relation.EDITED: "near",
    Relation.RETRANSLATED: "reworded",
}


def judge(comparison: Comparison, weights: Weights = WEIGHTS) -> Judgement:
    """Suggest a judgement: `altered` is the same utterance with its meaning changed."""
    if comparison.relation in {Relation.DIFFERENT, Relation.STOCK}:
        return "different"
    if comparison.score < weights.unsure_from:
        return "different"
    if comparison.score < weights.same_from:
        return "unsure"
    return "altered" if comparison.changes else "same"


def strength(comparison: Comparison) -> Strength | None:
    """Return how strong a tie of two printings the relation is, for the partition; None for no tie.

    Renderings of one statement are chosen one to one between every two articles, so a likely one is a tie
    between equals: neither side is the other's fragment, and several of them may stand together.
    """
    if comparison.relation is Relation.RETRANSLATED and comparison.score >= WEIGHTS.retold_sure:
        return "retold"
    return _STRENGTHS.get(comparison.relation)
