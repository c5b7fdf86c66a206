"""Every list answers the same number of queries for one row and for three."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import AgencyFactory, AliasFactory, AppearanceFactory, QuoteFactory, SourceFactory

pytestmark = pytest.mark.django_db

LISTS = [
    "/api/v1/articles",
    "/api/v1/articles?expand=appearances",
    "/api/v1/quotes",
    "/api/v1/quotes?expand=appearances,matches",
    "/api/v1/appearances",
    "/api/v1/sources",
    "/api/v1/speakers",
    "/api/v1/outlets",
]


def printed_quote():
    speaker = AliasFactory(source=SourceFactory()).source
    quote = QuoteFactory(speaker=speaker)
    return AppearanceFactory(quote=quote, chain=[speaker, AgencyFactory()])


@pytest.mark.parametrize("address", LISTS)
def test_asks_as_often_for_three_rows_as_for_one(client, address):
    printed_quote()
    with CaptureQueriesContext(connection) as for_one:
        first = client.get(address)
    printed_quote()
    printed_quote()

    with CaptureQueriesContext(connection) as for_three:
        second = client.get(address)

    assert len(second.json()["results"]) > len(first.json()["results"]) > 0
    assert len(for_three) == len(for_one)
