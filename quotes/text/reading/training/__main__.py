"""Count the statistics of reported speech.

    python -m quotes.text.reading.training ARTICLES.jsonl.gz [--keep-back]

The articles are JSON lines with `text` and `attributions` (source, cue, content, mode), as in PolNeAR
(Newell, Margolin and Ruths 2018). Writes lexicon/en.reported.json. With --keep-back every fifth article
serves to calibrate only, without it too, but the weights are then fitted once more on all.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quotes.text.reading.attribution.reported.finder import ReportFinder
from quotes.text.reading.attribution.reported.report import Report
from quotes.text.reading.attribution.reported.statistics import DECISIONS, Statistics, of_data
from quotes.text.reading.lexicon.reporting import Make, Reporting, reporting
from quotes.text.reading.training.answers import Answers
from quotes.text.reading.training.articles import Prepared, prepared, records
from quotes.text.reading.training.classes import word_classes
from quotes.text.reading.training.fitting import calibrated, fitted

TARGET = Path(__file__).parents[1] / "lexicon" / "en.reported.json"
_KEPT_BACK = 5
_HEAD = 8  # times a word must end a source to count as a head
# How often a feature must be seen, and the step of the fit, by decision.
_LEAST = {"accept": 8, "end": 16}
_STEP = {"end": 0.05}
Data = dict[str, Any]


def main(arguments: Sequence[str]) -> None:
    """Read the articles, fit the weights, write the file and say how large it is."""
    path, *options = arguments
    articles = records(Path(path))
    sentences = [list(prepared(record)) for record in articles]
    kept = [one for number, one in enumerate(sentences) if number % _KEPT_BACK == 0]
    others = [one for number, one in enumerate(sentences) if number % _KEPT_BACK]
    known = reporting("en")
    if known is None:
        raise SystemExit("no lexicon/en.reported.toml; restore it")
    data = _fit(articles, others, known)
    data["slope"], data["offset"] = calibrated(_judged(kept, known, of_data(data, known)))
    if "--keep-back" not in options:
        data = _fit(articles, sentences, known) | {"slope": data["slope"], "offset": data["offset"]}
    TARGET.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    sizes = {name: len(table) for name, table in data["weights"].items()}
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes, {sizes}")


def _fit(articles: list[Data], sentences: list[list[Prepared]], known: Reporting) -> Data:
    """Fit the edges of phrases first, then, with these, what they decide."""
    everything = [one for article in sentences for one in article]
    classes = word_classes((one.sentence.tokens for one in everything), known.known)
    data: Data = {
        "classes": {number: " ".join(words) for number, words in classes.items()},
        "heads": " ".join(_heads(articles)),
        "finite": " ".join(_finite(classes, known)),
        "stops": "",
        "weights": {},
        "slope": 1.0,
        "offset": 0.0,
    }
    for decisions in (("left", "right"), tuple(DECISIONS)):
        answers = Answers(known, of_data(data, known))
        for one in everything:
            answers.read(one)
        data["stops"] = " ".join(answers.stops())
        for decision in decisions:
            data["weights"][decision] = fitted(
                answers.examples[decision], step=_STEP.get(decision, 0.1), least=_LEAST.get(decision, 6)
            )
    return data


def _heads(articles: list[Data]) -> list[str]:
    """Return the words that often end a source."""
    ends = Counter(
        one["source"]["text"].casefold().split()[-1]
        for article in articles
        for one in article["attributions"]
        if one["source"] and one["source"]["text"].split()
    )
    return sorted(word for word, count in ends.items() if count >= _HEAD and word.isalpha())


def _finite(classes: dict[str, list[str]], known: Reporting) -> list[str]:
    """Return the classes whose reporting verbs are mostly in a tense."""
    tensed = []
    for number, words in classes.items():
        made = [known.forms[word].make for word in words if word in known.forms]
        finite = sum(make in (Make.PAST, Make.THIRD) for make in made)
        if finite >= _HEAD // 2 and finite > len(made) / 2:
            tensed.append(number)
    return tensed


def _judged(kept: list[list[Prepared]], known: Reporting, counted: Statistics) -> list[tuple[float, int]]:
    """Return the score of each report found in the articles kept back, and whether it is right."""
    finder = ReportFinder(known, counted)
    judged = []
    for article in kept:
        for one in article:
            for report in finder.find(one.sentence, one.parties, one.first_party, one.quoting):
                judged.append((report.score, int(_is_right(one, report))))
    return judged


def _is_right(given: Prepared, report: Report) -> bool:
    """Tell whether an annotation has four fifths of the words in common with the report."""
    found = {place for first, last in report.segments for place in range(first, last + 1)}
    starts = given.sentence.starts
    for told in given.told:
        inside = {
            place
            for place, start in enumerate(starts)
            if any(span.start <= start < span.end for span in told.content)
        }
        shared = len(found & inside)
        if shared >= 0.8 * len(found) and shared >= 0.8 * len(inside):
            return True
    return False


if __name__ == "__main__":
    main(sys.argv[1:])
