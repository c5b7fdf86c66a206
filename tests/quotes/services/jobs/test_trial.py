"""A dry run tells what would change, and changes nothing."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import User

from quotes.models import Appearance, Job, Match, Supposition
from quotes.services import jobs
from quotes.services.exporting import quotes_as_records
from quotes.services.judgements import judge
from tests.quotes.services.jobs.working import finish
from tests.quotes.services.samples import EXPECTED, match_samples

pytestmark = pytest.mark.django_db


def state() -> tuple[str, list[Any]]:
    return json.dumps(list(quotes_as_records())), list(Match.objects.order_by("pk").values())


def tried(**thresholds: float) -> Job:
    return finish(jobs.request(by=None, kind="trial", thresholds=thresholds))


def test_trial_of_todays_thresholds_finds_nothing_to_change():
    match_samples(list(EXPECTED["articles"]))

    job = tried()

    assert jobs.sentence(job) == (
        "With today's thresholds: 0 joined, 0 parted, 0 of them against an editor's decision, which stays."
    )
    assert list(jobs.changes(job)) == []


def test_trial_of_a_strict_threshold_parts_what_it_would_not_join_and_changes_nothing():
    match_samples(list(EXPECTED["articles"]))
    before = state()

    job = tried(same_from=1.01)

    together = Appearance.objects.count() - len({*Appearance.objects.values_list("quote", flat=True)})
    changes = list(jobs.changes(job))
    assert state() == before
    assert {change["change"] for change in changes} == {"parted"}
    assert len(changes) == job.counts["parted"] == together
    assert all(len(change["words"]) == 2 and len(change["quotes"]) == 1 for change in changes)
    assert jobs.sentence(job).startswith(f"With same_from = 1.01: 0 joined, {together} parted, 0 of them")
    assert Supposition.objects.count() == 0


def test_trial_of_a_loose_threshold_joins():
    match_samples(list(EXPECTED["articles"]))

    job = tried(same_from=0.0, unsure_from=0.0)

    joined = [change for change in jobs.changes(job) if change["change"] == "joined"]
    assert len(joined) == job.counts["joined"] > 0
    assert all(len(change["quotes"]) == 2 for change in joined)


def test_trial_tells_what_would_go_against_an_editors_decision():
    match_samples(list(EXPECTED["articles"]))
    editor = User.objects.create_user("ada")
    tie = (
        Match.objects.current()
        .filter(judgement="same", a__quote__appearance_count=2)
        .select_related("a", "b")[0]
    )
    judge(by=editor, a=tie.a, b=tie.b, judgement="same", reason="heard it")
    before = state()

    job = tried(same_from=1.01)

    [against] = [change for change in jobs.changes(job) if change["against"]]
    assert state() == before
    assert job.counts["against"] == 1
    assert (against["change"], against["words"]) == ("parted", [tie.a.text, tie.b.text])
    assert {name: against["against"][name] for name in ("judgement", "by", "reason")} == {
        "judgement": "same",
        "by": "ada",
        "reason": "heard it",
    }
