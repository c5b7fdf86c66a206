"""Filters of matches."""

import django_filters  # type: ignore[import-untyped]
from django.db.models import Q, QuerySet

from api.filters import kinds
from quotes.models import Appearance, Match, Quote


def of_quote(queryset: QuerySet[Match], _name: str, quote: int) -> QuerySet[Match]:
    """Keep the matches with a side that prints the quote."""
    return queryset.filter(Q(a__quote=quote) | Q(b__quote=quote))


def of_appearance(queryset: QuerySet[Match], _name: str, appearance: int) -> QuerySet[Match]:
    """Keep the matches with the appearance on either side."""
    return queryset.filter(Q(a=appearance) | Q(b=appearance))


class MatchFilters(django_filters.FilterSet):  # type: ignore[misc]
    """The filters of /matches."""

    quote = kinds.row_by(of_quote, Quote, "A quote that one side prints")
    appearance = kinds.row_by(of_appearance, Appearance, "An appearance on either side")
    relation = kinds.one_of("relation", Match.Relation.values, "How the printings relate")
    judgement = kinds.one_of("judgement", Match.Judgement.values, "What was judged")
