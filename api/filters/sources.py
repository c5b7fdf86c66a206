"""Filters of sources, speakers and outlets."""

from typing import Any

import django_filters  # type: ignore[import-untyped]
from django.db.models import Q, QuerySet

from api.filters import kinds
from api.filters.fields import RowField, described
from quotes.models import Alias, Article, Source
from quotes.text.naming import name_key

ANY = "any"


def named(queryset: QuerySet[Source], _name: str, name: str) -> QuerySet[Source]:
    """Keep the sources that go by a name, however it is spelled."""
    key = name_key(name)
    return queryset.filter(Q(name_key=key) | Q(pk__in=Alias.objects.filter(name_key=key).values("source")))


def name_holding(queryset: QuerySet[Source], _name: str, part: str) -> QuerySet[Source]:
    """Keep the sources with a name that holds a part."""
    key = name_key(part)
    aliases = Alias.objects.filter(name_key__contains=key).values("source")
    return queryset.filter(Q(name_key__contains=key) | Q(pk__in=aliases))


class OnlyInField(RowField):
    """An article by its id, or the word for all of them."""

    def clean(self, value: Any) -> Any:
        return value if value == ANY else super().clean(value)


class OnlyIn(django_filters.Filter):  # type: ignore[misc]
    """The unnamed sources of one article, or of all."""

    field_class = OnlyInField

    def filter(self, qs: QuerySet[Source], value: Any) -> QuerySet[Source]:
        return qs.filter(only_in__isnull=False) if value == ANY else super().filter(qs, value)


class SourceFilters(django_filters.FilterSet):  # type: ignore[misc]
    """The filters of /sources, /speakers and /outlets."""

    name = described(django_filters.CharFilter(method=named), "A whole name or alias, however it is spelled.")
    q = described(django_filters.CharFilter(method=name_holding), "A part of a name or alias.")
    kind = kinds.one_of("kind", Source.Kind.values, "What sort of source")
    only_in = described(
        OnlyIn(field_name="only_in", model=Article),
        f"The article that alone knows it: its unnamed sources, by its id; `{ANY}`: those of all articles.",
    )
