"""Provenance of the sample quotes: outlets, origins, who was first."""

from datetime import UTC, datetime
from typing import Any

import pytest

from quotes.models import Appearance, Quote, Source
from quotes.services.provenance import provenance
from quotes.services.provenance.hearing import heard
from quotes.text.naming import name_key
from tests.factories import AgencyFactory, AppearanceFactory, ArticleFactory, OutletFactory, QuoteFactory
from tests.quotes.services.samples import EXPECTED, read_sample

MATCHED = EXPECTED["same_quote"]


@pytest.mark.django_db
@pytest.mark.parametrize("expected", MATCHED, ids=[quote["id"] for quote in MATCHED])
def test_provenance_counts_the_origins_of_a_sample_quote(expected: dict[str, Any]) -> None:
    quote = QuoteFactory(text=expected["fullest"]["text"])
    for path in {row["article"] for row in expected["appearances"]}:
        read_sample(path)
    for row in expected["appearances"]:
        start, end = row["span"]
        Appearance.objects.filter(article__sender_id=row["article"], start=start, end=end).update(quote=quote)

    found = provenance(quote)

    told = {origin["source"]: set(origin["outlets"]) for origin in found["origins"]}
    assert told == {origin["source"]: set(origin["outlets"]) for origin in expected["origins"]}
    assert found["unknown"] == len(expected["unknown"])
    named = {(one["outlet"], one["source"]) for one in expected["suggested"]}
    unknown = {(outlet, source) for outlet, source in named if outlet in expected["unknown"]}
    assert {(one["outlet"], one["source"]) for one in found["dropped"]} == unknown
    assert found["outlets"] == len(
        {EXPECTED["articles"][row["article"]]["outlet"] for row in expected["appearances"]}
    )


@pytest.mark.django_db
def test_provenance_of_a_quote_nobody_prints_any_more_is_empty() -> None:
    nothing = {"outlets": 0, "origins": [], "unknown": 0, "first": None, "edges": []}
    nothing |= {"independent": 0, "bottlenecks": [], "arrivals": []}
    nothing |= {"suggested": {"origins": [], "unknown": 0}, "dropped": [], "copies": []}

    assert provenance(QuoteFactory()) == nothing


@pytest.mark.django_db
def test_provenance_names_the_first_printing_and_each_step() -> None:
    outlet = OutletFactory(name="The Ledger")
    article = ArticleFactory(outlet=outlet, published_as="2025-03-11", published_at="2025-03-11T00:00Z")
    quote = QuoteFactory()
    AppearanceFactory(article=article, quote=quote, chain=[quote.speaker])

    found = provenance(quote)

    assert found["first"] == {
        "article": str(article.public_id),
        "outlet": "The Ledger",
        "published_at": "2025-03-11",
    }
    assert found["edges"] == [{"from": quote.speaker.name, "to": "The Ledger", "printings": 1}]


@pytest.mark.django_db
def test_provenance_tells_how_each_outlet_came_to_have_the_words() -> None:
    quote, agency, wire = QuoteFactory(), AgencyFactory(name="State Agency"), AgencyFactory(name="Wire")
    printed(quote, "Ledger", "2025-03-11T17:42", quote.speaker, agency, wire)
    printed(quote, "Lantern", "2025-03-11T18:22", quote.speaker, agency)
    printed(quote, "Pennon", "2025-03-13", quote.speaker)

    found = provenance(quote)

    assert (found["independent"], found["bottlenecks"]) == (1, ["State Agency"])
    shown = [
        (one["outlet"], one["after"], one["how"], one["route"], one["through"]) for one in found["arrivals"]
    ]
    assert shown == [
        ("Ledger", "P0DT00H00M00S", "relayed", ["State Agency", "Wire"], ["State Agency", "Wire"]),
        ("Lantern", "P0DT00H40M00S", "relayed", ["State Agency"], ["State Agency"]),
        ("Pennon", "P2D", "unknown", [], []),
    ]


def printed(quote: Quote, outlet: str, published: str, *chain: Source) -> None:
    at = datetime.fromisoformat(published).replace(tzinfo=UTC)
    article = ArticleFactory(outlet=OutletFactory(name=outlet), published_as=published, published_at=at)
    AppearanceFactory(article=article, quote=quote, chain=list(chain))


@pytest.mark.parametrize(
    ("around", "is_heard"),
    [
        (" Garrowby told The Harbour Gazette in an interview.", True),
        (" she said in an interview with the Gazette.", True),
        (" she told us on Monday.", True),
        (" he told this newspaper.", True),
        (" the president told the rally, which our correspondent attended.", True),
        (" Garrowby told The Evening Lantern.", False),
        (" Garrowby told reporters.", False),
        (" a reader of the Harbour Gazette was mentioned by the mayor.", False),
    ],
)
def test_heard_wants_the_outlet_itself_in_the_reporters_words(around: str, is_heard: bool) -> None:
    assert heard(around, {name_key("The Harbour Gazette"), "gazette"}) is is_heard
