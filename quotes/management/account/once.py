"""Once: the quotes that only one printing has, article by article."""

from collections import defaultdict
from collections.abc import Iterator

from quotes.management.account.chains import in_short
from quotes.management.account.layout import day, heading, quoted, wrapped
from quotes.management.account.printed import quotes_with_printings, words
from quotes.models import Appearance, Article


def once() -> Iterator[str]:
    """Yield every quote printed once, with its chain and the proof of each hop."""
    by_article: dict[Article, list[Appearance]] = defaultdict(list)
    for _, rows in quotes_with_printings(at_least=1, at_most=1):
        by_article[rows[0].article].append(rows[0])
    if not by_article:
        return
    yield from heading("Quotes printed once")
    for article in sorted(by_article, key=lambda one: (one.published_as or "~", one.outlet.name, one.title)):
        yield from wrapped(f"{article.outlet.name}, {day(article.published_as)}: {article.title}")
        for row in sorted(by_article[article], key=lambda row: row.start):
            yield from wrapped(quoted(words(row)), indent=3, hanging=1)
            yield from wrapped(in_short(row), indent=5, hanging=2)
        yield ""
