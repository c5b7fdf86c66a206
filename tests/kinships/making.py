"""Kinships of words: how near two words are in meaning, from a dictionary and a thesaurus.

Method: the best path between any sense of one word and any of the other, over WordNet's pointers, each
kind with a strength of its own and rarer senses counting less, or a mention in the other's gloss; joined
(as if independent) with how much of their company the two share in the thesaurus.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping

from tests.kinships.wordnet import Key, WordNet

Kin = dict[str, dict[str, float]]

# How near a synset is that a pointer of each kind leads to.
_POINTERS = {
    "&": 0.75, "^": 0.6, "+": 0.85, "*": 0.5, ">": 0.6, "$": 0.7, "#p": 0.4, "%p": 0.4, "#m": 0.35,
    "%m": 0.35, "#s": 0.4, "%s": 0.4, "\\": 0.8, "<": 0.8, "=": 0.5, "~": 0.65, "~i": 0.4,
}  # fmt: skip
_TWO_STEPS = {("&", "&"): 0.6, ("&", "+"): 0.55, ("+", "@"): 0.5, ("+", "~"): 0.5}
_SISTERS = ((10, 0.5), (25, 0.42), (60, 0.3))  # by how many sisters there are
_COMMON_IN_GLOSSES = 1500
_GLOSS = 0.42
_ENDINGS = (
    ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""),
    ("ing", "e"),
)  # fmt: skip
_WORD = re.compile("[a-z]+")


def kinships(net: WordNet, company: Mapping[str, Collection[str]], known: Collection[str]) -> Kin:
    """Return the nearness of each pair of `known` words, 0.25 to 1, both ways round.

    `company` maps a head of the thesaurus to the words listed with it.
    """
    making = _Making(net, company, frozenset(known))
    kin = {word: making.near_words(word) for word in sorted(making.known)}
    for word, others in list(kin.items()):
        for other, nearness in list(others.items()):
            if kin[other].get(word, 0) < nearness:
                kin[other][word] = nearness
    return kin


def opposites(net: WordNet, known: Collection[str]) -> set[tuple[str, str]]:
    """Return the pairs of antonyms, each once."""
    found = set()
    for synset in net.synsets.values():
        for sign, target, ends in synset.pointers:
            if sign == "!":
                one = synset.words[int(ends[:2], 16) - 1]
                other = net.synsets[target].words[int(ends[2:], 16) - 1]
                if one in known and other in known:
                    found.add((min(one, other), max(one, other)))
    return found


class _Making:
    def __init__(self, net: WordNet, company: Mapping[str, Collection[str]], known: frozenset[str]) -> None:
        self.net, self.known = net, known
        self._sizes: dict[Key, int] = {}
        self._near: dict[Key, dict[Key, float]] = {}
        self._members: dict[Key, list[tuple[str, float]]] = defaultdict(list)
        self._weights = {word: self._weigh(word) for word in sorted(known)}
        for word, weights in self._weights.items():
            for key, weight in weights.items():
                self._members[key].append((word, weight))
        self._glosses = {key: self._mentioned(synset.gloss) for key, synset in net.synsets.items()}
        self._mentions = Counter(word for gloss in self._glosses.values() for word in gloss)
        self._listed = {head: {w for w in ws if w in known} for head, ws in company.items() if head in known}
        self._company = {word: set(self._listed.get(word, ())) for word in known}
        for head, words in self._listed.items():
            for word in words:
                self._company[word].add(head)

    def near_words(self, word: str) -> dict[str, float]:
        best: dict[str, float] = {}
        for other, nearness in self._by_senses(word):
            best[other] = max(nearness, best.get(other, 0))
        for other in self._company[word]:
            together = 0.8 * self._together(word, other)
            best[other] = 1 - (1 - best.get(other, 0)) * (1 - together)
        best.pop(word, None)
        return {other: nearness for other, nearness in best.items() if nearness >= 0.25}

    def _by_senses(self, word: str) -> Iterator[tuple[str, float]]:
        for key, weight in self._weights[word].items():
            for target, nearness in self._around(key).items():
                for other, share in self._members[target]:
                    yield other, weight * nearness * share
            for other in self._glosses[key]:
                if self._mentions[other] < _COMMON_IN_GLOSSES:
                    rare = min(1, math.log(len(self.net.synsets) / self._mentions[other]) / 8)
                    yield other, weight * _GLOSS * rare

    def _together(self, word: str, other: str) -> float:
        one, two = self._company[word], self._company[other]
        shared = len(one & two) / math.sqrt(len(one) * len(two))
        mutual = other in self._listed.get(word, ()) and word in self._listed.get(other, ())
        return min(0.9, 0.25 + 0.5 * min(1, 1.6 * shared) + 0.12 * mutual)

    def _weigh(self, word: str) -> dict[Key, float]:
        counts = self.net.counts[word]
        total = sum(counts.values()) + 4
        weights: dict[Key, float] = {}
        for key, rank in self.net.senses.get(word, ()):
            share = (counts[key[0]] + 2) / total
            weights[key] = max(weights.get(key, 0), min(1, 0.55 + 0.45 * share) / (1 + 0.12 * rank))
        return weights

    def _mentioned(self, gloss: str) -> set[str]:
        lemmas = (
            lemma(word, self.known, self.net.irregular) for word in _WORD.findall(gloss) if len(word) > 2
        )
        return {word for word in lemmas if word is not None}

    def _size(self, key: Key) -> int:
        if key not in self._sizes:
            self._sizes[key] = 1
            self._sizes[key] = 1 + sum(self._size(below) for below in self.net.narrower[key])
        return self._sizes[key]

    def _around(self, key: Key) -> dict[Key, float]:
        if key not in self._near:
            near = {key: 1.0}

            def put(target: Key, nearness: float) -> None:
                if target in self.net.synsets:
                    near[target] = max(nearness, near.get(target, 0))

            for sign, target, _ in self.net.synsets[key].pointers:
                put(target, _POINTERS.get(sign, 0))
                self._beyond(sign, target, put)
            self._near[key] = {target: nearness for target, nearness in near.items() if nearness}
        return self._near[key]

    def _beyond(self, sign: str, target: Key, put: Callable[[Key, float], None]) -> None:
        """Put what lies two steps away, by way of `target`."""
        for then, key, _ in self.net.synsets[target].pointers:
            put(key, _TWO_STEPS.get((sign, then), 0))
        if sign == "~":
            for key in self.net.narrower[target]:
                put(key, 0.42)
        if sign in {"@", "@i"} and self._size(target) < 3000:
            self._put_sisters(target, put)

    def _put_sisters(self, target: Key, put: Callable[[Key, float], None]) -> None:
        """Put what is broader, and what else is narrower than that."""
        put(target, 0.7 if self._size(target) < 400 else 0.5)
        sisters = self.net.narrower[target]
        nearness = next((near for most, near in _SISTERS if len(sisters) < most), 0.0)
        for key in sisters:
            put(key, nearness)
        for then, key, _ in self.net.synsets[target].pointers:
            if then == "@" and self._size(key) < 800:
                put(key, 0.5)
                for cousin in self.net.narrower[key] if self._size(key) < 150 else ():
                    put(cousin, 0.33)


def lemma(word: str, known: Collection[str], irregular: Mapping[str, str]) -> str | None:
    """Return the known word that `word` is a form of, if any."""
    if irregular.get(word) in known:
        return irregular[word]
    if word in known and not word.endswith(("s", "ed", "ing")):
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            root = word.removesuffix(ending) + instead
            if root in known:
                return root
            if len(root) > 3 and root[-1] == root[-2] and root[:-1] in known and ending in {"ed", "ing"}:
                return root[:-1]
    return word if word in known else None
