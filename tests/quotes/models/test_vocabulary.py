"""What the pure core answers with is what the database stores: one word per thing."""

from enum import StrEnum

import pytest
from django.db.models import TextChoices

from quotes.models import Appearance, Hop, Match, Source
from quotes.text.comparing.types import Relation
from quotes.text.reading.types import Basis, Kind, SourceKind


@pytest.mark.parametrize(
    ("core", "stored"),
    [
        (Kind, Appearance.Kind),
        (Basis, Hop.Basis),
        (SourceKind, Source.Kind),
        (Relation, Match.Relation),
    ],
)
def test_name_the_same_words_in_core_and_database(core: type[StrEnum], stored: type[TextChoices]) -> None:
    assert [str(word) for word in core] == stored.values
