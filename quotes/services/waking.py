"""Waking workers: a message is a hint that a committed row has work to do."""

import logging
from functools import partial

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

READ = "quotes.read_article"
MATCH = "quotes.match_article"

log = logging.getLogger(__name__)


def wake(task: str, pk: int) -> None:
    """Send `task` the id of a row once the transaction around the call is committed."""
    transaction.on_commit(partial(send, task, pk))


def send(task: str, pk: int) -> bool:
    """Send `task` the id of a row now, and tell whether it went out.

    A broker that cannot be reached is logged and nothing else: the row is there, the sweep finds it.
    """
    try:
        current_app.send_task(task, args=[pk])
    except (OperationalError, OSError) as error:
        log.warning("%s(%s) could not be sent, the sweep will: %s", task, pk, error)
        return False
    return True
