"""Speakers asked for: the sources that go by the names a text gives, many names at once."""

from collections import defaultdict
from collections.abc import Collection

from quotes.models import Alias, Source
from quotes.text.naming import name_key


def known_as(names: Collection[str]) -> dict[str, list[Source]]:
    """Return the live sources that go by each name, as `sources.candidates` does for one of them.

    A name that is nobody's whole name, but the last word of just a few people's, leads to none: who is meant
    shows beside an answer only (see `goes_by`).
    """
    keys = {name: key for name in names if (key := name_key(name))}
    wanted = set(keys.values())
    aliases = Alias.objects.filter(name_key__in=wanted, source__only_in__isnull=True)
    bearers = [(alias.name_key, alias.source) for alias in aliases.select_related("source__merged_into")]
    named = Source.objects.filter(name_key__in=wanted, only_in__isnull=True).select_related("merged_into")
    bearers += [(source.name_key, source) for source in named]
    found: dict[str, dict[int, Source]] = defaultdict(dict)
    for key, source in bearers:
        survivor = source.survivor()
        found[key][survivor.pk] = survivor
    return {name: [found[key][pk] for pk in sorted(found[key])] for name, key in keys.items()}


def goes_by(source: Source, name: str) -> bool:
    """Tell whether a name is a shorter form of the source's: all its words are among the source's."""
    words = set(name_key(name).split())
    return bool(words) and words <= set(source.name_key.split())
