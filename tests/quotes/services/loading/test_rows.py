import pytest
from django.db import IntegrityError

from quotes.models import Hop, Source
from quotes.services.loading.rows import copy_rows
from tests.factories import AppearanceFactory

pytestmark = pytest.mark.django_db


def test_copies_rows_as_they_are_and_gives_them_ids() -> None:
    rows = [Source(name=name, name_key=name, kind="person") for name in ("Ada \\N\tOkoro", "Bo", "Cy")]

    copy_rows(rows)

    stored = list(Source.objects.filter(kind="person").order_by("pk"))
    assert [(row.pk, row.name, row.public_id) for row in stored] == [
        (row.pk, row.name, row.public_id) for row in rows
    ]
    assert rows[0].pk < rows[1].pk < rows[2].pk


def test_copies_nothing_where_there_is_nothing() -> None:
    copy_rows([])

    assert Source.objects.count() == 0


def test_holds_rows_to_the_constraints_and_triggers() -> None:
    appearance = AppearanceFactory(text="The ferry sails")
    evidence = {"start": appearance.start, "end": appearance.start + 3, "evidence": "Not"}

    with pytest.raises(IntegrityError, match="hop_evidence_equals_span"):
        copy_rows([Hop(appearance=appearance, position=0, name="Ada", basis="explicit", **evidence)])
