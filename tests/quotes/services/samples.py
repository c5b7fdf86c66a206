"""The sample articles as rows, read as their hand-made answers say: matching is tested apart from reading."""

import json
from datetime import UTC, datetime
from pathlib import Path

import quotes
from quotes.models import Appearance, Article, Hop, Quote, Source
from quotes.services.matching.match import match_article
from quotes.text.naming import name_key
from tests.factories import AppearanceFactory, ArticleFactory

SAMPLES = Path(quotes.__file__).parent / "samples"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
Place = tuple[str, int, int]


def source(name: str, kind: str = Source.Kind.PERSON) -> Source:
    return Source.objects.get_or_create(name_key=name_key(name), defaults={"name": name, "kind": kind})[0]


def read_sample(path: str) -> Article:
    """Store one sample article as read: its appearances, each with its chain."""
    expected = EXPECTED["articles"][path]
    published = datetime.fromisoformat(expected["published_at"]).replace(tzinfo=UTC)
    article = ArticleFactory(
        outlet=source(expected["outlet"], Source.Kind.OUTLET),
        sender_id=path,
        text=(SAMPLES / "articles" / path).read_text(encoding="utf-8"),
        published_at=published,
        published_as=expected["published_at"],
        state=Article.State.READ,
    )
    for quote in expected["quotes"]:
        start, end = quote["span"]
        appearance = AppearanceFactory(
            article=article,
            start=start,
            end=end,
            text=article.revisions.get().text[start:end],
            segments=quote.get("segments", [[start, end]]),
            kind=quote["kind"],
            setting=quote.get("setting", ""),
        )
        chain = [quote["speaker"], *quote["via"]]
        Hop.objects.bulk_create(_hop(appearance, position, name) for position, name in enumerate(chain))
    return article


def _hop(appearance: Appearance, position: int, name: str | None) -> Hop:
    return Hop(
        appearance=appearance,
        position=position,
        source=source(name) if name else None,
        name=name or "",
        basis=Hop.Basis.EXPLICIT,
        start=appearance.start,
        end=appearance.end,
        evidence=appearance.text,
    )


def match_samples(paths: list[str]) -> None:
    """Read and match sample articles one after the other, in the order given."""
    for path in paths:
        match_article(article_id=read_sample(path).pk)


def partition() -> dict[frozenset[Place], str]:
    """Return each quote's text by the places it is printed at: article, start, end."""
    parts: dict[Quote, set[Place]] = {}
    for row in Appearance.objects.select_related("article", "quote"):
        parts.setdefault(row.quote, set()).add((row.article.sender_id, row.start, row.end))
    return {frozenset(part): quote.text for quote, part in parts.items()}
