"""The sample articles: one prints an agency's story without a credit, and only that one is suggested."""

import pytest

from quotes.models import Copy
from quotes.services.copying.deciding import accept
from quotes.services.matching import match_article
from quotes.services.reading import read_article
from quotes.services.samples import store_samples
from tests.factories import StaffFactory

pytestmark = pytest.mark.django_db


def test_match_article_suggests_the_agency_of_the_samples_uncredited_copy() -> None:
    for article in store_samples():
        read_article(article_id=article.pk)
        match_article(article_id=article.pk)

    (copy,) = Copy.objects.current()
    assert (copy.taker.sender_id, copy.source.name, copy.credited) == (
        "evening-lantern/2025-03-12-dam-bread-banners.txt",
        "Halvard",
        False,
    )
    accept(by=StaffFactory(), copy=copy)
    row = copy.taker.appearances.get(text__startswith="We will not open the gates")
    names = row.hops.order_by("position").values_list("source__name", flat=True)
    assert list(names) == ["Danek Orsolan", "VETA", "Halvard"]
