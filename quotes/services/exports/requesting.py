"""Requesting an export."""

from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db import transaction

from quotes.models import Job
from quotes.services.errors import Refused
from quotes.services.exports.forms import refuse_form
from quotes.services.work.waking import JOB, wake

MOST_AT_ONCE = 3
"""So many exports one person may have under way: each fills the disk."""


def request(*, by: User, what: str, form: str, filters: Mapping[str, str], origin: str) -> Job:
    """Ask for an export and return its job, accepted: committed, and a worker woken.

    `what` is "quotes", "appearances", "articles" or "sources", `form` one of FORMS, `filters` those of the
    list as they were given, checked by whoever asks; `origin` ("https://via.example") begins the addresses
    in the file. Raises Refused with code "no_form" where such rows have none of that form, and "conflict"
    where MOST_AT_ONCE are under way.
    """
    refuse_form(what=what, form=form)
    parameters = {"what": what, "form": form, "filters": dict(filters), "origin": origin}
    with transaction.atomic():
        User.objects.select_for_update().get(pk=by.pk)  # one after the other, so that the count holds
        active = Job.objects.filter(
            kind=Job.Kind.EXPORT, requested_by=by, state__in=[Job.State.WAITING, Job.State.RUNNING]
        )
        if active.count() >= MOST_AT_ONCE:
            raise Refused(
                f"{MOST_AT_ONCE} exports of yours are under way: wait for one to end, or cancel it.",
                code="conflict",
            )
        job = Job.objects.create(kind=Job.Kind.EXPORT, requested_by=by, parameters=parameters)
        wake(JOB, job.pk)
    return job
