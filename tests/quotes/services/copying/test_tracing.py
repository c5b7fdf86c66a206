"""Origins through copies: suggested ones shown apart, accepted ones counted, rejected ones forgotten."""

from typing import Any

import pytest

from quotes.models import Article, Copy, Quote, Source
from quotes.services.copying.deciding import accept, reject
from quotes.services.copying.tracing import trace
from quotes.services.provenance import provenance
from tests.factories import HopFactory, StaffFactory
from tests.quotes.services.copying.newsroom import COPY, OWN, WIRE, matched, pair, source, stored

pytestmark = pytest.mark.django_db

EARLY, LATE = "2025-03-01T08:00", "2025-03-01T17:00"
OF_HALVARD = {"source": "Halvard", "outlets": ["The Ledger"]}
OF_BOTH = {"source": "Halvard", "outlets": ["The Ledger", "The Lantern"]}


@pytest.fixture
def ledger() -> Article:
    """An article that credits an agency, in its text's chain too."""
    article = stored(source("The Ledger"), WIRE, EARLY, credit="Halvard")
    row = article.appearances.get()
    HopFactory(appearance=row, position=1, source=source("Halvard", Source.Kind.AGENCY), basis="credit")
    return article


@pytest.fixture
def lantern(ledger: Article) -> Article:
    """An article that prints the same story and credits nobody."""
    article = stored(source("The Lantern"), COPY, LATE)
    matched(ledger, article)
    return article


def origins() -> dict[str, Any]:
    return provenance(Quote.objects.live().get(text__startswith="We cannot"))


def test_provenance_suggests_the_agency_for_an_uncredited_copy(ledger: Article, lantern: Article) -> None:
    found = origins()

    copy = pair(ledger, lantern)
    assert (found["origins"], found["unknown"]) == ([OF_HALVARD], 1)
    assert found["suggested"] == {"origins": [OF_BOTH], "unknown": 0}
    assert [(one["outlet"], one["source"], one["why"]) for one in found["dropped"]] == [
        ("The Lantern", "Halvard", "copied")
    ]
    assert found["copies"] == [
        {
            "copy": str(copy.public_id),
            "article": str(lantern.public_id),
            "outlet": "The Lantern",
            "of": str(ledger.public_id),
            "source": "Halvard",
            "share": copy.share,
            "credited": False,
            "state": "suggested",
        }
    ]


def test_provenance_counts_an_accepted_copy(ledger: Article, lantern: Article) -> None:
    accept(by=StaffFactory(), copy=pair(ledger, lantern))

    found = origins()

    assert (found["origins"], found["unknown"]) == ([OF_BOTH], 0)
    assert [copy["state"] for copy in found["copies"]] == ["accepted"]


def test_provenance_forgets_a_rejected_copy(ledger: Article, lantern: Article) -> None:
    reject(by=StaffFactory(), copy=pair(ledger, lantern))

    found = origins()

    assert found["suggested"] == {"origins": [OF_HALVARD], "unknown": 1}
    assert (found["copies"], found["dropped"]) == ([], [])


def test_trace_suggests_a_rejected_source_by_no_other_pair(ledger: Article, lantern: Article) -> None:
    matched(stored(source("The Pennon"), WIRE, EARLY, credit="Halvard"))
    assert Copy.objects.current().filter(a=lantern).exists() is True

    reject(by=StaffFactory(), copy=pair(ledger, lantern))

    assert trace(appearances=lantern.appearances.all()) == {}


def test_trace_prefers_the_agencys_own_article(ledger: Article, lantern: Article) -> None:
    wire = stored(source("Halvard", Source.Kind.AGENCY), WIRE, LATE)
    matched(wire)

    (found,) = trace(appearances=lantern.appearances.all()).values()

    assert (found.giver, found.source.name) == (wire, "Halvard")


def test_trace_shows_the_words_in_both_texts(ledger: Article, lantern: Article) -> None:
    (found,) = trace(appearances=lantern.appearances.all()).values()

    assert [span.of(COPY) for span in sorted(found.here)] == [span.of(WIRE) for span in found.there[::-1]]


def test_trace_leaves_out_what_the_paper_had_itself(ledger: Article, lantern: Article) -> None:
    own = lantern.appearances.get(text__startswith=OWN[1:8])

    assert trace(appearances=[own]) == {}
