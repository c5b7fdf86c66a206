"""Drawing an article's text: every quote, cue and piece of evidence marked in place, letter for letter."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from quotes.admin.evidence import chain_line
from quotes.models import Appearance, Hop, Revision
from quotes.text.pieces import Mark, Piece, pieces
from quotes.text.spans import Span


def drawn(text: str, rows: Sequence[Appearance], revision: Revision) -> SafeString:
    """Return the text as HTML; without its tags it is the text again, so that selections can be counted.

    Quote n (from 1, in the order of `rows`) has the class `q-n`, the evidence of its hop p `h-n-p`.
    """
    marks = [*_furniture(revision), *_marks(rows)]
    return _joined(pieces(text, [mark for mark in marks if mark.span]), rows)


def excerpt(text: str, rows: Sequence[Appearance], around: tuple[int, int]) -> SafeString:
    """Return the text from `around[0]` to `around[1]`, marked in the same way."""
    start, end = around
    inside = []
    for mark in _marks(rows):
        first, last = max(mark.span.start, start), min(mark.span.end, end)
        if first < last:
            inside.append(Mark(Span(first - start, last - start), mark.style, mark.label, mark.number))
    return _joined(pieces(text[start:end], inside), rows)


def _joined(found: Iterable[Piece], rows: Sequence[Appearance]) -> SafeString:
    """Return the pieces as HTML, an anchor where each quote and each piece of evidence begins."""
    begun: set[str] = set()
    shown = []
    for piece in found:
        names = {name for style in piece.styles for name in style.split() if name.startswith("h-")} - begun
        begun |= names
        anchors = format_html_join("", '<a id="{}"></a>', ((name,) for name in sorted(names)))
        shown.append((anchors, _shown(piece, rows)))
    return format_html_join("", "{}{}", shown)


def _furniture(revision: Revision) -> Iterator[Mark]:
    for part in revision.furniture:
        yield Mark(Span(part["start"], part["end"]), "furniture", "not the article's body")


def _marks(rows: Iterable[Appearance]) -> Iterator[Mark]:
    for number, row in enumerate(rows, start=1):
        label = f"quote {number}: {chain_line(row.hops.all())}"
        for place, (first, last) in enumerate(row.segments or [[row.start, row.end]]):
            yield Mark(Span(first, last), "quote", label, None if place else number)
            yield Mark(Span(first, last), f"q-{number} {row.kind} {row.state}", label)
        if row.cue_start is not None and row.cue_end is not None:
            yield Mark(Span(row.cue_start, row.cue_end), "cue", f"cue of quote {number}", number)
        for hop in row.hops.all():
            if hop.start is not None and hop.end is not None:
                yield Mark(
                    Span(hop.start, hop.end),
                    f"evidence h-{number}-{hop.position}",
                    _proves(hop, number),
                    number,
                )


def _proves(hop: Hop, number: int) -> str:
    role = "speaker" if hop.position == 0 else f"hop {hop.position}"
    return f"{role} of quote {number}: {hop.source or 'unresolved'}"


def _shown(piece: Piece, rows: Sequence[Appearance]) -> SafeString:
    opened = format_html_join(
        "",
        '<a class="number" id="q-{0}" href="?quote={1}#quote" data-n="{0}" aria-label="Quote {0}"></a>',
        ((number, rows[number - 1].pk) for number in piece.opens),
    )
    if not piece.styles:
        return format_html("{}{}", opened, _kept(piece.text))
    styles = mark_safe(" ".join(piece.styles))  # noqa: S308 - our own names and numbers
    return format_html(
        '{}<span class="{}" title="{}">{}</span>', opened, styles, piece.label, _kept(piece.text)
    )


def _kept(text: str) -> SafeString:
    """Return the text escaped so that a browser keeps each letter: it would drop a carriage return."""
    return mark_safe(escape(text).replace("\r", "&#13;"))  # noqa: S308 - escaped
