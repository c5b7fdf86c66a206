"""`manage.py rebuild` and `manage.py jobs`: what they say, and what they leave alone."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from quotes.models import Job, Match
from tests.factories import AppearanceFactory

pytestmark = pytest.mark.django_db


def said(*words: str) -> list[str]:
    out = StringIO()
    call_command(*words, stdout=out, stderr=StringIO())
    return out.getvalue().splitlines()


def test_rebuild_here_does_the_work_and_says_what_it_came_to():
    AppearanceFactory.create_batch(2)

    [line] = said("rebuild", "--here")

    job = Job.objects.get()
    assert job.state == Job.State.DONE
    assert line == (f"{job.public_id}: The rebuild is done: 0 pairs compared, 0 printings told apart anew.")


def test_rebuild_dry_run_tells_as_json_and_keeps_nothing():
    AppearanceFactory.create_batch(2)

    [line] = said("rebuild", "--dry-run", "--here", "--json", "--threshold", "same_from=0.7")

    told = json.loads(line)
    assert (told["kind"], told["state"], told["sentence"]) == (
        "trial",
        "done",
        "With same_from = 0.7: 0 joined, 0 parted, 0 of them against an editor's decision, which stays.",
    )
    assert Match.objects.count() == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--dry-run", "--threshold", "same_from"], "--threshold same_from: write NAME=VALUE with a number"),
        (["--dry-run", "--threshold", "no=1"], "“no” is no threshold: choose one of "),
        (
            ["--threshold", "same_from=1"],
            "A rebuild goes by the thresholds of quotes/text/comparing/weights.py",
        ),
    ],
)
def test_rebuild_refuses_thresholds_it_cannot_try(words, message):
    with pytest.raises(CommandError) as refused:
        said("rebuild", *words)

    assert str(refused.value).startswith(message)
    assert Job.objects.count() == 0


def test_jobs_lists_cancels_and_resumes():
    [asked] = said("rebuild")
    job = Job.objects.get()

    [cancelled] = said("jobs", "cancel", str(job.public_id))
    [listed] = said("jobs")
    [resumed] = said("jobs", "resume", str(job.public_id))

    name = str(job.public_id)
    assert asked == f"{name}: The rebuild is waiting: 0 of ? pieces done."
    assert cancelled == f"{name}: The rebuild is cancelled: 0 of ? pieces done."
    assert listed.split("\t")[:4] == [name, "rebuild", "cancelled", "0 of ?"]
    assert resumed == asked


def test_jobs_says_which_job_is_not_there():
    with pytest.raises(CommandError) as refused:
        said("jobs", "show", "17")

    assert str(refused.value) == "There is no job 17: `manage.py jobs` lists them."
