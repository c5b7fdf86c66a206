"""Finding printings, and quotes by them, by the way their words came; and how many there are."""

import pytest
from django.db import connection

from api.filters.searching import holding
from quotes.models import Appearance
from tests.api.world import World, fixed
from tests.factories import AppearanceFactory, ArticleFactory, QuoteFactory, SourceFactory

pytestmark = pytest.mark.django_db
TRUE, ALTERED, ALONE = fixed(7), fixed(9), fixed(50)


@pytest.fixture
def world():
    world = World()
    said = "We waited for the tide"
    quote = QuoteFactory(public_id=fixed(51), text=said)
    article = ArticleFactory(text=f"“{said},” Okoro told us.", language="de")
    AppearanceFactory(public_id=ALONE, quote=quote, article=article, text=said, chain=[world.speaker])
    relayed = {"agency": world.agency, "through": SourceFactory(name="Harbour Radio")}
    AppearanceFactory(
        public_id=fixed(52),
        quote=QuoteFactory(public_id=fixed(53), text="No more boats"),
        article=ArticleFactory(text="“No more boats,” she said."),
        text="No more boats",
        chain=[world.speaker, relayed["through"], relayed["agency"]],
    )
    return world


def ids(client, address):
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.content
    return {row["id"] for row in answer.json()["results"]}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("direct_only=true", {ALONE}),
        ("direct_only=false", {TRUE, ALTERED, fixed(52)}),
        ("origin=Coastal News Agency", {TRUE, ALTERED}),
        ("via=Coastal News Agency", {TRUE, ALTERED, fixed(52)}),
        ("origin=Harbour Radio", {fixed(52)}),
        ("relation=edited", {TRUE, ALTERED}),
        ("relation=exact,spliced", set()),
        ("altered=true", {TRUE, ALTERED}),
        ("altered=false", {ALONE, fixed(52)}),
        ("language=de", {ALONE}),
        ("state=confirmed", set()),
    ],
)
def test_finds_printings_by_their_way(client, world, query, found):
    assert ids(client, f"appearances?{query}") == {str(one) for one in found}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("direct_only=true", {fixed(51)}),
        ("direct_only=false", {fixed(5), fixed(53)}),
        ("origin=Harbour Radio&speaker=Ada Okoro", {fixed(53)}),
        ("relation=edited", {fixed(5)}),
        ("altered=true", {fixed(5)}),
        ("only_via=Coastal News Agency", {fixed(5), fixed(53)}),
        ("only_via=Harbour Radio", {fixed(53)}),
        ("language=de&direct_only=false", set()),
        ("state=suggested", {fixed(5), fixed(51), fixed(53)}),
    ],
)
def test_finds_quotes_by_a_printing_that_came_so(client, world, query, found):
    assert ids(client, f"quotes?{query}") == {str(one) for one in found}


def test_finds_no_quote_as_come_only_through_a_source_that_one_printing_does_not_name(client, world):
    AppearanceFactory(quote=world.quote, text=world.quote.text, chain=[world.speaker])

    assert ids(client, "quotes?only_via=Coastal News Agency") == {str(fixed(53))}


def test_finds_by_a_source_that_was_merged(client, world):
    old = SourceFactory(name="CNA", merged_into=world.agency)

    assert ids(client, f"appearances?origin={old.public_id}") == {str(TRUE), str(ALTERED)}


def test_finds_quotes_by_a_rejected_printing_where_asked(client, world):
    decided = {"decided_by": world.act.decided_by, "decided_at": world.act.decided_at}
    Appearance.objects.filter(public_id=ALONE).update(state="rejected", **decided)

    assert ids(client, "quotes?state=rejected") == {str(fixed(51))}
    assert ids(client, "quotes?direct_only=true") == set()


def test_counts_only_where_asked(client, world):
    exact = client.get("/api/v1/appearances?count=exact&page_size=1").json()
    plain = client.get("/api/v1/appearances?page_size=1").json()

    assert (exact["count"], "count" in plain, "count=" in exact["next"]) == (4, False, False)


def test_estimates_at_once(client, world):
    assert client.get("/api/v1/quotes?count=estimate&q=bridge").json()["count"] >= 0


def test_refuses_a_way_of_counting_that_is_none(client, world):
    answer = client.get("/api/v1/quotes?count=exakt")

    assert answer.status_code == 400
    assert answer.json()["detail"] == (
        "“count” cannot be “exakt”. Did you mean “exact”? Allowed: exact, estimate."
    )


@pytest.mark.parametrize("words", ["bridge", '"will open" -not', "bridge or tide"])
def test_looks_words_up_in_the_index(words):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        plan = Appearance.objects.filter(holding("text", words)).order_by().explain()

    assert "appearance_by_words" in plan
