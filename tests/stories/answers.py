"""Hand-made answers beside their texts: where they lie, and what they say.

An answer's quote has `text` and `span` (without marks, without the comma of the reporter's
frame; a split statement runs from its first word to its last and lists its `segments`),
`kind`, `speaker` and `via`, the names after the speaker. Names are the fullest in the
article, agencies by their short name; articles of grammar are no part of a name.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STORIES = Path(__file__).parent
SAMPLES = Path(__file__).parents[2] / "quotes" / "samples"
FACTS = ("title", "byline", "published_at", "dateline", "credit")


@dataclass(frozen=True, slots=True)
class Answered:
    """One text with its outlet, the facts of its page and its quotes in order of place."""

    name: str
    outlet: str
    text: str
    facts: dict[str, Any]
    quotes: tuple[dict[str, Any], ...]
    record: dict[str, Any]

    def __str__(self) -> str:
        return self.name


def stories(folder: Path = STORIES) -> list[Answered]:
    """Return the wire stories of this folder, or another, by name."""
    return [_story(path) for path in sorted(folder.glob("*.expected.json"))]


def samples() -> list[Answered]:
    """Return the bundled sample articles, in the order of their answers."""
    articles: dict[str, Any] = sample_answers()["articles"]
    return [_sample(name, record) for name, record in articles.items()]


def sample_answers() -> dict[str, Any]:
    """Return the answers of the samples: articles, same_quote, not_same, conflicts."""
    return _json(SAMPLES / "expected.json")


def sample_sources() -> dict[str, Any]:
    """Return the sources of the samples: outlets, agencies, people."""
    return _json(SAMPLES / "sources.json")


def _story(path: Path) -> Answered:
    record = _json(path)
    text = path.with_name(path.name.replace(".expected.json", ".txt")).read_text(encoding="utf-8")
    name = path.name.removesuffix(".expected.json")
    return Answered(name, record["outlet"], text, _facts(record["article"]), tuple(record["quotes"]), record)


def _sample(name: str, record: dict[str, Any]) -> Answered:
    text = (SAMPLES / "articles" / name).read_text(encoding="utf-8")
    return Answered(name, record["outlet"], text, _facts(record), tuple(record["quotes"]), record)


def _facts(article: dict[str, Any]) -> dict[str, Any]:
    return {fact: article[fact] for fact in FACTS}


def _json(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record
