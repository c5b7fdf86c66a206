"""Overview: how much was read and found."""

from collections.abc import Iterator

from quotes.management.account.layout import WIDTH, count, wrapped
from quotes.models import Appearance, Article, Quote


def overview() -> Iterator[str]:
    """Yield the title and the numbers."""
    articles = Article.objects.filter(state=Article.State.MATCHED)
    outlets = articles.values("outlet").distinct().count()
    printed = Appearance.objects.standing().filter(article__in=articles).count()
    live = Quote.objects.live().filter(appearance_count__gt=0)
    across = live.filter(outlet_count__gt=1).count()
    yield "Via: who said it, through whom we heard it, and who else printed it"
    yield "═" * WIDTH
    yield ""
    yield from wrapped(
        f"{count(articles.count(), 'article')} of {count(outlets, 'outlet')}: {count(live.count(), 'quote')}"
        f" in {count(printed, 'printing')}, {across} of them in more than one outlet."
    )
