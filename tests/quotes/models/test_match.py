"""Matches: every row keeps its public id, and leads to what is in force on its pair."""

import pytest
from django.utils import timezone

from quotes.models import Match
from tests.factories import AppearanceFactory

pytestmark = pytest.mark.django_db


def test_in_force_leads_from_a_superseded_match_to_the_present_one() -> None:
    pair = {"a": AppearanceFactory(), "b": AppearanceFactory(), "relation": "exact", "score": 1.0}
    earlier = Match.objects.create(**pair, judgement="same", superseded_at=timezone.now())
    assert earlier.in_force() is None

    present = Match.objects.create(**pair, judgement="different")

    assert [earlier.in_force(), present.in_force()] == [present, present]
    assert earlier.public_id != present.public_id
