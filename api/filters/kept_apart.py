"""Filters of sources that are kept apart."""

import django_filters  # type: ignore[import-untyped]
from django.db.models import Q, QuerySet

from api.filters import kinds
from quotes.models import KeptApart


def of_source(queryset: QuerySet[KeptApart], _name: str, sources: list[int]) -> QuerySet[KeptApart]:
    """Keep the pairs with one of the sources on either side."""
    return queryset.filter(Q(a__in=sources) | Q(b__in=sources))


class KeptApartFilters(django_filters.FilterSet):  # type: ignore[misc]
    """The filters of /kept-apart."""

    source = kinds.source_by(of_source, "A source on either side")
