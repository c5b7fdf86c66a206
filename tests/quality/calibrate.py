"""Fit what the reader's weights are worth: `python -m tests.quality.calibrate`, the corpus being there.

Counts on the train part which readings were right, fits a rising curve for each kind of evidence
(isotonic regression by pooling adjacent violators) and writes quotes/text/reading/attribution/
confidence.json. Prints how far the confidences are off (expected calibration error, ten bins, and
Brier score), by five-fold cross-validation over articles, beside those of the raw weights.
"""

import importlib.util
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.text.reading import Given
from quotes.text.reading.agencies import agency_named
from quotes.text.reading.attribution import confidence
from quotes.text.reading.reading import unweighed
from quotes.text.reading.types import Appearance, Kind
from tests.quality import corpus

OUT = Path(confidence.__file__).with_name("confidence.json")
_LEAST = 40  # cases behind each knot: fewer say too little
_FOLDS = 5
_OVERLAP = 0.8


@dataclass(frozen=True, slots=True)
class Case:
    """One reading that was checked: where it counts, the rules' weight, whether it was right."""

    part: str
    group: str
    weight: float
    right: bool
    fold: int


def main() -> None:
    """Fit on all, print the figures of cross-validation, write the file."""
    cases = list(_cases())
    for part in ("appearances", "speakers", "hops"):
        rows = [case for case in cases if case.part == part]
        raw = [(case.weight, case.right) for case in rows]
        print(f"{part}: {len(rows)} cases, {sum(case.right for case in rows) / len(rows):.3f} right")
        print(f"  raw weights: calibration error {_error(raw):.3f}, Brier {_brier(raw):.3f}")
        crossed = list(_crossed(rows))
        print(
            f"  fitted, cross-validated: calibration error {_error(crossed):.3f}, Brier {_brier(crossed):.3f}"
        )
    fitted = {
        part: _fit(case for case in cases if case.part == part)
        for part in ("appearances", "speakers", "hops")
    }
    sheet = {"version": 1, "fitted_by": "python -m tests.quality.calibrate", "cases": len(cases)}
    OUT.write_text(json.dumps(sheet | fitted, indent=1) + "\n", encoding="utf-8")


def _crossed(cases: list[Case]) -> Iterator[tuple[float, bool]]:
    for fold in range(_FOLDS):
        fitted = _fit(case for case in cases if case.fold != fold)
        for case in cases:
            if case.fold == fold:
                knots = fitted.get(case.group) or fitted.get(case.group.removesuffix(" short"))
                yield (confidence.share(knots, case.weight) if knots else case.weight), case.right


def _fit(cases: Iterable[Case]) -> dict[str, list[tuple[float, float]]]:
    """Return the knots of each group, none for a group with too few cases."""
    groups: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for case in cases:
        groups[case.group].append((case.weight, case.right))
    return {group: _knots(rows) for group, rows in sorted(groups.items()) if len(rows) >= _LEAST}


def _knots(rows: list[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Pool adjacent violators, and pools of fewer cases than say something; half a case each way besides."""
    tied: dict[float, list[bool]] = defaultdict(list)
    for weight, right in rows:
        tied[weight].append(right)
    pools: list[list[float]] = []  # cases, right, sum of weights
    for weight, rights in sorted(tied.items()):
        pools.append([len(rights), sum(rights), weight * len(rights)])
        while len(pools) > 1 and (pools[-2][0] < _LEAST or _share(pools[-2]) >= _share(pools[-1])):
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    if len(pools) > 1 and pools[-1][0] < _LEAST:
        last = pools.pop()
        pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return [(round(weight / n, 3), round((right + 0.5) / (n + 1), 3)) for n, right, weight in pools]


def _share(pool: list[float]) -> float:
    return pool[1] / pool[0]


def _cases() -> Iterator[Case]:
    articles = {article["id"]: article for article in corpus.lines(corpus.CORPUS / "articles_train.jsonl.gz")}
    labels = {row["article_id"]: row for row in corpus.lines(corpus.LABELS / "train.jsonl")}
    for gold in corpus.lines(corpus.CORPUS / "gold_extraction_train.jsonl.gz"):
        article = articles[gold["article_id"]]
        labelled = gold["article_id"] in labels
        if labelled:
            gold = corpus.labelled(gold, labels[gold["article_id"]], articles)
        given = Given(outlet=article["outlet"], title=article["title"], published_at=article["date"])
        fold = zlib.crc32(gold["article_id"].encode()) % _FOLDS
        for one in unweighed(article["text"], given).appearances:
            if one.kind is not Kind.INDIRECT:
                yield from _checked(one, gold["quotes"], labelled, fold)


def _checked(one: Appearance, gold: list[dict[str, Any]], labelled: bool, fold: int) -> Iterator[Case]:
    group, spoken = confidence.group_of(one), one.chain[0]
    quote = next((quote for quote in gold if _same(one, quote)), None)
    if quote is None or quote["tier"] == "scare":
        yield Case("appearances", group, one.confidence, False, fold)
        return
    if quote["tier"] not in ("scored", "short") or not (quote["speaker"] or labelled):
        return
    names = [quote["speaker"], *quote.get("speaker_alt", [])]
    right = any(_SCORER.speaker_ok(spoken.source, name) for name in names if name)
    yield Case("appearances", group, one.confidence, right, fold)
    yield Case("speakers", group, one.confidence, right, fold)
    if labelled and quote.get("chain_scope") != "uncertain":
        chain = {_SCORER.cn(agency_named(name) or name) for name in quote["chain"]}
        for hop in one.chain[1:]:
            named = hop.source is not None and _SCORER.cn(agency_named(hop.source) or hop.source) in chain
            yield Case("hops", str(hop.basis), hop.confidence, named, fold)


def _same(one: Appearance, quote: dict[str, Any]) -> bool:
    common = min(one.span.end, quote["end"]) - max(one.span.start, quote["start"])
    return bool(common >= _OVERLAP * min(len(one.span), quote["end"] - quote["start"]))


def _error(rows: list[tuple[float, bool]]) -> float:
    """Return the expected calibration error over ten bins of equal width."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for weight, right in rows:
        bins[min(9, int(weight * 10))].append((weight, right))
    return sum(abs(sum(w for w, _ in rows_) - sum(r for _, r in rows_)) for rows_ in bins.values()) / len(
        rows
    )


def _brier(rows: list[tuple[float, bool]]) -> float:
    return sum((weight - right) ** 2 for weight, right in rows) / len(rows)


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score_extraction", corpus.CORPUS / "score_extraction.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(corpus.CORPUS)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_SCORER = _scorer()

if __name__ == "__main__":
    main()
