"""Public ids: unique among the rows, repeated in their history."""

import pytest

from quotes.models import Quote
from tests.factories import QuoteFactory

pytestmark = pytest.mark.django_db


def test_history_keeps_every_change_of_a_row() -> None:
    quote = QuoteFactory(text="The bridge will open in May")

    for count in (1, 2):
        Quote.objects.filter(pk=quote.pk).update(appearance_count=count, outlet_count=1)

    kept = quote.events.order_by("pgh_id").values_list("public_id", "appearance_count")
    assert list(kept) == [(quote.public_id, 0), (quote.public_id, 1)]
