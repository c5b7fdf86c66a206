"""Page: what was read from articles, drawn as one HTML page that needs nothing else."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string

from quotes.text.pieces import Mark, pieces
from quotes.text.reading.types import Appearance, Hop, Page, Reading


@dataclass(frozen=True, slots=True)
class Shown:
    """An article's name and text with its reading."""

    name: str
    text: str
    reading: Reading


def page(shown: Collection[Shown]) -> str:
    """Return the page: quotes, cues, evidence and furniture marked in each text, the chains beside."""
    return render_to_string("reading/marked.html", {"articles": [_article(one) for one in shown]})


def _article(shown: Shown) -> Mapping[str, Any]:
    reading, text = shown.reading, shown.text
    return {
        "name": shown.name,
        "pieces": list(pieces(text, list(_marks(reading)))),
        "facts": [(name, fact) for name, fact in _facts(reading.page) if fact],
        "quotes": [_quote(number, one, text) for number, one in enumerate(reading.appearances, start=1)],
        "left_out": [(one.span.of(text), one.reason) for one in reading.left_out],
    }


def _facts(read: Page) -> Iterator[tuple[str, str | None]]:
    yield "title", read.title
    yield "byline", ", ".join(read.byline)
    yield "published", read.published_at
    yield "dateline", read.dateline
    yield "credit", read.credit
    yield "contributions", ", ".join(read.contributions)


def _marks(reading: Reading) -> Iterator[Mark]:
    for part in reading.page.furniture:
        yield Mark(part.span, "aside", f"not body: {part.kind}")
    for left in reading.left_out:
        yield Mark(left.span, "left", f"no quote of a speaker: {left.reason}")
    for number, one in enumerate(reading.appearances, start=1):
        for segment in one.segments:
            yield Mark(segment, "quote", f"quote {number}, {one.kind}", number)
            yield Mark(segment, one.kind.value, f"quote {number}, {one.kind}")
        if one.cue is not None:
            yield Mark(one.cue, "cue", f"cue of quote {number}", number)
        if one.setting is not None:
            yield Mark(one.setting, "setting", f"setting of quote {number}", number)
        for position, hop in enumerate(one.chain):
            proves = "speaker" if position == 0 else f"hop {position}"
            yield Mark(hop.evidence, "evidence", f"{proves} of quote {number}: {hop.source or '?'}", number)


def _quote(number: int, one: Appearance, text: str) -> Mapping[str, Any]:
    return {
        "number": number,
        "words": " … ".join(part.of(text) for part in one.segments),
        "kind": one.kind.value,
        "confidence": one.confidence,
        "cue": one.cue.of(text) if one.cue else "",
        "setting": one.setting.of(text) if one.setting else "",
        "hops": [_hop(hop, text) for hop in one.chain],
    }


def _hop(hop: Hop, text: str) -> Mapping[str, Any]:
    return {
        "source": hop.source or (" or ".join(hop.candidates) if hop.candidates else "nobody named"),
        "known": hop.source is not None,
        "basis": hop.basis.value,
        "evidence": hop.evidence.of(text),
        "confidence": hop.confidence,
    }
