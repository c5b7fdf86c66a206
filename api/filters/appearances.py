"""Filters of appearances, and of quotes by their appearances."""

from typing import Any

import django_filters  # type: ignore[import-untyped]
from django.db.models import Exists, OuterRef, QuerySet

from api.filters import kinds
from quotes.models import Appearance, Article, Hop, Match, Quote
from quotes.text.reading.lexicon import languages


def said_by(queryset: QuerySet[Appearance], _name: str, sources: list[int]) -> QuerySet[Appearance]:
    """Keep the appearances whose chain starts with one of the sources."""
    return queryset.filter(Exists(_hops(sources).filter(position=0)))


def passed_through(queryset: QuerySet[Appearance], _name: str, sources: list[int]) -> QuerySet[Appearance]:
    """Keep the appearances that one of the sources passed on, at any hop after the speaker."""
    return queryset.filter(Exists(_hops(sources).filter(position__gt=0)))


def originated(queryset: QuerySet[Appearance], _name: str, sources: list[int]) -> QuerySet[Appearance]:
    """Keep the appearances that one of the sources had first: the hop right after the speaker."""
    return queryset.filter(Exists(_hops(sources).filter(position=1)))


def direct(queryset: QuerySet[Appearance], _name: str, wanted: bool) -> QuerySet[Appearance]:
    """Keep the appearances that nobody passed on, or those that somebody did."""
    relayed = Exists(Hop.objects.filter(appearance=OuterRef("pk"), position__gt=0))
    return queryset.filter(~relayed if wanted else relayed)


def related(queryset: QuerySet[Appearance], _name: str, relations: list[str]) -> QuerySet[Appearance]:
    """Keep the appearances that a match in force relates so to another."""
    matches = Match.objects.current().filter(relation__in=relations)
    return queryset.filter(
        Exists(matches.filter(a=OuterRef("pk"))) | Exists(matches.filter(b=OuterRef("pk")))
    )


def altered(queryset: QuerySet[Appearance], _name: str, wanted: bool) -> QuerySet[Appearance]:
    """Keep the appearances that a match in force judges to mean something else than another, or the rest."""
    matches = Match.objects.current().filter(judgement=Match.Judgement.ALTERED)
    means_other = Exists(matches.filter(a=OuterRef("pk"))) | Exists(matches.filter(b=OuterRef("pk")))
    return queryset.filter(means_other if wanted else ~means_other)


def _hops(sources: list[int]) -> QuerySet[Hop]:
    return Hop.objects.filter(appearance=OuterRef("pk"), source__in=sources)


class PrintingFilters(django_filters.FilterSet):  # type: ignore[misc]
    """What can be asked of a printing; rejected ones only where `state` asks for them."""

    speaker = kinds.source_by(said_by, "Who said it")
    via = kinds.source_by(passed_through, "Who passed it on, at any hop after the speaker")
    origin = kinds.source_by(originated, "Who had it first after the speaker")
    direct_only = kinds.yes_or_no(
        direct, "true: printings that name nobody who passed the words on; false: those that do."
    )
    outlet = kinds.source("article__outlet", "Who printed it")
    article = kinds.row("article", Article, "The article that prints it")
    kind = kinds.one_of("kind", Appearance.Kind.values, "How it is printed")
    relation = kinds.some_of(related, Match.Relation.values, "How it relates to another printing")
    altered = kinds.yes_or_no(
        altered, "true: printings that mean something else than another of the same words, as judged."
    )
    language = kinds.one_of("article__language", languages(), "The article's language")
    state = kinds.one_of(
        "state",
        Appearance.State.values,
        "What editors decided; without it, all but the rejected ones",
    )
    published_from = kinds.since("article__published_at", "Printed at or after")
    published_to = kinds.until("article__published_at", "Printed at or before")
    q = kinds.words("text", "Words that are printed")

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Apply the filters; leave out what editors rejected unless states are named."""
        if not self.form.cleaned_data.get("state"):
            queryset = queryset.exclude(state=Appearance.State.REJECTED)
        found: QuerySet[Any] = super().filter_queryset(queryset)
        return found


class AppearanceFilters(PrintingFilters):
    """The filters of /appearances."""

    quote = kinds.row("quote", Quote, "The quote it prints")


def conflicting(queryset: QuerySet[Any], _name: str, wanted: bool) -> QuerySet[Any]:
    """Keep the quotes whose printings name several speakers, or the others; from `with_conflict` rows."""
    return queryset.filter(conflict=wanted)


def only_through(queryset: QuerySet[Quote], _name: str, sources: list[int]) -> QuerySet[Quote]:
    """Keep the quotes that have standing printings, each of which one of the sources passed on."""
    printings = Appearance.objects.standing().filter(quote=OuterRef("pk"))
    passed_on = Exists(_hops(sources).filter(position__gt=0))
    return queryset.filter(Exists(printings.filter(passed_on)), ~Exists(printings.filter(~passed_on)))


class QuoteFilters(PrintingFilters):
    """The filters of /quotes: a quote is found by one printing of it that fits them all."""

    conflict = kinds.yes_or_no(conflicting, "Whether its printings name several speakers.")
    only_via = kinds.source_by(only_through, "Who passed on every printing of it, at any hop")
    first_published_from = kinds.since("first_published_at", "First printed at or after")
    first_published_to = kinds.until("first_published_at", "First printed at or before")

    def filter_queryset(self, queryset: QuerySet[Quote]) -> QuerySet[Quote]:
        """Keep the quotes with one standing printing that fits every filter of printings."""
        values = self.form.cleaned_data
        printings = Appearance.objects.all() if values.get("state") else Appearance.objects.standing()
        asked = [name for name in PrintingFilters.base_filters if values.get(name) not in (None, "", [])]
        for name in asked:
            printings = self.filters[name].filter(printings, values[name])
        if asked:
            queryset = queryset.filter(pk__in=printings.values("quote"))
        for name in self.filters.keys() - PrintingFilters.base_filters.keys():
            queryset = self.filters[name].filter(queryset, values[name])
        return queryset
