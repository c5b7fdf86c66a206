"""What editors do to a source's names, and to an article that failed."""

from typing import Any

from rest_framework import serializers

from api.actions.action import Action, does
from api.serializers.articles import ArticleDetail
from api.serializers.bodies import Body, Reasoned, Text
from api.serializers.sources import SourceDetail
from api.views.articles import Articles
from api.views.sources import Sources
from quotes.models import Article, Source, Token
from quotes.services import aliases
from quotes.services.work import leases


class AliasGiven(Body):
    """Another name, and the days it was in use."""

    name = Text(max_length=300)
    since = serializers.DateField(required=False, default=None, allow_null=True)
    until = serializers.DateField(required=False, default=None, allow_null=True)


class AliasToRemove(Reasoned):
    """The name to take away: the one in use since that day, or since ever."""

    name = Text(max_length=300)
    since = serializers.DateField(required=False, default=None, allow_null=True)


class SourceAction(Action, Sources):
    """An action on one source."""

    needs = "quotes.change_source"


@does(AliasGiven, SourceDetail)
class AddAlias(SourceAction):
    """Give a source another name; one that it has already stays as it is."""

    def act(self, row: Source, given: dict[str, Any]) -> Source:
        return aliases.add_alias(by=self.editor, source=row, **given).source


@does(AliasToRemove, SourceDetail)
class RemoveAlias(SourceAction):
    """Take a name from a source."""

    def act(self, row: Source, given: dict[str, Any]) -> Source:
        aliases.remove_alias(by=self.editor, source=row, **given)
        return row


@does(Body, ArticleDetail)
class Retry(Action, Articles):
    """Read a failed article again."""

    needs = "quotes.change_article"
    scope = Token.Scope.CURATE

    def act(self, row: Article, given: dict[str, Any]) -> Article:
        return leases.retry(by=self.editor, article=row)
