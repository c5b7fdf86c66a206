"""Findings: the same words given to different people, and the same words that are no one quote."""

from collections import defaultdict
from collections.abc import Iterator

from quotes.management.account.layout import day, heading, quoted, wrapped
from quotes.management.account.printed import Place, place, quotes_with_printings, words
from quotes.models import Appearance, Match, Quote


def conflicts() -> Iterator[str]:
    """Yield the quotes whose printings name more than one speaker, with who names whom."""
    conflicting = set(Quote.objects.conflicting().values_list("pk", flat=True))
    if not conflicting:
        return
    yield from heading("The same words, given to different people")
    for quote, rows in quotes_with_printings(at_least=2):
        if quote.pk not in conflicting:
            continue
        yield from wrapped(quoted(quote.text))
        speakers: dict[str, list[str]] = {}
        for row in rows:
            speakers.setdefault(_speaker(row), []).append(_where(row))
        for speaker, places in speakers.items():
            yield from wrapped(f"{speaker}: {'; '.join(places)}", indent=3, hanging=2)
        yield ""


def kept_apart() -> Iterator[str]:
    """Yield the words printed twice that are not one quote: each quote's printings, and the reason."""
    stock = Match.objects.current().filter(relation=Match.Relation.STOCK)
    hops = ("a__hops__source", "b__hops__source")
    related = stock.select_related("a__article__outlet", "b__article__outlet").prefetch_related(*hops)
    by_words: dict[str, list[Match]] = defaultdict(list)
    for match in sorted(related, key=_in_time):
        if match.a.quote_id != match.b.quote_id:
            shorter = min(match.a, match.b, key=lambda row: (len(words(row)), place(row)))
            by_words[words(shorter)].append(match)
    if not by_words:
        return
    yield from heading("The same words, but not the same quote")
    for text, matches in by_words.items():
        yield from wrapped(quoted(text))
        printings = sorted({row for match in matches for row in (match.a, match.b)}, key=place)
        by_quote: dict[int | None, list[Appearance]] = defaultdict(list)
        for row in printings:
            by_quote[row.quote_id].append(row)
        for rows in by_quote.values():
            yield from wrapped(f"{_speaker(rows[0])}: {'; '.join(map(_where, rows))}", indent=3, hanging=2)
        yield from wrapped(_reason(matches[0]), indent=3)
        yield ""


def _in_time(match: Match) -> list[Place]:
    return sorted((place(match.a), place(match.b)))


def _reason(match: Match) -> str:
    return (
        match.reason or "Too common to tell one utterance by: a set phrase, until an editor says otherwise."
    )


def _speaker(row: Appearance) -> str:
    first = next((hop for hop in row.hops.all() if hop.position == 0), None)
    return first.source.name if first and first.source else "nobody named"


def _where(row: Appearance) -> str:
    return f"{row.article.outlet.name}, {day(row.article.published_as)}"
