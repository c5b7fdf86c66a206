"""A small newsroom: articles stored as read, in whose texts every quotation is an appearance."""

import re
from datetime import UTC, datetime

from quotes.models import Appearance, Article, Copy, Hop, Source
from quotes.services.matching import match_article
from quotes.text.naming import name_key
from tests.factories import AppearanceFactory, ArticleFactory, HopFactory, RevisionFactory

LEAD = (
    "The island of Sorrel will lose its only night ferry at the end of the month, the harbour board decided"
    " on Tuesday after a meeting that went on past midnight and ended with the gallery being cleared."
)
SAID = "“We cannot run an empty boat across the sound for ever,” the chairwoman, Ingrid Tolle, said."
BODY = (
    "The ferry carries eleven passengers on an average night, down from sixty before the bridge at Farrow was"
    " opened four years ago. It costs the board nearly two million crowns a year, most of it for fuel."
)
OWN = "“My hens have never liked the bridge,” said Mats Orrin, who was waiting with a lantern at the slipway."
OTHER = "The council of Farrow has ordered nine new benches, all of them green, for the park by the station."
WIRE = "\n\n".join([LEAD, SAID, BODY])
COPY = "\n\n".join(["LAST BOAT HOME", OWN, SAID, BODY, LEAD])


def source(name: str, kind: str = Source.Kind.OUTLET) -> Source:
    return Source.objects.get_or_create(name_key=name_key(name), defaults={"name": name, "kind": kind})[0]


def stored(outlet: Source, text: str, published: str = "", credit: str = "") -> Article:
    """Store an article as read: each quotation an appearance with its speaker as the only hop."""
    fields = {"published_as": published, "published_at": instant(published)} if published else {}
    article = ArticleFactory(
        outlet=outlet, text=text, credit=credit, state=Article.State.READ, title=outlet.name, **fields
    )
    read(article)
    return article


def instant(published: str) -> datetime:
    return datetime.fromisoformat(published).replace(tzinfo=UTC)


def read(article: Article) -> None:
    """Make each quotation of the newest text an appearance."""
    revision = article.revisions.latest("number")
    for quoted in re.finditer("“([^”]*)”", revision.text):
        row = AppearanceFactory(
            article=article, revision=revision, start=quoted.start(1), end=quoted.end(1), text=quoted[1]
        )
        speaker = "Ingrid Tolle" if "boat" in quoted[1] else "Mats Orrin"
        HopFactory(appearance=row, source=source(speaker, Source.Kind.PERSON))


def revised(article: Article, text: str) -> None:
    """Give the article another text, read and to be matched."""
    RevisionFactory(article=article, text=text)
    read(article)
    Article.objects.filter(pk=article.pk).update(state=Article.State.READ)


def matched(*articles: Article) -> None:
    for article in articles:
        assert match_article(article_id=article.pk) is True


def again(*articles: Article) -> None:
    Article.objects.filter(pk__in=[article.pk for article in articles]).update(state=Article.State.READ)
    matched(*articles)


def pair(one: Article, other: Article) -> Copy:
    """Return the row in force on two articles."""
    first, second = sorted((one.pk, other.pk))
    return Copy.objects.current().get(a=first, b=second)


def chains(article: Article) -> dict[str, list[str]]:
    """Return the chain of each quotation of the article's newest text by its first two words."""
    rows = Appearance.objects.filter(revision=article.revisions.latest("number")).order_by("start")
    return {
        " ".join(row.text.split()[:2]): [
            hop.source.name for hop in Hop.objects.filter(appearance=row).order_by("position")
        ]
        for row in rows
    }
