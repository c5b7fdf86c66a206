"""Across: the quotes printed more than once, each with all its printings."""

from collections.abc import Collection, Iterator
from typing import Any

from quotes.management.account.chains import told
from quotes.management.account.differing import marked
from quotes.management.account.layout import count, day, heading, quoted, wrapped
from quotes.management.account.printed import canonical, matches_of, quotes_with_printings, words
from quotes.models import Appearance, Match, Quote
from quotes.services.provenance import provenance

_IN_WORDS = {
    Match.Relation.RETRANSLATED: "retranslated: another rendering of the same foreign words",
    Match.Relation.EDITED: "edited",
    Match.Relation.SPLICED: "spliced: parts joined, the cut not admitted",
    Match.Relation.TRUNCATED: "truncated",
    Match.Relation.CONTAINED: "a fragment of it",
    Match.Relation.TYPOGRAPHIC: "the same but for typography",
    Match.Relation.EXACT: "the same words",
}
_MARKED = {Match.Relation.EDITED, Match.Relation.SPLICED, Match.Relation.TYPOGRAPHIC}


def across() -> Iterator[str]:
    """Yield every quote with two printings or more."""
    yield from heading("The same quote, printed more than once")
    yield "[-words-] are missing in this printing, {+words+} are only in it."
    yield ""
    conflicting = set(Quote.objects.conflicting().values_list("pk", flat=True))
    for number, (quote, rows) in enumerate(quotes_with_printings(at_least=2), start=1):
        yield from wrapped(f"{number}. {quoted(quote.text)}", hanging=len(f"{number}. "))
        yield from wrapped(_summary(quote, conflicting), indent=3, hanging=2)
        first = canonical(quote, rows)
        matches = matches_of(first)
        for row in rows:
            yield from _printing(row, first, matches.get(row.pk))
        yield ""


def _summary(quote: Quote, conflicting: Collection[int]) -> str:
    found = provenance(quote)
    nobody = "conflicting speakers" if quote.pk in conflicting else "nobody named"
    speaker = quote.speaker.name if quote.speaker else nobody
    return f"{speaker} · {count(found['outlets'], 'outlet')} · {_origins(found)}"


def _origins(found: dict[str, Any]) -> str:
    names = ", ".join(origin["source"] for origin in found["origins"])
    known = f"{count(len(found['origins']), 'origin')}: {names}" if names else "no origin known"
    unknown = found["unknown"]
    return f"{known}; unknown for {count(unknown, 'outlet')}" if unknown and names else known


def _printing(row: Appearance, first: Appearance, match: Match | None) -> Iterator[str]:
    where = f"{row.article.outlet.name}, {day(row.article.published_as)}"
    if row.pk == first.pk:
        yield from wrapped(f"{where} · the fullest wording", indent=3)
    else:
        yield from _related(where, row, first, match)
    yield from told(row, indent=5)


def _related(where: str, row: Appearance, first: Appearance, match: Match | None) -> Iterator[str]:
    """Yield how a printing stands to the fullest one; without a match the two meet through others."""
    if match is None:
        yield from wrapped(f"{where} · {quoted(words(row))}", indent=3, hanging=2)
        return
    relation = Match.Relation(match.relation)
    altered = " · MEANING CHANGED" if match.changes else ""
    yield from wrapped(f"{where} · {_IN_WORDS.get(relation, relation.value)}{altered}", indent=3, hanging=2)
    if relation in _MARKED:
        yield from wrapped(marked(first, match), indent=5)
    elif relation != Match.Relation.EXACT:
        yield from wrapped(quoted(words(row)), indent=5)
    for change in match.changes:
        yield from wrapped(f"! {change['sentence']}", indent=5, hanging=2)
