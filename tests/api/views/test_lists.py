"""Every list asks the database as often for three rows as for one, and bounds what it expands."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from api.views.docs import openapi_document
from quotes.models import Act, Appearance, Copy, Job, KeptApart, Match, Quote
from tests.factories import (
    AdminFactory,
    AgencyFactory,
    AliasFactory,
    AppearanceFactory,
    ArticleFactory,
    QuoteFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db

OWN = "changes_list"  # tells only what is committed, in one statement whatever there is: see test_changes


def lists():
    """Return the address of every list that the OpenAPI document names, and again with all it can expand."""
    for path, item in openapi_document()["paths"].items():
        name = item.get("get", {}).get("operationId", "")
        if name.endswith("_list") and name != OWN:
            given = {one["name"]: one["schema"] for one in item["get"]["parameters"]}
            yield path
            if "expand" in given:
                yield f"{path}?expand={','.join(given['expand']['items']['enum'])}"


def printed_twice():
    """Make a quote with two printings, both confirmed by an editor, judged the same by another."""
    speaker = AliasFactory(source=SourceFactory()).source
    quote = QuoteFactory(speaker=speaker)
    a, b = (AppearanceFactory(quote=quote, chain=[speaker, AgencyFactory()]) for _ in "ab")
    decided = {"decided_by": AdminFactory(), "decided_at": datetime.now(UTC)}
    Appearance.objects.filter(quote=quote).update(state="confirmed", **decided)
    decided["decided_by"] = AdminFactory()
    Match.objects.create(a=a, b=b, relation="exact", judgement="same", score=1, **decided)
    done = Act.objects.create(kind="merge_quotes", **decided)
    Act.objects.create(kind="undo", undoes=done, **decided)
    KeptApart.objects.create(a=SourceFactory(), b=SourceFactory(), **decided)
    sides = {"revision_a": a.revision, "revision_b": b.revision, "share_a": 1, "share_b": 1}
    Copy.objects.create(a=a.article, b=b.article, giver="a", source=speaker, **sides, **decided)
    Job.objects.create(kind="trial", requested_by=decided["decided_by"])


@pytest.mark.parametrize("address", list(lists()))
def test_asks_as_often_for_three_rows_as_for_one(client, address):
    client.force_login(AdminFactory())
    printed_twice()
    with CaptureQueriesContext(connection) as for_one:
        first = client.get(address).json()["results"]
    printed_twice()
    printed_twice()

    with CaptureQueriesContext(connection) as for_three:
        second = client.get(address).json()["results"]

    assert (len(second), len(for_three)) == (3 * len(first), len(for_one))
    assert len(first) > 0


@pytest.fixture
def quote():
    """A quote printed 22 times in one article."""
    quote = QuoteFactory()
    article = ArticleFactory(text=" ".join(f"“We shall stay put, {n:02}.”" for n in range(22)))
    for n in range(22):
        AppearanceFactory(quote=quote, article=article, text=f"We shall stay put, {n:02}")
    return quote


def test_expands_twenty_printings_in_a_list(client, quote):
    (row,) = client.get("/api/v1/quotes?expand=appearances").json()["results"]

    assert [shown["text"][-2:] for shown in row["appearances"]] == [f"{n:02}" for n in range(20)]


def test_shows_all_printings_in_detail(client, quote):
    row = client.get(f"/api/v1/quotes/{quote.public_id}").json()

    assert [shown["text"][-2:] for shown in row["appearances"]] == [f"{n:02}" for n in range(22)]


def test_leaves_out_what_nobody_asked_to_expand(client, quote):
    (row,) = client.get("/api/v1/quotes").json()["results"]

    assert row.keys() & {"appearances", "matches"} == set()


def test_traces_a_quote_in_a_list_that_is_printed_no_more_than_twenty_times(client, quote):
    AppearanceFactory(quote=QuoteFactory(), chain=[SourceFactory()])
    Quote.objects.filter(pk=quote.pk).update(appearance_count=22, outlet_count=1)

    rows = client.get("/api/v1/quotes?expand=provenance&order=received").json()["results"]

    assert [row["provenance"] and row["provenance"]["unknown"] for row in rows] == [None, 1]
