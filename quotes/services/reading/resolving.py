"""Resolving: the names in the chains of a reading, as sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from quotes.models import Article, Source
from quotes.services import sources
from quotes.text.naming import name_key
from quotes.text.reading.types import Hop, SourceKind

LONGEST = 300  # characters of a name; nobody's is longer

Named = tuple[str, SourceKind]


@dataclass(frozen=True)
class Resolved:
    """Whom a name means: one source, or none and the names of those it may mean."""

    source: Source | None
    candidates: tuple[str, ...] = ()


def resolve(hops: Iterable[Hop], article: Article) -> Mapping[Named, Resolved]:
    """Return for each name and kind in `hops` the source that is meant, made where there is none.

    A name that several sources share on the article's day stays unresolved. "A senior official" is a
    source of this article alone. Names are taken in order, so that two readers never wait for each other.
    """
    named = {(hop.source, hop.kind) for hop in hops if hop.source is not None}
    in_order = sorted(named, key=lambda one: (name_key(one[0]), one))
    return {(name, kind): _source(name, kind, article) for name, kind in in_order}


def _source(name: str, kind: SourceKind, article: Article) -> Resolved:
    if not name_key(name) or max(len(name), len(name_key(name))) > LONGEST:
        return Resolved(None)
    if kind is SourceKind.UNNAMED:
        return Resolved(sources.find_or_create(name=name, kind=kind.value, only_in=article))
    day: date | None = article.published_at.date() if article.published_at else None
    found = sources.candidates(name, on=day)
    if len(found) > 1:
        return Resolved(None, tuple(str(source) for source in found))
    return Resolved(found[0] if found else sources.find_or_create(name=name, kind=kind.value, on=day))
