"""Contrast: which statement of one article renders which of another, the speaker's others beside them.

A quote of one article renders at most one of another, and that one better than its neighbours do: a
likeness that several statements share tells their subject, not what was said.
"""

from collections.abc import Collection, Mapping

from quotes.text.comparing.weights import WEIGHTS, Weights

Pair = tuple[int, int]


def contrasted(
    scores: Mapping[Pair, float], taken: Collection[int] = (), weights: Weights = WEIGHTS
) -> dict[Pair, float]:
    """Choose pairs one to one, the best first; return what contrast adds to the score of each.

    `scores` are sums of features (log-odds) of all pairs of one article's statements with another's, or
    of those worth a look; `taken` are statements already tied by their words. What comes out does not
    depend on order; of two that do equally well neither is chosen.
    """
    used, chosen = set(taken), {}
    for pair in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if used.isdisjoint(pair):
            margin = scores[pair] - max(_rivals(pair, scores, used), default=float("-inf"))
            added = _added(margin, weights)
            if margin > 0 and scores[pair] + added > 0:
                chosen[pair] = added
                used.update(pair)
    return chosen


def _rivals(pair: Pair, scores: Mapping[Pair, float], used: Collection[int]) -> list[float]:
    return [
        score
        for rival, score in scores.items()
        if rival != pair and not set(rival).isdisjoint(pair) and not any(i in used for i in rival)
    ]


def _added(margin: float, weights: Weights) -> float:
    """Return from -`retold_contrast` for no margin to `retold_contrast` for `retold_margin` and more."""
    share = min(margin / weights.retold_margin, 1.0)
    return weights.retold_contrast * (2 * share - 1) if share < 1 else weights.retold_contrast
