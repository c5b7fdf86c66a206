"""Corpus: the reader on annotated campaign news, by the scorer of the corpus, with our own labels.

The corpus is not part of the project: it is looked for beside it, in ../shared/corpus.
"""

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quotes.text.reading import Given, read
from quotes.text.reading.agencies import agency_named
from quotes.text.reading.exchange import extracted

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
LABELS = Path(__file__).parents[1] / "labels"
_NO_WIRE = (None, "None", "NA")

Record = dict[str, Any]


def measures(part: str, *, short: bool = False) -> Record:
    """Return the scorer's figures on the labelled articles of `part` ("dev" or "train").

    `short` counts quotations under four words too. Raises FileNotFoundError without the corpus.
    """
    articles = {article["id"]: article for article in lines(CORPUS / f"articles_{part}.jsonl.gz")}
    labels = {label["article_id"]: label for label in lines(LABELS / f"{part}.jsonl")}
    gold = lines(CORPUS / f"gold_extraction_{part}.jsonl.gz")
    answers = [labelled(g, labels[g["article_id"]], articles) for g in gold if g["article_id"] in labels]
    read_now = [extracted(_record(articles[name])) for name in labels]
    with tempfile.TemporaryDirectory() as folder:
        paths = [
            _written(Path(folder) / name, rows) for name, rows in (("gold", answers), ("read", read_now))
        ]
        command = [sys.executable, str(CORPUS / "score_extraction.py"), "--json"]
        command += ["--gold", str(paths[0]), "--pred", str(paths[1]), *(["--include-short"] if short else [])]
        answer = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: Record = json.loads(answer.stdout)
    return figures


def wire_f1(part: str) -> float:
    """Return the F1 of the wire credit of the articles of `part`, in percent, against their `wire` field."""
    right = credited = wired = 0
    for article in lines(CORPUS / f"articles_{part}.jsonl.gz"):
        wire = None if article["wire"] in _NO_WIRE else agency_named(article["wire"])
        credit = read(article["text"], Given(outlet=article["outlet"], title=article["title"])).page.credit
        right += credit is not None and credit == wire
        credited += credit is not None
        wired += wire is not None
    return round(200 * right / max(1, credited + wired), 1)


def lines(path: Path) -> Iterator[Record]:
    """Yield the objects of a file of JSON lines, gzipped or not."""
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as rows
    ):
        for row in rows:
            yield json.loads(row)


def _record(article: Record) -> Record:
    return {name: article[name] for name in ("id", "text", "title", "outlet", "date")}


def labelled(gold: Record, label: Record, articles: dict[str, Record]) -> Record:
    """Return an article's gold with the labels in place of its speakers and chains."""
    text = articles[gold["article_id"]]["text"]
    labels = {(quote["start"], quote["end"]): quote for quote in label["quotes"]}
    quotes = [
        _with_label(q, labels[q["start"], q["end"]], text) if q["tier"] in ("scored", "short") else q
        for q in gold["quotes"]
    ]
    return {**gold, "quotes": quotes}


def _with_label(quote: Record, label: Record, text: str) -> Record:
    chain = [text[slice(*span)] for span in label["chain"]]
    return {
        **quote,
        "speaker": text[slice(*label["speaker"])] if label["speaker"] else None,
        "speaker_alt": [text[slice(*span)] for span in label.get("speaker_alt", [])],
        "chain": chain,
        "chain_aliases": [[agency_named(name) or name] for name in chain],
        "chain_scope": label["chain_scope"],
    }


def _written(path: Path, rows: list[Record]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path
