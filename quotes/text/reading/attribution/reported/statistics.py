"""Statistics of reported speech: the weights that training/ counted on annotated newspaper articles."""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Any

from quotes.text.reading.attribution.reported.shapes import Shapes
from quotes.text.reading.lexicon.reporting import Reporting, reporting

Table = Mapping[str, float]

DECISIONS = ("gate", "accept", "left", "right", "start", "end", "back", "join")
_FOLDER = Path(__file__).parents[2] / "lexicon"
_NOTHING = repeat(0.0)  # the weight of a feature nobody counted


@dataclass(frozen=True, slots=True)
class Statistics:
    """The weights of each decision, by feature; a decision is yes where the sum of its features is above 0.

    `heads` are the nouns that often speak, `finite` the shapes of verbs in a tense, `stops` those of words
    that may stand behind a proposition. `slope` and
    `offset` turn the sum of `accept` into the probability that a report is read rightly.
    """

    tables: Mapping[str, Table]
    shapes: Shapes
    heads: frozenset[str]
    finite: frozenset[str]
    stops: frozenset[str]
    slope: float = 1.0
    offset: float = 0.0

    def score(self, decision: str, features: Iterable[str]) -> float:
        """Return the sum of the features' weights, in log-odds."""
        return sum(map(self.tables[decision].get, features, _NOTHING))

    def confidence(self, score: float) -> float:
        """Return how often a report of this score is right, 0..1."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.slope * score + self.offset))))


@cache
def statistics(language: str = "en") -> Statistics | None:
    """Return the statistics of `language`, None where nobody has counted any."""
    path, known = _FOLDER / f"{language}.reported.json", reporting(language)
    if known is None or not path.exists():
        return None
    return of_data(json.loads(path.read_text(encoding="utf-8")), known)


def of_data(data: Mapping[str, Any], known: Reporting) -> Statistics:
    """Build the statistics from their file's content (written by training/)."""
    classes: dict[str, str] = {}
    for number, members in _mapping(data["classes"]).items():
        classes.update(dict.fromkeys(members.split(), f"~{number}"))
    tables = {name: _numbers(table) for name, table in _mapping(data["weights"]).items()}
    return Statistics(
        {decision: tables.get(decision, {}) for decision in DECISIONS},
        Shapes(known.known, classes),
        frozenset(data["heads"].split()),
        frozenset(f"~{number}" for number in data["finite"].split()),
        frozenset(data["stops"].split()),
        float(data["slope"]),
        float(data["offset"]),
    )


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(f"statistics of reported speech: expected a table, found {type(value).__name__}")
    return value


def _numbers(value: object) -> dict[str, float]:
    return {feature: float(weight) for feature, weight in _mapping(value).items()}
