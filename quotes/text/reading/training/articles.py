"""Articles with annotated attributions, and their sentences as the reader sees them."""

import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.text.reading.agencies import agency_named
from quotes.text.reading.attribution.attributor import Attributor
from quotes.text.reading.attribution.cue_finder import CueFinder
from quotes.text.reading.attribution.discourse import Discourse
from quotes.text.reading.lexicon import lexicon
from quotes.text.reading.marking.frames import Sentence, frames, without_dateline
from quotes.text.reading.marking.marks import find_marks
from quotes.text.reading.marking.paragraphs import paragraphs
from quotes.text.reading.names.finder import NameFinder
from quotes.text.reading.names.leads import Leads
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.party import Party
from quotes.text.reading.names.sources import Register
from quotes.text.reading.page import read_page
from quotes.text.reading.types import Given
from quotes.text.spans import Span


@dataclass(frozen=True, slots=True)
class Told:
    """One annotated attribution: `kind` is direct, mixed or indirect; spans in code points of the text."""

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sentence ready to be read for reports, with the annotations whose cue stands in it."""

    sentence: Sentence
    parties: Parties
    first_party: Callable[[int], Party | None]
    quoting: frozenset[int]
    told: tuple[Told, ...]
    contents: tuple[Span, ...]


def records(path: Path) -> list[dict[str, Any]]:
    """Return the articles of a gzipped JSON-lines file with `text` and `attributions`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def prepared(record: dict[str, Any]) -> Iterator[Prepared]:
    """Yield the sentences of an annotated article."""
    text: str = record["text"]
    words = lexicon("en")
    page = read_page(text, Given(), ())
    lines = paragraphs(text, page.body, [part.span for part in page.furniture])
    passages = find_marks(text, lines, words=words).passages
    sentences = without_dateline(frames(text, lines, passages, words), page)
    register = Register(words, None)
    namings = register.read(sentences, NameFinder(words, agency_named).find(sentences))
    discourse = Discourse(register, namings, words, None, Leads(sentences, namings, words))
    attributor = Attributor(text, passages, namings, discourse, words)
    attributor.read(sentences)
    quoting: dict[int, set[int]] = defaultdict(set)
    for draft in attributor.drafts:
        if draft.cue is not None:
            quoting[draft.sentence].update(range(draft.cue.first, draft.cue.last + 1))
    annotated = [told for one in record["attributions"] if (told := _told(one)) is not None]
    contents = [Span(part["start"], part["end"]) for one in record["attributions"] for part in one["content"]]
    for number, sentence in enumerate(sentences):
        parties = Parties(text, sentence, namings[number], words)
        here = sentence.span
        yield Prepared(
            sentence,
            parties,
            CueFinder(parties, words).first_party,
            frozenset(quoting[number]),
            tuple(told for told in annotated if here.start <= told.cue.start < here.end),
            tuple(span for span in contents if span.start < here.end and span.end > here.start),
        )


def _told(one: dict[str, Any]) -> Told | None:
    if one["cue"] is None:
        return None
    content = tuple(Span(part["start"], part["end"]) for part in one["content"])
    source = one["source"]
    return Told(
        Span(one["cue"]["start"], one["cue"]["end"]),
        Span(source["start"], source["end"]) if source else None,
        content,
        one["mode"],
    )
