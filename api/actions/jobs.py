"""What is done to a job by whoever asked for it, and by admins."""

from typing import Any

from api.actions.action import Action, does
from api.serializers.bodies import Body
from api.serializers.jobs import JobDetail
from api.views.jobs import Jobs
from quotes.models import Job
from quotes.services import jobs


class JobAction(Action, Jobs):
    """An action on one job."""

    of_own = True


@does(Body, JobDetail)
class Cancel(JobAction):
    """Stop it where it is."""

    def act(self, row: Job, given: dict[str, Any]) -> Job:
        return jobs.cancel(by=self.editor, job=row)


@does(Body, JobDetail)
class Resume(JobAction):
    """Let a cancelled or failed job go on from where it stopped."""

    def act(self, row: Job, given: dict[str, Any]) -> Job:
        return jobs.resume(by=self.editor, job=row)
