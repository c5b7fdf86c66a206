"""Showing evidence: words of a text lit up, chains with the words that prove each hop."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from quotes.models import Appearance, Hop

CONTEXT = 240  # code points shown on either side of a quote


def lit(
    text: str,
    spans: Iterable[tuple[int, int, str]],
    *,
    aside: Iterable[tuple[int, int]] = (),
    start: int = 0,
    end: int | None = None,
) -> SafeString:
    """Return `text[start:end]` with the spans marked; each is (start, end, label).

    Of two spans that overlap the first is marked. What lies in `aside` (furniture) is set back.
    """
    end = len(text) if end is None else end
    marked = [(s, e, "<mark title='{}'>{}</mark>", label) for s, e, label in spans]
    marked += [
        (s, e, "<span class='via-aside' title='{}'>{}</span>", "not the article's body") for s, e in aside
    ]
    pieces: list[SafeString] = []
    at = start
    for s, e, shape, label in sorted(marked):
        if s < at or e > end:
            continue
        pieces += [format_html("{}", text[at:s]), format_html(shape, label, text[s:e])]
        at = e
    pieces.append(format_html("{}", text[at:end]))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def shortened(words: str, most: int = 120) -> str:
    """Return `words`, cut with an ellipsis where they are longer than `most` code points."""
    return words if len(words) <= most else words[: most - 1] + "…"


def in_context(appearance: Appearance) -> SafeString:
    """Return the quote lit up inside the text around it."""
    text = appearance.revision.text
    start, end = max(0, appearance.start - CONTEXT), min(len(text), appearance.end + CONTEXT)
    spans = [(appearance.start, appearance.end, f"{appearance.kind} quote")]
    body = lit(text, spans, start=start, end=end)
    before, after = ("…" if start else ""), ("…" if end < len(text) else "")
    return format_html("<p class='via-text'>{}{}{}</p>", before, body, after)


def chain_line(hops: Iterable[Hop]) -> str:
    """Return a chain in one line: "Kim Jong-un via KCNA via Reuters"."""
    return " via ".join(str(hop.source) if hop.source else f"{hop.name or '?'} (unresolved)" for hop in hops)


def chain_table(hops: Iterable[Hop]) -> SafeString:
    """Return a chain as a table: source, basis and the words that prove it."""
    rows = format_html_join(
        "",
        "<tr><td>{}</td><td>{}</td><td>{}</td><td><q>{}</q></td></tr>",
        (
            (
                "speaker" if hop.position == 0 else f"via {hop.position}",
                str(hop.source) if hop.source else _unresolved(hop),
                hop.get_basis_display(),
                hop.evidence,
            )
            for hop in hops
        ),
    )
    head = SafeString("<tr><th>Place</th><th>Source</th><th>Basis</th><th>Evidence</th></tr>")
    return format_html("<table class='via-chain'>{}{}</table>", head, rows)


def _unresolved(hop: Hop) -> str:
    candidates = ", ".join(hop.candidates) or "no candidate"
    return f"{hop.name or 'nobody named'}: unresolved ({candidates})"
