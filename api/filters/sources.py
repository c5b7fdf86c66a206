"""Filters of sources, speakers and outlets."""

import django_filters  # type: ignore[import-untyped]
from django.db.models import Q, QuerySet

from api.filters import kinds
from api.filters.fields import described
from quotes.models import Alias, Article, Source
from quotes.text.naming import name_key


def named(queryset: QuerySet[Source], _name: str, name: str) -> QuerySet[Source]:
    """Keep the sources that go by a name, however it is spelled."""
    key = name_key(name)
    return queryset.filter(Q(name_key=key) | Q(pk__in=Alias.objects.filter(name_key=key).values("source")))


def name_holding(queryset: QuerySet[Source], _name: str, part: str) -> QuerySet[Source]:
    """Keep the sources with a name that holds a part."""
    key = name_key(part)
    aliases = Alias.objects.filter(name_key__contains=key).values("source")
    return queryset.filter(Q(name_key__contains=key) | Q(pk__in=aliases))


class SourceFilters(django_filters.FilterSet):  # type: ignore[misc]
    """The filters of /sources, /speakers and /outlets."""

    name = described(django_filters.CharFilter(method=named), "A whole name or alias, however it is spelled.")
    q = described(django_filters.CharFilter(method=name_holding), "A part of a name or alias.")
    kind = kinds.one_of("kind", Source.Kind.values, "What sort of source")
    only_in = kinds.row("only_in", Article, "The article that alone knows it: its unnamed sources")
