"""Filters of copies."""

import django_filters  # type: ignore[import-untyped]
from django.db.models import Q, QuerySet

from api.filters import kinds
from quotes.models import Article, Copy


def of_article(queryset: QuerySet[Copy], _name: str, article: int) -> QuerySet[Copy]:
    """Keep the copies with the article on either side."""
    return queryset.filter(Q(a=article) | Q(b=article))


def of_outlet(queryset: QuerySet[Copy], _name: str, outlets: list[int]) -> QuerySet[Copy]:
    """Keep the copies that one of the outlets took from the other side."""
    taken = Q(giver=Copy.Side.B, a__outlet__in=outlets) | Q(giver=Copy.Side.A, b__outlet__in=outlets)
    return queryset.filter(taken)


def credited(queryset: QuerySet[Copy], _name: str, wanted: bool) -> QuerySet[Copy]:
    """Keep the copies that name their source themselves, or the others."""
    return queryset.filter(credited=wanted)


class CopyFilters(django_filters.FilterSet):  # type: ignore[misc]
    """The filters of /copies."""

    article = kinds.row_by(of_article, Article, "An article on either side")
    outlet = kinds.source_by(of_outlet, "Who printed the other's words")
    source = kinds.source("source", "Whom the copy should name")
    credited = kinds.yes_or_no(credited, "Whether the copy names its source itself.")
    state = kinds.one_of("state", Copy.State.values, "What editors decided")
