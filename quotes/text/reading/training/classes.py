"""Classes: words that stand between the same neighbours, found by spherical k-means (Dhillon and Modha 2001).

They come out as plural nouns, past forms, participles and so on, without a list of parts of speech.
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from quotes.text.reading.marking.frames import Token

_CLASSES, _LEAST, _ROUNDS = 40, 12, 12
_RARE = 15  # neighbours seen beside fewer words tell nothing
_WIDEST = 400  # neighbours a class is known by
_HEAVIEST = 200
Vector = dict[str, float]


def word_classes(sentences: Iterable[Sequence[Token]], known: frozenset[str]) -> dict[str, list[str]]:
    """Return the words of each class, the most frequent first; words of `known` have none."""
    everything = list(sentences)
    counts = Counter(
        token.key for tokens in everything for token in tokens if token.is_word and token.text[0].islower()
    )
    vocabulary = {word for word, count in counts.items() if count >= _LEAST and word not in known}
    vectors = _vectors(everything, vocabulary, known)
    words = sorted(vectors, key=lambda word: (-counts[word], word))
    choice = random.Random(1)  # noqa: S311 - an order, no secret
    centres = [dict(vectors[word]) for word in choice.sample(words[: 15 * _CLASSES], _CLASSES)]
    members: dict[int, list[str]] = {}
    for _ in range(_ROUNDS):
        members = defaultdict(list)
        for word in words:
            members[_nearest(vectors[word], centres)].append(word)
        for number, inside in members.items():
            centres[number] = _centre(inside, vectors, counts)
    return {str(number): inside for number, inside in sorted(members.items())}


def _vectors(
    sentences: list[Sequence[Token]], vocabulary: set[str], known: frozenset[str]
) -> dict[str, Vector]:
    raw: dict[str, Counter[str]] = defaultdict(Counter)
    for tokens in sentences:
        for place, token in enumerate(tokens):
            if token.key in vocabulary and token.text[0].islower():
                seen = raw[token.key]
                seen[f"<{_neighbour(tokens[place - 1] if place else None, known)}"] += 100
                following = tokens[place + 1] if place + 1 < len(tokens) else None
                seen[f">{_neighbour(following, known)}"] += 100
                seen[f"2{token.key[-2:]}"] += 35
                seen[f"3{token.key[-3:]}"] += 25
    breadth = Counter(neighbour for seen in raw.values() for neighbour in seen)
    return {
        word: _unit({one: math.sqrt(count) for one, count in seen.items() if breadth[one] >= _RARE})
        for word, seen in raw.items()
    }


def _neighbour(token: Token | None, known: frozenset[str]) -> str:
    if token is None:
        return "#"
    if token.is_quote or not token.is_word or token.key in known:
        return token.key
    if not token.text[0].islower():
        return "0" if token.text[0].isdigit() else "A"
    return f"~{token.key[-2:]}"


def _unit(vector: Vector) -> Vector:
    size = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {one: value / size for one, value in vector.items()}


def _nearest(vector: Vector, centres: list[Vector]) -> int:
    def likeness(number: int) -> float:
        centre = centres[number]
        return sum([value * centre.get(one, 0.0) for one, value in vector.items()])

    return max(range(len(centres)), key=likeness)


def _centre(words: list[str], vectors: dict[str, Vector], counts: Counter[str]) -> Vector:
    summed: Counter[str] = Counter()
    for word in words:
        weight = math.sqrt(min(counts[word], _HEAVIEST))
        for one, value in vectors[word].items():
            summed[one] += value * weight  # type: ignore[assignment]  # a Counter sums floats too
    return _unit(dict(summed.most_common(_WIDEST)))
