"""manage.py rebuild: compute keys, matches and quotes anew, or tell what that would change."""

import sys
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quotes.management.jobs import told
from quotes.models import Job
from quotes.services import jobs
from quotes.services.errors import Refused

PAUSE = 0.5  # seconds between two looks


class Command(BaseCommand):
    """`manage.py rebuild [--dry-run] [--threshold NAME=VALUE …] [--anew] [--wait] [--json]`."""

    help = (
        "Ask for a rebuild: keys, matches and quotes computed anew by today's rules, by the workers."
        " What people decided stays. With --dry-run nothing changes; it waits, and tells what would."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--dry-run", action="store_true", help="only tell what a rebuild would change")
        parser.add_argument(
            "--threshold",
            action="append",
            default=[],
            metavar="NAME=VALUE",
            help="a weight to try in a dry run, by its name in quotes/text/comparing/weights.py",
        )
        parser.add_argument("--anew", action="store_true", help="compare again what today's rules judged")
        parser.add_argument(
            "--wait", action="store_true", help="return when it is over, as a dry run always does"
        )
        parser.add_argument("--json", action="store_true", help="tell a dry run as JSON lines, one a change")
        parser.add_argument(
            "--here", action="store_true", help="do the work in this process, without workers"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Ask, wait if told to, and exit with 1 where the job was refused, failed or cancelled."""
        kind = Job.Kind.TRIAL if options["dry_run"] else Job.Kind.REBUILD
        thresholds = dict(map(_threshold, options["threshold"]))
        try:
            job = jobs.request(by=None, kind=kind, anew=options["anew"], thresholds=thresholds)
        except Refused as refused:
            raise CommandError(refused.message) from refused
        if options["here"]:
            while jobs.work_on(job_id=job.pk):
                pass
        if options["wait"] or options["here"] or options["dry_run"]:
            self._wait(job)
        for line in told(job, as_json=options["json"]):
            self.stdout.write(line)
        if job.state in (Job.State.FAILED, Job.State.CANCELLED):
            sys.exit(1)

    def _wait(self, job: Job) -> None:
        done = -1
        job.refresh_from_db()
        while job.state in (Job.State.WAITING, Job.State.RUNNING):
            if job.done != done:
                done = job.done
                self.stderr.write(
                    f"{done} of {job.total or '?'} pieces ({job.cursor.get('stage', 'waiting')})"
                )
            time.sleep(PAUSE)
            job.refresh_from_db()


def _threshold(given: str) -> tuple[str, float]:
    name, _, value = given.partition("=")
    try:
        return name.strip(), float(value)
    except ValueError as error:
        raise CommandError(
            f"--threshold {given}: write NAME=VALUE with a number, as same_from=0.6."
        ) from error
