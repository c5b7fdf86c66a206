"""The Celery application: configured from the settings, tasks found in the domain."""

import gc
import os

from celery import Celery
from celery.signals import worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")

app = Celery("via")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["quotes"])


@worker_init.connect  # type: ignore[untyped-decorator]
def warm_up(**_: object) -> None:
    """Load comparing's tables before the pool's processes are forked: all share them, and no article waits.

    What is loaded by then stays for good: the garbage collector need not go through it again and again.
    """
    from quotes.text.comparing.warming import warm

    warm()
    gc.freeze()
