"""A rebuild ends where matching article by article does, and moves nothing a person decided."""

import json
import random

import pytest

from quotes.models import Appearance, Article, Match, Quote
from quotes.services import jobs
from quotes.services.exporting import quotes_as_records
from tests.quotes.services.jobs.working import finish
from tests.quotes.services.samples import EXPECTED, match_samples, partition

pytestmark = pytest.mark.django_db


def export() -> str:
    return json.dumps(list(quotes_as_records()))


def matches() -> set[tuple]:
    return set(Match.objects.current().values_list("a", "b", "relation", "judgement", "score", "decided_by"))


@pytest.mark.parametrize("anew", [False, True])
def test_rebuild_changes_nothing_where_all_was_matched_one_by_one(anew) -> None:
    match_samples(list(EXPECTED["articles"]))
    before, rows, found = export(), Match.objects.count(), matches()

    finish(jobs.request(by=None, kind="rebuild", anew=anew))

    assert export() == before
    assert matches() == found
    assert Match.objects.count() == rows


@pytest.mark.parametrize("seed", [1, 2])
def test_rebuild_makes_of_nothing_what_matching_one_by_one_makes(seed: int) -> None:
    paths = list(EXPECTED["articles"])
    match_samples(random.Random(seed).sample(paths, len(paths)))
    apart, found = partition(), matches()
    forget()

    finish(jobs.request(by=None, kind="rebuild"))

    assert partition() == apart
    assert matches() == found


def forget() -> None:
    """Leave of matching what an installation has whose articles were matched by other rules, all wrongly."""
    Match.objects.all().delete()
    Article.objects.update(matched_with="0")
    appearances = Appearance.objects.filter(quote__isnull=False)
    for row in appearances.order_by("pk"):
        row.quote = Quote.objects.create(text=row.text, appearance_count=1, outlet_count=1)
        row.save()
