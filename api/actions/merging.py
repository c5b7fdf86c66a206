"""What editors do to several rows at once: merge, split, and take either back."""

from typing import Any

from rest_framework import serializers
from rest_framework.response import Response

from api.actions.action import Action, does
from api.serializers.acts import ActDetail, QuoteMerged, QuoteSplit, SourceMerged
from api.serializers.bodies import Reasoned, RowById
from api.views import acts
from api.views.quotes import Quotes
from api.views.sources import Sources
from quotes.models import Act, Appearance, Quote, Source
from quotes.services import quotes, sources
from quotes.services.undoing import undo

MOST = 100
MOST_PRINTINGS = 1000


class QuotesToMerge(Reasoned):
    """The other quotes."""

    quotes = serializers.ListField(child=RowById(Quote), min_length=1, max_length=MOST)


class PartsToSplit(Reasoned):
    """The parts, each by its printings; printings in no part stay together."""

    groups = serializers.ListField(
        child=serializers.ListField(child=RowById(Appearance), min_length=1, max_length=MOST_PRINTINGS),
        min_length=1,
        max_length=MOST,
    )


class SourcesGiven(Reasoned):
    """The other sources."""

    sources = serializers.ListField(child=RowById(Source), min_length=1, max_length=MOST)


class _OfQuotes(Action, Quotes):
    needs = "quotes.change_quote"

    def shown(self, rows: list[Quote]) -> list[Any]:
        """Return the quotes as their own addresses show them."""
        return [self.represent(self.get_queryset().get(pk=row.pk)) for row in rows]

    def act_shown(self, act: Act) -> Any:
        """Return the act as JSON."""
        return ActDetail(acts.shown().get(pk=act.pk), context=self.get_serializer_context()).data


@does(QuotesToMerge, QuoteMerged)
class MergeQuotes(_OfQuotes):
    """They are one quote: the oldest goes on, the ids of the others lead to it."""

    def act(self, row: Quote, given: dict[str, Any]) -> Response:
        done = quotes.merge(by=self.editor, quotes=[row, *given["quotes"]], reason=given["reason"])
        return Response({"quote": self.shown([done.quote])[0], "act": self.act_shown(done.act)})


@does(PartsToSplit, QuoteSplit)
class SplitQuote(_OfQuotes):
    """They are several quotes: one for each part."""

    def act(self, row: Quote, given: dict[str, Any]) -> Response:
        done = quotes.split(by=self.editor, quote=row, groups=given["groups"], reason=given["reason"])
        return Response({"quotes": self.shown(list(done.quotes)), "act": self.act_shown(done.act)})


@does(SourcesGiven, SourceMerged)
class MergeSources(Action, Sources):
    """They are this source: their ids lead to it, their names become its aliases."""

    needs = "quotes.change_source"

    def act(self, row: Source, given: dict[str, Any]) -> Response:
        done = sources.merge(by=self.editor, into=row, sources=given["sources"], reason=given["reason"])
        survivor = self.get_queryset().get(pk=row.pk)
        act = ActDetail(acts.shown().get(pk=done.act.pk), context=self.get_serializer_context())
        return Response({"source": self.represent(survivor), "act": act.data})


@does(Reasoned, ActDetail)
class Undo(Action, acts.Acts):
    """Take any decision back; answers with the act of undoing."""

    needs = "quotes.change_quote"

    def act(self, row: Act, given: dict[str, Any]) -> Act:
        return undo(by=self.editor, act=row, reason=given["reason"])
