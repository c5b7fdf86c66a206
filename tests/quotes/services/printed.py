"""Appearances printed and matched one by one, and what stands of them afterwards."""

from typing import Any

from quotes.models import Appearance, Article, Match, Quote
from quotes.services.matching.match import match_article
from tests.factories import AppearanceFactory, ArticleFactory, SourceFactory

WORDS = "The ferry will not sail again before the harbour wall has been rebuilt in stone"
OTHER = "Seven lanterns were counted on the old customs quay by the night watchman"
THIRD = "A baker in Orle gave every child of the parish a loaf with a coin in it"
FRAGMENT = "before the harbour wall has been rebuilt in stone"


def printed(text: str) -> Appearance:
    """Return an appearance of `text` in an article of its own, read and matched."""
    article = ArticleFactory(text=f"“{text},” she said.\n", state=Article.State.READ)
    appearance = AppearanceFactory(article=article, text=text, chain=[SourceFactory()])
    match_article(article_id=article.pk)
    appearance.refresh_from_db()
    return appearance


def standing() -> list[dict[str, Any]]:
    """Return the rows of all live quotes and of all appearances."""
    return [*Quote.objects.live().order_by("pk").values(), *Appearance.objects.order_by("pk").values()]


def in_force() -> list[dict[str, Any]]:
    """Return all that the judgements in force say, by pair, without the ids of the rows that say so."""
    rows = Match.objects.current().order_by("a", "b").values()
    apart = ("id", "public_id", "created_at", "superseded_at")
    return [{name: value for name, value in row.items() if name not in apart} for row in rows]
