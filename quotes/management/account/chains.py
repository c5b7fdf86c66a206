"""Chains: who said it via whom, and the words that prove each hop."""

from collections.abc import Iterator

from quotes.management.account.layout import WIDTH, in_columns, quoted, wrapped
from quotes.models import Appearance, Hop


def chain(row: Appearance) -> str:
    """Return the chain in words: "Kim Jong-un via KCNA via Reuters"."""
    return " via ".join(_name(hop) for hop in row.hops.all()) or "nobody named"


def hops(row: Appearance, indent: int) -> Iterator[str]:
    """Yield a line for each hop: who, on what it rests, and the words in the article."""
    links = list(row.hops.all())
    widest = max((len(_name(hop)) for hop in links), default=0)
    for hop in links:
        part = "speaker" if hop.position == 0 else "via"
        column = f"{part:<8} {_name(hop):<{widest}}  {hop.basis:<8}  "
        yield from in_columns(column + _evidence(hop), indent, hanging=min(len(column), WIDTH // 2))


def in_short(row: Appearance) -> str:
    """Return the chain with the proof of each hop behind its name."""
    return " via ".join(f"{_name(hop)} ({hop.basis}: {_evidence(hop)})" for hop in row.hops.all())


def told(row: Appearance, indent: int) -> Iterator[str]:
    """Yield the chain and below it its hops."""
    yield from wrapped(chain(row), indent)
    yield from hops(row, indent + 2)


def _name(hop: Hop) -> str:
    return hop.source.name if hop.source else f"{hop.name or 'somebody'} (unresolved)"


def _evidence(hop: Hop) -> str:
    return quoted(hop.evidence) if hop.evidence else "set by an editor"
