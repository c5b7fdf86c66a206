"""Waking workers: a message is a hint that a committed row has work to do."""

import logging
import time
from functools import partial

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

READ = "quotes.read_article"
MATCH = "quotes.match_article"
JOB = "quotes.work_on_job"
LEFT_ALONE = 10.0  # seconds; the sweep comes as often

log = logging.getLogger(__name__)


def wake(task: str, pk: int) -> None:
    """Send `task` the id of a row once the transaction around the call is committed."""
    transaction.on_commit(partial(send, task, pk))


def send(task: str, pk: int) -> bool:
    """Send `task` the id of a row now, and tell whether it went out.

    A broker that cannot be reached is logged and nothing else: the row is there, the sweep finds it.
    For LEFT_ALONE seconds after that nothing is sent, so that an outage holds nobody up twice.
    """
    if time.monotonic() < _outage.over:
        return False
    try:
        current_app.send_task(task, args=[pk])
    except (OperationalError, OSError) as error:
        _outage.over = time.monotonic() + LEFT_ALONE
        log.warning("no message could be sent for %s(%s), the sweep will do it: %s", task, pk, error)
        return False
    return True


class _Outage:
    """When this process may try the broker again."""

    over = 0.0


_outage = _Outage()
