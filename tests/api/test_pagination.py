"""A walk by cursor meets every row that stood throughout, once, in both directions."""

from datetime import UTC, datetime, timedelta

import pytest

from api.ordering import Key, instant
from api.pagination import Cursor, decoded
from quotes.models import Quote
from tests.factories import AppearanceFactory, ArticleFactory, QuoteFactory, SourceFactory

START = datetime(2025, 1, 1, tzinfo=UTC)
ORDERS = ["-published", "published", "-received", "received"]
PUBLISHED = {"-published": [Key("first_published_at", instant, True, True), Key("pk", descending=True)]}


def quotes(number):
    """Make quotes, two a day, every third without a date."""
    return [
        QuoteFactory(
            text=f"Quote {n}", first_published_at=None if n % 3 == 0 else START + timedelta(days=n // 2)
        )
        for n in range(number)
    ]


def walk(client, address, step="next"):
    texts = []
    while address:
        page = client.get(address).json()
        texts.append([row["text"] for row in page["results"]])
        address = page[step]
    return texts


@pytest.mark.django_db
@pytest.mark.parametrize("order", ORDERS)
def test_walks_all_rows_in_order(client, order):
    quotes(11)
    whole = walk(client, f"/api/v1/quotes?order={order}")

    paged = walk(client, f"/api/v1/quotes?order={order}&page_size=3")

    assert [len(page) for page in paged] == [3, 3, 3, 2]
    assert [[text for page in paged for text in page]] == whole


@pytest.mark.django_db
@pytest.mark.parametrize("order", ORDERS)
def test_walks_back_the_way_it_came(client, order):
    quotes(8)
    address = f"/api/v1/quotes?order={order}&page_size=3"
    second = client.get(client.get(address).json()["next"]).json()
    third = client.get(second["next"]).json()

    again = client.get(third["previous"]).json()

    assert again["results"] == second["results"]
    assert client.get(again["previous"]).json()["results"] == client.get(address).json()["results"]
    assert client.get(again["previous"]).json()["previous"] is None
    assert client.get(again["next"]).json()["results"] == third["results"]


@pytest.mark.django_db
@pytest.mark.parametrize("order", ORDERS)
def test_skips_and_repeats_nothing_while_rows_come_and_go(client, order):
    stood = {quote.text for quote in quotes(12)}
    seen, address = [], f"/api/v1/quotes?order={order}&page_size=2"
    while address:
        page = client.get(address).json()
        seen += [row["text"] for row in page["results"]]
        address = page["next"]
        Quote.objects.filter(text__startswith="Passing").delete()
        QuoteFactory(text="Passing, undated")
        QuoteFactory(text="Passing, dated", first_published_at=START + timedelta(days=3))

    kept = [text for text in seen if not text.startswith("Passing")]

    assert sorted(kept) == sorted(stood)


@pytest.mark.django_db
def test_reads_an_article_in_order_of_its_text(client):
    article = ArticleFactory(
        text="“One is first,” she said. “Two is second,” she said. “Three is third,” she said."
    )
    for words in ("Three is third", "One is first", "Two is second"):
        AppearanceFactory(article=article, text=words)

    paged = walk(client, f"/api/v1/appearances?article={article.public_id}&page_size=1")

    assert paged == [["One is first"], ["Two is second"], ["Three is third"]]


@pytest.mark.django_db
def test_names_the_neighbours_in_link_headers(client):
    quotes(5)
    first = client.get("/api/v1/quotes?page_size=2")
    second = client.get(first.json()["next"])

    page = second.json()
    assert first["Link"] == f'<{first.json()["next"]}>; rel="next"'
    assert second["Link"] == f'<{page["next"]}>; rel="next", <{page["previous"]}>; rel="prev"'


@pytest.mark.django_db
def test_counts_nothing(client, django_assert_num_queries):
    SourceFactory()
    with django_assert_num_queries(2):  # the page, and its aliases
        client.get("/api/v1/sources")


@pytest.mark.django_db
def test_refuses_a_cursor_of_another_order(client):
    quotes(2)
    cursor = client.get("/api/v1/quotes?page_size=1").json()["next"].partition("cursor=")[2].partition("&")[0]

    response = client.get(f"/api/v1/quotes?order=received&cursor={cursor}")

    assert response.status_code == 400
    assert response.json()["errors"][0]["pointer"] == "?cursor"


@pytest.mark.parametrize(
    "place",
    [
        [],
        ["2025-01-01T00:00:00+00:00"],
        ["2025-01-01T00:00:00+00:00", None],
        ["2025-01-01T00:00:00+00:00", "7"],
        ["2025-01-01T00:00:00+00:00", -1],
        ["2025-01-01T00:00:00+00:00", 2**63],
        ["2025-01-01T00:00:00+00:00", True],
        ["2025-01-01", 7],
        ["soon", 7],
        [7, 7],
        {"a": 1, "b": 2},
    ],
)
def test_refuses_a_cursor_that_fits_no_row(place):
    with pytest.raises(ValueError, match=r"\w"):
        decoded(Cursor("-published", False, place).encoded(), PUBLISHED)


def test_reads_a_cursor_back():
    cursor = Cursor("-published", True, [None, 7])

    assert decoded(cursor.encoded(), PUBLISHED) == cursor
