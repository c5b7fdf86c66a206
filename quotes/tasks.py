"""Tasks: thin, ids in, one service call. A lost message costs latency: the sweep sends it again."""

import logging
from typing import Any

from celery import shared_task
from django.db import InterfaceError, OperationalError

from quotes.models import Article, Job
from quotes.services import answers, exports, jobs, matching, reading
from quotes.services.work import sweeping

log = logging.getLogger(__name__)

# The lease outlives the hard limit, so that a worker that was stopped holds nothing.
BOUNDED: dict[str, Any] = {
    "soft_time_limit": 30,
    "time_limit": 40,
    "autoretry_for": (OperationalError, InterfaceError),  # the database was away, or broke a deadlock
    "max_retries": 3,
    "retry_backoff": 2,
    "retry_backoff_max": 20,
    "retry_jitter": True,
}


@shared_task(name="quotes.read_article", **BOUNDED)  # type: ignore[untyped-decorator]
def read_article(article_id: int) -> bool:
    """Read the article, and tell whether this run did it."""
    return _exists(article_id) and reading.read_article(article_id=article_id)


@shared_task(name="quotes.match_article", **BOUNDED)  # type: ignore[untyped-decorator]
def match_article(article_id: int) -> bool:
    """Match the article's quotes, and tell whether this run did it."""
    return _exists(article_id) and matching.match_article(article_id=article_id)


@shared_task(name="quotes.work_on_job", **BOUNDED)  # type: ignore[untyped-decorator]
def work_on_job(job_id: int) -> bool:
    """Do a piece of the job, and tell whether this run did one."""
    exists = Job.objects.filter(pk=job_id).exists()
    if not exists:
        log.warning("job %s is not there: nothing to do", job_id)
    return exists and jobs.work_on(job_id=job_id)


@shared_task(name="quotes.sweep", soft_time_limit=30, time_limit=40)  # type: ignore[untyped-decorator]
def sweep() -> int:
    """Wake workers for what lost messages left behind, and tell for how many articles."""
    return sweeping.sweep()


@shared_task(name="quotes.sweep_answers", soft_time_limit=30, time_limit=40)  # type: ignore[untyped-decorator]
def sweep_answers() -> int:
    """Delete the kept answers that are older than a day, and tell how many."""
    return answers.sweep()


@shared_task(name="quotes.sweep_exports", soft_time_limit=30, time_limit=40)  # type: ignore[untyped-decorator]
def sweep_exports() -> int:
    """Delete the files of exports whose time is over, and tell how many."""
    return exports.sweep()


def _exists(article_id: int) -> bool:
    exists = Article.objects.filter(pk=article_id).exists()
    if not exists:
        log.warning("article %s is not there: nothing to do", article_id)
    return exists
