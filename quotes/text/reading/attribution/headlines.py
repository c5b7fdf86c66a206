"""Headlines: words a title quotes, read only where the article says whose they are."""

from collections.abc import Sequence

from quotes.text.reading.attribution.retold import plain
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.marks import Passage, find_marks
from quotes.text.reading.types import Appearance, Basis, Hop, Kind, LeftOut, Page
from quotes.text.spans import Span

_REASON = "a headline's words that the article gives to nobody"


def headline_appearances(
    text: str, page: Page, appearances: Sequence[Appearance], words: Lexicon
) -> tuple[list[Appearance], list[LeftOut]]:
    """Return the title's quotations: those the body prints too, with its chain, and the rest as left out.

    Only a title that stands in `text` is read. Certain means that the body quotes the same words,
    case and marks aside, and always gives them to one speaker.
    """
    found: list[Appearance] = []
    left: list[LeftOut] = []
    for part in page.furniture:
        if part.kind != "title":
            continue
        for passage in find_marks(text, [part.span], singles=True, words=words).passages:
            source = _printed_below(text, passage, appearances)
            if source is None:
                left.append(LeftOut(passage.inner, _REASON))
            else:
                found.append(_retold(text, passage, source))
    return found, left


def _printed_below(text: str, passage: Passage, appearances: Sequence[Appearance]) -> Appearance | None:
    wanted = f" {plain(passage.inner.of(text))} "
    if not wanted.strip():
        return None
    fitting = [
        one for one in appearances if wanted in f" {plain(one.span.of(text))} " and one.chain[0].source
    ]
    speakers = {one.chain[0].source for one in fitting}
    return fitting[0] if len(speakers) == 1 else None


def _retold(text: str, passage: Passage, source: Appearance) -> Appearance:
    span = passage.inner
    chain = tuple(
        Hop(
            hop.source,
            hop.kind,
            hop.basis if hop.basis is Basis.CREDIT else Basis.CONTEXT,
            hop.evidence,
            hop.candidates,
            hop.confidence,
        )
        for hop in source.chain
    )
    while len(span) and text[span.end - 1] in " \xa0\u202f,.":
        span = Span(span.start, span.end - 1)
    while len(span) and text[span.start].isspace():
        span = Span(span.start + 1, span.end)
    return Appearance(span, (span,), Kind.PARTIAL, chain, confidence=source.confidence)
