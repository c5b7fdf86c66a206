"""Finding articles, sources and matches."""

from datetime import UTC, datetime

import pytest

from quotes.models import Article, Match
from tests.api.world import World
from tests.factories import AliasFactory, ArticleFactory, OutletFactory, SourceFactory

pytestmark = pytest.mark.django_db


def found(client, address, name="title"):
    response = client.get(address)
    assert response.status_code == 200, response.content
    return [row[name] for row in response.json()["results"]]


@pytest.fixture
def articles():
    gazette = OutletFactory(name="Harbour Gazette")
    day = datetime(2025, 3, 3, tzinfo=UTC)
    ArticleFactory(
        title="Bridge stays closed",
        outlet=gazette,
        sender_id="hg-1",
        published_at=day,
        published_as="2025-03-03",
    )
    ArticleFactory(title="Ferries run late", url="https://a.example/1", state="failed", failure="It broke.")
    Article.objects.filter(sender_id="hg-1").update(received_at=datetime(2025, 3, 4, tzinfo=UTC))


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("outlet=Harbour Gazette", ["Bridge stays closed"]),
        ("state=failed", ["Ferries run late"]),
        ("state=accepted,failed&order=received", ["Bridge stays closed", "Ferries run late"]),
        ("url=https://a.example/1", ["Ferries run late"]),
        ("sender_id=hg-1", ["Bridge stays closed"]),
        ("published_from=2025-03-03&published_to=2025-03-03", ["Bridge stays closed"]),
        ("published_from=2025-03-04", []),
        ("received_to=2025", ["Bridge stays closed"]),
        ("received_from=2025-03-05", ["Ferries run late"]),
        ("q=ferry", ["Ferries run late"]),
    ],
)
def test_finds_articles(client, articles, query, titles):
    assert found(client, f"/api/v1/articles?{query}") == titles


@pytest.fixture
def sources():
    okoro = SourceFactory(name="Ada Okoro")
    AliasFactory(source=okoro, name="Mayor of Northbank")
    SourceFactory(name="A. Okoro", merged_into=okoro)
    OutletFactory(name="Harbour Gazette")
    article = ArticleFactory(outlet=OutletFactory(name="Northern Post"))
    SourceFactory(name="a senior official", kind="unnamed", only_in=article)
    return article


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Ada Okoro", "Harbour Gazette", "Northern Post"]),
        ("?order=-name", ["Northern Post", "Harbour Gazette", "Ada Okoro"]),
        ("?name=mayor of northbank", ["Ada Okoro"]),
        ("?name=mayor", []),
        ("?q=NORTH", ["Ada Okoro", "Northern Post"]),
        ("?kind=outlet", ["Harbour Gazette", "Northern Post"]),
    ],
)
def test_finds_sources(client, sources, query, names):
    assert found(client, f"/api/v1/sources{query}", "name") == names


def test_finds_what_one_article_alone_knows(client, sources):
    SourceFactory(name="a docker", kind="unnamed", only_in=ArticleFactory())

    assert found(client, f"/api/v1/sources?only_in={sources.public_id}", "name") == ["a senior official"]
    assert found(client, "/api/v1/sources?only_in=any", "name") == ["a docker", "a senior official"]


def test_lists_speakers_and_outlets_by_what_they_did(client):
    World()

    assert found(client, "/api/v1/speakers", "name") == ["Ada Okoro"]
    assert found(client, "/api/v1/outlets", "name") == ["Harbour Gazette", "Northern Post"]


def test_finds_matches(client):
    world = World()
    appearance = world.altered.public_id

    assert found(client, f"/api/v1/matches?appearance={appearance}", "relation") == ["edited"]
    assert found(client, "/api/v1/matches?relation=edited&judgement=altered", "relation") == ["edited"]
    assert found(client, "/api/v1/matches?judgement=same", "relation") == []


def test_shows_no_superseded_match(client):
    world = World()
    Match.objects.filter(pk=world.match.pk).update(superseded_at=datetime.now(UTC))

    assert found(client, "/api/v1/matches", "relation") == []
    assert client.get(f"/api/v1/quotes/{world.quote.public_id}").json()["matches"] == []
