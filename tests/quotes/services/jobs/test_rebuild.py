"""A rebuild ends where matching article by article does, and moves nothing a person decided."""

import json
import random

import pytest
from django.contrib.auth.models import User

from quotes.models import Appearance, Article, Match, Quote, WordingKey
from quotes.services import jobs
from quotes.services.exporting import quotes_as_records
from quotes.services.judgements import judge
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


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.full) for seed in range(2, 10))])
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


def test_rebuild_moves_nothing_a_person_decided() -> None:
    match_samples(list(EXPECTED["articles"]))
    editor = User.objects.create_user("editor")
    tied = Match.objects.current().filter(judgement="same").select_related("a", "b").order_by("pk")[0]
    apart = [
        Appearance.objects.filter(quote__appearance_count=1).order_by(order)[0] for order in ("pk", "-pk")
    ]
    judge(by=editor, a=tied.a, b=tied.b, judgement="different")
    judge(by=editor, a=apart[0], b=apart[1], judgement="same")
    before, found = export(), matches()

    finish(jobs.request(by=None, kind="rebuild", anew=True))

    assert export() == before
    assert matches() == found


def test_rebuild_a_second_time_writes_nothing() -> None:
    match_samples(list(EXPECTED["articles"]))
    forget()
    finish(jobs.request(by=None, kind="rebuild"))
    before, rows = export(), list(Match.objects.order_by("pk").values())

    finish(jobs.request(by=None, kind="rebuild"))

    assert export() == before
    assert list(Match.objects.order_by("pk").values()) == rows


def test_rebuild_replaces_what_older_rules_found() -> None:
    match_samples(list(EXPECTED["articles"]))
    found = matches()
    Match.objects.update(version="0", score=0.01, judgement="different")
    Article.objects.update(matched_with="0")

    finish(jobs.request(by=None, kind="rebuild"))

    assert matches() == found
    assert not Match.objects.current().filter(version="0").exists()


def test_rebuild_fills_the_index_again() -> None:
    match_samples(list(EXPECTED["articles"]))
    postings = set(WordingKey.objects.values_list("key", "wording"))
    WordingKey.objects.all().delete()

    finish(jobs.request(by=None, kind="rebuild", anew=True))

    assert set(WordingKey.objects.values_list("key", "wording")) == postings
