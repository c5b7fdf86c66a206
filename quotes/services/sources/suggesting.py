"""Suggesting: sources that may be one, by their names; a person says which are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from quotes.graph.joining import Joining
from quotes.models import Alias, Source
from quotes.models.source import SourceQuerySet
from quotes.services.sources.apart import kept_apart

NEWEST = 2000  # sources that are looked at, the newest first
LONGEST = 12  # members of a group: what one can take in


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A source that may be the one asked about: a name of it is, or holds, a name of the other."""

    source: Source
    name: str


def similar(source: Source, *, limit: int = 20) -> list[Suggestion]:
    """Return sources that may be this one, without those kept apart from it, those with its own name first.

    A name with words left out at its start, at its end or in its middle may name the same one: "Okoro",
    "Ada Okoro" and "Ada N. Okoro".
    """
    keys = {source.name_key, *source.aliases.values_list("name_key", flat=True)}
    shorter = {part for key in keys for part in _parts(key)} | keys
    names = Q(name_key__in=shorter)
    for key in keys:
        first, *rest = key.split()
        names |= Q(name_key__startswith=f"{key} ") | Q(name_key__endswith=f" {key}")
        if rest:
            names |= Q(name_key__startswith=f"{first} ", name_key__endswith=f" {rest[-1]}")
    aliases = Alias.objects.filter(name_key__in=shorter).values("source_id")
    found = _mergeable().filter(names | Q(pk__in=aliases)).exclude(pk=source.pk)[: 5 * limit]
    alike = [one for one in found if _of_a_sort(one, source)]
    apart = kept_apart([source, *alike])
    left = [one for one in alike if (min(one.pk, source.pk), max(one.pk, source.pk)) not in apart]
    left.sort(key=lambda one: (one.name_key not in keys, one.name, one.pk))
    return [Suggestion(one, one.name) for one in left[:limit]]


def suggestions(*, limit: int = 50) -> list[list[Source]]:
    """Return groups of sources that may be one, the most complete name first, without pairs kept apart.

    Looks at the newest sources and at whatever shorter form of their names another goes by.
    """
    newest = list(_mergeable().order_by("-pk")[:NEWEST])
    parts = {one.pk: {one.name_key, *_parts(one.name_key)} for one in newest}
    known: dict[str, list[Source]] = defaultdict(list)
    for one in _mergeable().filter(name_key__in={part for each in parts.values() for part in each}):
        known[one.name_key].append(one)
    pairs = {
        (min(one.pk, other.pk), max(one.pk, other.pk)): (one, other)
        for one in newest
        for part in parts[one.pk]
        for other in known[part]
        if other.pk != one.pk and _of_a_sort(one, other)
    }
    for pair in kept_apart({source for both in pairs.values() for source in both}):
        pairs.pop(pair, None)
    return _groups(list(pairs.values()))[:limit]


def _groups(pairs: Sequence[tuple[Source, Source]]) -> list[list[Source]]:
    rows = {source.pk: source for pair in pairs for source in pair}
    joined = Joining(dict.fromkeys(rows, 0), ())
    for a, b in pairs:
        joined.join(a.pk, b.pk)
    groups = {joined.root(pk): joined.members(pk) for pk in rows}
    return [
        sorted((rows[pk] for pk in group), key=lambda one: (-len(one.name_key), one.pk))[:LONGEST]
        for _, group in sorted(groups.items(), reverse=True)
    ]


def _parts(key: str) -> Iterable[str]:
    """Return the shorter forms of a name: words left out at the start, at the end, or all in the middle."""
    words = key.split()
    for count in range(1, len(words)):
        yield " ".join(words[count:])
        yield " ".join(words[:count])
    if len(words) > 2:
        yield f"{words[0]} {words[-1]}"


def _mergeable() -> SourceQuerySet:
    return Source.objects.live().filter(only_in__isnull=True).exclude(kind=Source.Kind.UNNAMED)


def _of_a_sort(one: Source, other: Source) -> bool:
    """Tell whether two may be one by their kinds: a person is no paper."""
    person = Source.Kind.PERSON
    return (one.kind == person) == (other.kind == person)
