"""Fit the weights of fragments: `python -m tests.quality.fragments [--write]`.

A logistic regression with a ridge, fitted by cyclic coordinate descent (Genkin, Lewis and Madigan 2007), on
the short quotations of the corpus's train part: those its annotators tied to a speaker against the rest.
Prints the errors of a five-fold cross-validation by article; with --write also makes fragments.json anew.
"""

import argparse
import json
import math
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotes.text.reading import Given
from quotes.text.reading.attribution.fragments.evidence import evidence
from quotes.text.reading.attribution.fragments.weights import FILE
from quotes.text.reading.lexicon import lexicon
from quotes.text.reading.reading import attributed
from tests.quality.corpus import CORPUS, Record, lines

_FOLDS = 5
_LEAST = 5  # times a piece of evidence must be seen
_RIDGE = 25.0
_SWEEPS = 20
_SMALL = 0.02  # weights below are left out
_SAME = 0.7  # of the characters two spans must share
_TIERS = {"short": 1, "scare": 0}


@dataclass(frozen=True, slots=True)
class Example:
    """One short quotation: its article, its evidence, and 1 where it is somebody's words."""

    article: str
    names: tuple[str, ...]
    answer: int


def main() -> None:
    """Cross-validate, print the figures, write the file where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write fragments.json")
    parser.add_argument("--kept-from", type=float, default=0.5, help="probability a fragment is kept from")
    parser.add_argument("--unspoken-from", type=float, default=0.75, help="the same where nobody speaks")
    given = parser.parse_args()
    bars = given.kept_from, given.unspoken_from
    examples = list(_examples())
    figures = _figures(_crossed(examples), bars)
    print(figures)
    if given.write:
        bias, table = fitted(examples)
        head = {"about": _about(examples, figures), "bias": bias}
        data = head | {"kept_from": bars[0], "unspoken_from": bars[1], "weights": table}
        FILE.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        print(f"{FILE.name}: {len(table)} weights, {FILE.stat().st_size} bytes")


def fitted(examples: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """Return the bias and the weight of each piece of evidence seen often enough."""
    counts = Counter(name for one in examples for name in one.names)
    rows: dict[str, list[int]] = {name: [] for name, count in counts.items() if count >= _LEAST}
    for number, one in enumerate(examples):
        for name in one.names:
            if name in rows:
                rows[name].append(number)
    everybody, answers = list(range(len(examples))), [one.answer for one in examples]
    scores, bias, table = [0.0] * len(examples), 0.0, dict.fromkeys(sorted(rows), 0.0)
    for _ in range(_SWEEPS):
        bias += _moved(scores, answers, everybody, 0.0)
        for name, weight in table.items():
            table[name] = weight + _moved(scores, answers, rows[name], _RIDGE, weight)
    return round(bias, 2), {name: round(value, 2) for name, value in table.items() if abs(value) >= _SMALL}


def _moved(
    scores: list[float], answers: Sequence[int], rows: Sequence[int], ridge: float, weight: float = 0.0
) -> float:
    """Take one Newton step along one weight; return how far it went."""
    down, curve = ridge * weight, ridge + 1e-6
    for row in rows:
        chance = 1 / (1 + math.exp(-scores[row]))
        down += chance - answers[row]
        curve += chance * (1 - chance)
    step = max(-1.0, min(1.0, -down / curve))
    for row in rows:
        scores[row] += step
    return step


def _crossed(examples: Sequence[Example]) -> list[tuple[float, Example]]:
    """Return each example and its probability by weights fitted without its fold."""
    judged: list[tuple[float, Example]] = []
    for fold in range(_FOLDS):
        bias, table = fitted([one for one in examples if _fold(one) != fold])
        for one in examples:
            if _fold(one) == fold:
                score = bias + sum(table.get(name, 0.0) for name in one.names)
                judged.append((1 / (1 + math.exp(-score)), one))
    return judged


def _fold(one: Example) -> int:
    return zlib.crc32(one.article.encode()) % _FOLDS


def _figures(judged: Iterable[tuple[float, Example]], bars: tuple[float, float]) -> dict[str, int]:
    """Count what is kept and left out, with the bars for fragments of somebody found and of nobody."""
    counts = Counter(
        (chance >= bars["speaker none" in one.names], bool(one.answer)) for chance, one in judged
    )
    return {
        "somebody's, kept": counts[True, True],
        "somebody's, left out": counts[False, True],
        "nobody's, kept": counts[True, False],
        "nobody's, left out": counts[False, False],
    }


def _about(examples: Sequence[Example], figures: dict[str, int]) -> dict[str, object]:
    return {
        "version": 1,
        "what": "log-odds that one to three words in quotation marks are somebody's words, by evidence",
        "made by": "python -m tests.quality.fragments --write",
        "trained on": "the train part of the measuring corpus (PolNeAR v1.0), whose text is not shipped",
        "examples": len(examples),
        "of them somebody's": sum(one.answer for one in examples),
        "method": f"logistic regression, ridge {_RIDGE:g}, evidence seen {_LEAST} times or more",
        "five folds by article": figures,
    }


def _examples() -> Iterable[Example]:
    """Yield the short quotations of the train part that the reader weighs, in order."""
    gold = {one["article_id"]: one["quotes"] for one in lines(CORPUS / "gold_extraction_train.jsonl.gz")}
    words = lexicon("en")
    for article in lines(CORPUS / "articles_train.jsonl.gz"):
        given = Given(outlet=article["outlet"], title=article["title"])
        for span, around in attributed(article["text"], given).weighed:
            answer = _answer(span.start, span.end, gold[article["id"]])
            if answer is not None:
                yield Example(article["id"], tuple(sorted(set(evidence(around, words)))), answer)


def _answer(start: int, end: int, quotes: Sequence[Record]) -> int | None:
    for quote in quotes:
        shared = min(end, quote["end"]) - max(start, quote["start"])
        if shared > _SAME * max(end - start, quote["end"] - quote["start"]):
            return _TIERS.get(quote["tier"])
    return None


if __name__ == "__main__":
    main()
