"""Fitting: logistic regression over sparse features, by AdaGrad (Duchi, Hazan and Singer 2011)."""

import math
import random
from collections import Counter
from dataclasses import dataclass, field

_START = 0.01  # squared gradient assumed at the start: the first steps stay small
_SURE = 1e-4
_FURTHEST = 30.0


@dataclass(slots=True)
class Examples:
    """Decisions with the features seen and the right answer, 0 or 1."""

    seen: list[tuple[list[str], int]] = field(default_factory=list)

    def add(self, features: list[str], answer: bool) -> None:
        """Add one decision."""
        self.seen.append((features, int(answer)))


def fitted(examples: Examples, *, rounds: int = 6, step: float = 0.1, least: int = 8) -> dict[str, float]:
    """Return the weight of each feature seen `least` times or more; weights near nothing are left out."""
    counts = Counter(feature for features, _ in examples.seen for feature in features)
    index = {
        feature: number for number, feature in enumerate(f for f, count in counts.items() if count >= least)
    }
    rows = [([index[f] for f in features if f in index], answer) for features, answer in examples.seen]
    weights, squares = [0.0] * len(index), [_START] * len(index)
    order = random.Random(0)  # noqa: S311 - an order, no secret
    for _ in range(rounds):
        order.shuffle(rows)
        for row, answer in rows:
            wrong = probability(sum([weights[i] for i in row])) - answer
            if abs(wrong) < _SURE:
                continue
            for i in row:
                squares[i] += wrong * wrong
                weights[i] -= step * wrong / math.sqrt(squares[i])
    return {f: round(weights[i], 2) for f, i in index.items() if abs(weights[i]) >= 0.1}


def probability(score: float) -> float:
    """Return the probability of log-odds."""
    return 1 / (1 + math.exp(-max(-_FURTHEST, min(_FURTHEST, score))))


def calibrated(scores: list[tuple[float, int]]) -> tuple[float, float]:
    """Return slope and offset that turn scores into the share of right answers (Platt 1999)."""
    slope, offset = 1.0, 0.0
    for _ in range(400):
        down = across = 0.0
        for score, answer in scores:
            wrong = probability(slope * score + offset) - answer
            down += wrong * score
            across += wrong
        slope -= 0.3 * down / len(scores)
        offset -= 0.3 * across / len(scores)
    return round(slope, 3), round(offset, 3)
