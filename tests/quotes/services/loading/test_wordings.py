"""Loading leaves what storing one by one leaves, however often it is repeated."""

import pytest
from django.db import IntegrityError

from quotes.models import Wording, WordingKey
from quotes.services.loading import wordings
from quotes.services.loading.wordings import load_wordings
from quotes.services.matching.wordings import find_or_create

pytestmark = pytest.mark.django_db

TEXTS = [
    "The ferry will not sail again before the harbour wall has been rebuilt in stone",
    "“THE FERRY will not sail again before the harbour wall has been rebuilt in stone.”",
    "We’re [still] waiting … for the 10,000 lanterns",
    "Too short",
    "…",
    "",
]


def rows() -> tuple[list[tuple[object, ...]], list[tuple[int, str]]]:
    normal = dict(Wording.objects.values_list("pk", "normal"))
    postings = WordingKey.objects.values_list("key", "wording")
    columns = Wording.objects.order_by("normal").values_list("digest", "normal", "words", "keys")
    return list(columns), sorted((key, normal[wording]) for key, wording in postings)


def test_loads_what_storing_one_by_one_stores() -> None:
    find_or_create(texts=TEXTS)
    stored = rows()
    Wording.objects.all().delete()
    WordingKey.objects.all().delete()

    made = load_wordings(texts=TEXTS)

    assert (made, rows()) == (3, stored)


def test_loads_nothing_that_is_there() -> None:
    find_or_create(texts=TEXTS[:1])
    load_wordings(texts=TEXTS)
    stored = rows()

    assert (load_wordings(texts=TEXTS), load_wordings(texts=[]), rows()) == (0, 0, stored)


@pytest.mark.parametrize("there", [[], ["Seven lanterns were counted on the old customs quay"]])
def test_loads_many_batches_into_an_empty_index_and_a_full_one(
    monkeypatch: pytest.MonkeyPatch, there: list[str]
) -> None:
    monkeypatch.setattr(wordings, "AT_ONCE", 4)
    find_or_create(texts=there)
    texts = [f"The ferry number {place} sails from the harbour tonight" for place in range(20)]

    made = load_wordings(texts=[*texts, *TEXTS])

    loaded = rows()
    Wording.objects.all().delete()
    WordingKey.objects.all().delete()
    find_or_create(texts=[*there, *texts, *TEXTS])
    assert (made, loaded) == (23, rows())


@pytest.mark.django_db(transaction=True)
def test_keeps_the_index_through_a_load(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordings, "AT_ONCE", 2)
    load_wordings(texts=TEXTS[:3])
    key, wording = WordingKey.objects.values_list("key", "wording")[0]

    with pytest.raises(IntegrityError, match="quotes_wordingkey_pkey"):
        WordingKey.objects.bulk_create([WordingKey(key=key, wording=wording)])
