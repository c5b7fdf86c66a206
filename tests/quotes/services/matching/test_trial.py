"""The trial of matching: the production path on records, in any order, with nothing kept."""

import random
from dataclasses import replace

import pytest
from django.apps import apps
from django.db import connection

from quotes.models import Quote
from quotes.services.matching.scratch import scratch
from quotes.services.matching.trial import Record, same_quotes
from tests.factories import QuoteFactory
from tests.quotes.services.samples import EXPECTED

pytestmark = pytest.mark.django_db

BRIDGE = "The bridge over the Sallow will carry no tram before the autumn of next year"
RECORDS = [
    Record("a#1", "a", "The Ledger", "2025-03-11", f"“{BRIDGE},”", "Mayor Ada Okoro"),
    Record("b#1", "b", "The Lantern", "2025-03-12", "‘will carry no tram before the autumn’", "Okoro"),
    Record("b#2", "b", "The Lantern", "2025-03-12", "‘I have nothing to add to what is in the plan’", "she"),
    Record("c#1", "c", "The Pennon", None, f'"{BRIDGE.replace("no tram", "a tram")}"', None),
]


def sample_records() -> list[Record]:
    return [
        Record(
            qid=f"{path}#{quote['span'][0]}",
            art=path,
            outlet=article["outlet"],
            date=article["published_at"][:10],
            text=quote["text"],
            source=quote["speaker"],
        )
        for path, article in EXPECTED["articles"].items()
        for quote in article["quotes"]
    ]


def test_same_quotes_finds_fragment_and_altered_printing() -> None:
    assert same_quotes(RECORDS) == [["a#1", "b#1", "c#1"]]


def test_same_quotes_answers_alike_for_any_order() -> None:
    records = sample_records()

    answers = [same_quotes(random.Random(seed).sample(records, len(records))) for seed in (1, 2)]

    assert answers[0] == answers[1]
    assert len(answers[0]) > 5


def test_same_quotes_neither_sees_nor_keeps_any_row() -> None:
    quote = QuoteFactory(text=BRIDGE)
    Quote.objects.filter(pk=quote.pk).update(appearance_count=1)
    before = counts()

    answer = same_quotes([replace(RECORDS[0], source=quote.speaker.name)])

    assert (answer, counts()) == ([], before)


def test_scratch_has_a_partition_lock_of_its_own() -> None:
    place = "SELECT 'quotes_quote'::regclass::oid"
    with connection.cursor() as cursor:
        cursor.execute(place)
        real = cursor.fetchone()
        with scratch():
            cursor.execute(place)
            ours = cursor.fetchone()

    assert ours != real


def counts() -> dict[str, int]:
    return {
        model.__name__: model._default_manager.count() for model in apps.get_app_config("quotes").get_models()
    }
