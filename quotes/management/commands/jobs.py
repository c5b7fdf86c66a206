"""manage.py jobs: list, show, cancel and resume jobs."""

import sys
from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from quotes.management.jobs import told
from quotes.models import Job
from quotes.services import jobs
from quotes.services.errors import Refused

LISTED = 20


class Command(BaseCommand):
    """`manage.py jobs [list | show JOB | cancel JOB | resume JOB] [--json]`."""

    help = "List the newest jobs, or show, cancel or resume one, named by its id."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("action", nargs="?", default="list", choices=["list", "show", "cancel", "resume"])
        parser.add_argument("job", nargs="?", help="the job's id, as the list tells it")
        parser.add_argument("--json", action="store_true", help="tell a dry run as JSON lines, one a change")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Do it, and tell how the job stands; exit with 1 where it was refused."""
        if options["action"] == "list":
            for job in Job.objects.order_by("-pk")[:LISTED]:
                progress = f"{job.done} of {job.total or '?'}"
                self.stdout.write(
                    f"{job.public_id}\t{job.kind}\t{job.state}\t{progress}\t{job.created_at:%F %H:%M}"
                )
            return
        job = _job(options["job"])
        try:
            if options["action"] == "cancel":
                job = jobs.cancel(by=None, job=job)
            elif options["action"] == "resume":
                job = jobs.resume(by=None, job=job)
        except Refused as refused:
            self.stderr.write(refused.message)
            sys.exit(1)
        for line in told(job, as_json=options["json"]):
            self.stdout.write(line)


def _job(given: str | None) -> Job:
    try:
        return Job.objects.get(public_id=UUID(given or ""))
    except (ValueError, Job.DoesNotExist) as error:
        raise CommandError(
            f"There is no job {given or '(none given)'}: `manage.py jobs` lists them."
        ) from error
