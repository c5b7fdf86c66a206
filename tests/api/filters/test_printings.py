"""Finding quotes and appearances: each filter alone, and together."""

from datetime import UTC, datetime

import pytest

from quotes.models import Appearance, Hop, Source
from tests.factories import (
    AdminFactory,
    AgencyFactory,
    AliasFactory,
    AppearanceFactory,
    ArticleFactory,
    OutletFactory,
    QuoteFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db

BRIDGE = "The bridge will not open before May"
FERRIES = "ferries run late"
PORT = "We shall missile-proof the port, whatever comes"


@pytest.fixture
def world():
    """Three printings: Okoro on the bridge via an agency, a fragment of hers, the harbourmaster."""
    okoro = SourceFactory(name="Ada Okoro")
    AliasFactory(source=okoro, name="Mayor of Northbank")
    old = SourceFactory(name="A. Okoro", merged_into=okoro)
    okonkwo = SourceFactory(name="Bim Okonkwo")
    agency = AgencyFactory(name="Coastal News Agency")
    gazette, post = OutletFactory(name="Harbour Gazette"), OutletFactory(name="Northern Post")
    quotes = {words: QuoteFactory(text=words) for words in (BRIDGE, FERRIES, PORT)}
    for words, outlet, day, kind, chain in (
        (BRIDGE, gazette, "2025-03-03T18:05", "direct", [okoro, agency]),
        (FERRIES, post, "2025-03-31T23:59:59", "partial", [okoro]),
        (PORT, post, "2024-12-31", "direct", [okonkwo, okoro]),
    ):
        published = datetime.fromisoformat(day).replace(tzinfo=UTC)
        article = ArticleFactory(outlet=outlet, text=f"“{words}”", published_at=published, published_as=day)
        AppearanceFactory(article=article, text=words, kind=kind, quote=quotes[words], chain=chain)
    return {"old": old, "quotes": quotes, "agency": agency}


def texts(client, address):
    response = client.get(address)
    assert response.status_code == 200, response.content
    return {row["text"] for row in response.json()["results"]}


CASES = [
    ("speaker=Ada Okoro", {BRIDGE, FERRIES}),
    ("speaker=ADA OKORÓ", {BRIDGE, FERRIES}),
    ("speaker=mayor of northbank", {BRIDGE, FERRIES}),
    ("via=Coastal News Agency", {BRIDGE}),
    ("via=Ada Okoro", {PORT}),
    ("outlet=The Northern Post", {FERRIES, PORT}),
    ("kind=partial", {FERRIES}),
    ("kind=partial,direct", {BRIDGE, FERRIES, PORT}),
    ("published_from=2025-03-03T18:05", {BRIDGE, FERRIES}),
    ("published_from=2025-03-03T18:05:01", {FERRIES}),
    ("published_from=2025-03-03T20:05%2B02:00", {BRIDGE, FERRIES}),
    ("published_from=2025", {BRIDGE, FERRIES}),
    ("published_to=2024", {PORT}),
    ("published_to=2024-12", {PORT}),
    ("published_to=2025-03-31", {BRIDGE, FERRIES, PORT}),
    ("published_to=2025-03", {BRIDGE, FERRIES, PORT}),
    ("published_to=2025-03-30", {BRIDGE, PORT}),
    ("published_to=2025-03-03T18:05", {BRIDGE, PORT}),
    ("q=bridges opening", {BRIDGE}),
    ('q="not open before"', {BRIDGE}),
    ("q=“run late”", {FERRIES}),
    ('q="late run"', set()),
    ("q=bridge or ferry", {BRIDGE, FERRIES}),
    ("q=-bridge", {FERRIES, PORT}),
    ("q=will not", {BRIDGE}),
    ("q=it's 100%25 \\ ' \" (%26| :*!<->", set()),
    ("speaker=Ada Okoro&outlet=Northern Post", {FERRIES}),
    ("speaker=Ada Okoro&via=Coastal News Agency&q=ferries", set()),
]


@pytest.mark.parametrize(("query", "found"), CASES)
def test_finds_appearances(client, world, query, found):
    assert texts(client, f"/api/v1/appearances?{query}") == found


@pytest.mark.parametrize(("query", "found"), CASES)
def test_finds_quotes_by_a_printing(client, world, query, found):
    assert texts(client, f"/api/v1/quotes?{query}") == found


def test_finds_by_the_id_of_a_merged_source(client, world):
    assert texts(client, f"/api/v1/quotes?speaker={world['old'].public_id}") == {BRIDGE, FERRIES}


def test_finds_by_the_id_of_a_merged_quote(client, world):
    survivor = world["quotes"][BRIDGE]
    merged = QuoteFactory(merged_into=survivor)

    assert texts(client, f"/api/v1/appearances?quote={merged.public_id}") == {BRIDGE}


def test_asks_one_printing_for_everything(client, world):
    quote = world["quotes"][BRIDGE]
    elsewhere = ArticleFactory(outlet=Source.objects.get(name="Northern Post"), text=f"“{BRIDGE}”")
    AppearanceFactory(article=elsewhere, text=BRIDGE, quote=quote, chain=[SourceFactory(name="Someone Else")])

    assert texts(client, "/api/v1/quotes?outlet=Northern Post&via=Coastal News Agency") == set()


def test_leaves_rejected_printings_out_unless_asked(client, world):
    editor = AdminFactory()
    Appearance.objects.filter(text=BRIDGE).update(
        state="rejected", decided_by=editor, decided_at=datetime.now(UTC)
    )

    assert texts(client, "/api/v1/appearances") == {FERRIES, PORT}
    assert texts(client, "/api/v1/appearances?state=rejected") == {BRIDGE}
    assert texts(client, "/api/v1/appearances?state=rejected,suggested") == {BRIDGE, FERRIES, PORT}
    assert texts(client, "/api/v1/quotes?via=Coastal News Agency") == set()


def test_tells_quotes_with_several_speakers_apart(client, world):
    quote = world["quotes"][FERRIES]
    article = ArticleFactory(text=f"“{FERRIES}”")
    AppearanceFactory(article=article, text=FERRIES, quote=quote, chain=[SourceFactory(name="Bo Ek")])
    unnamed = SourceFactory(name="a senior official", kind="unnamed")
    other = ArticleFactory(text=f"“{PORT}”")
    AppearanceFactory(article=other, text=PORT, quote=world["quotes"][PORT], chain=[unnamed])

    rows = {row["text"]: row for row in client.get("/api/v1/quotes").json()["results"]}

    assert {text: row["conflict"] for text, row in rows.items()} == {
        BRIDGE: False,
        FERRIES: True,
        PORT: False,
    }
    assert [one["source"]["name"] for one in rows[FERRIES]["attributed_to"]] == ["Ada Okoro", "Bo Ek"]
    assert texts(client, "/api/v1/quotes?conflict=true") == {FERRIES}
    assert texts(client, "/api/v1/quotes?conflict=false") == {BRIDGE, PORT}


def test_shows_an_unresolved_speaker_as_null(client, world):
    Hop.objects.filter(appearance__text=FERRIES).update(
        source=None, name="the mayor", candidates=["Ada Okoro", "Bo Ek"]
    )

    (row,) = client.get("/api/v1/appearances?kind=partial").json()["results"]

    assert row["speaker"] is None
    assert (row["chain"][0]["source"], row["chain"][0]["name"]) == (None, "the mayor")
    assert row["chain"][0]["candidates"] == ["Ada Okoro", "Bo Ek"]


def test_names_an_editor_without_the_log_in(client, world):
    editor = AdminFactory(first_name="Ines", last_name="Varga")
    other = AdminFactory()
    now = datetime.now(UTC)
    Appearance.objects.filter(text=BRIDGE).update(state="confirmed", decided_by=editor, decided_at=now)
    Appearance.objects.filter(text=PORT).update(state="confirmed", decided_by=other, decided_at=now)

    rows = client.get("/api/v1/appearances?state=confirmed&order=received").json()["results"]

    assert [row["decided_by"] for row in rows] == ["Ines Varga", f"editor {other.pk}"]
