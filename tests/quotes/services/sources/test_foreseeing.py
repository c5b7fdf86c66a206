"""Foreseeing: what merging sources would do, told before it is done."""

import pytest

from quotes.models import Article
from quotes.services import sources
from tests.factories import (
    AliasFactory,
    AppearanceFactory,
    ArticleFactory,
    OutletFactory,
    QuoteFactory,
    SourceFactory,
    StaffFactory,
)
from tests.quotes.services.test_undoing import everything

pytestmark = pytest.mark.django_db


def test_consequences_tell_what_merge_then_does() -> None:
    into, loser = SourceFactory(name="Ada Okoro"), SourceFactory(name="A. Okoro")
    AliasFactory(source=loser, name="the Mayor")
    AliasFactory(source=loser, name="Ada Okoro")
    AppearanceFactory(chain=[loser], quote=QuoteFactory(speaker=loser))
    AppearanceFactory(chain=[SourceFactory(), loser])
    ArticleFactory(outlet=loser)
    before = everything()

    told = sources.consequences(into=into, sources=[loser])

    assert everything() == before
    assert (told.appearances, told.quotes, told.articles, told.reviews) == (2, 1, 1, 0)
    assert (told.aliases, told.forwards, told.obstacles) == (["A. Okoro", "the Mayor"], [loser], [])
    merged = sources.merge(by=StaffFactory(), into=into, sources=[loser])
    assert sorted(merged.source.aliases.values_list("name", flat=True)) == [
        "A. Okoro",
        "Ada Okoro",
        "the Mayor",
    ]


def test_consequences_tell_what_is_in_the_way() -> None:
    into, loser, merged = (
        OutletFactory(name="Post"),
        OutletFactory(name="The Ellery Post"),
        SourceFactory(name="P"),
    )
    for outlet in (into, loser):
        ArticleFactory(outlet=outlet, sender_id="7")
    sources.keep_apart(by=StaffFactory(username="ida"), sources=[into, loser])
    sources.merge(by=StaffFactory(), into=SourceFactory(name="Q"), sources=[merged])
    merged.refresh_from_db()

    told = sources.consequences(into=into, sources=[loser, merged])

    kept = next(iter(sources.kept_apart([into, loser]).values()))
    when = f"{kept.decided_at:%Y-%m-%d at %H:%M}"
    assert told.obstacles == [
        "“P” was merged into “Q” already; leave it out.",
        f"“Post” and “The Ellery Post” are kept apart by ida on {when}; leave one out.",
        "Two of them have an article with the sender's id “7”; change one.",
    ]
    assert Article.objects.filter(outlet=loser).count() == told.articles
