"""Sweeping: wake workers for the articles whose message was lost. Rows are the truth, messages a hint."""

from celery import current_app
from django.db.models.functions import Now
from django.utils import timezone
from kombu.exceptions import ChannelError, OperationalError

from quotes.models import Article, Job
from quotes.services.work.waking import JOB, MATCH, READ, send

BATCH = 500


def sweep() -> int:
    """Send a message for each of the longest waiting articles that nobody works on, and for each job.

    Returns how many: at most BATCH, and none to a queue that is longer than that, for workers have enough
    to do there.
    """
    waiting = Article.objects.waiting(now=timezone.now()).order_by("run_after", "pk")
    sent = 0
    for task, state in ((READ, Article.State.ACCEPTED), (MATCH, Article.State.READ)):
        if _queued(task) >= BATCH:
            continue
        for pk in waiting.filter(state=state).values_list("pk", flat=True)[: BATCH - sent]:
            if not send(task, pk):
                return sent
            sent += 1
    return sent + _sweep_jobs()


def _sweep_jobs() -> int:
    """Wake a worker for each job that is not over, unless workers are on their way: each wakes the next."""
    active = Job.objects.filter(state__in=[Job.State.WAITING, Job.State.RUNNING], run_after__lte=Now())
    ids = [] if _queued(JOB) else list(active.order_by("pk").values_list("pk", flat=True)[:BATCH])
    return sum(send(JOB, pk) for pk in ids)


def pending() -> int:
    """Return how many articles are accepted, but neither matched nor failed yet."""
    return Article.objects.unfinished().count()


def _queued(task: str) -> int:
    """Return how many messages wait in the task's queue; 0 where the broker does not say."""
    queue = current_app.amqp.router.route({}, task)["queue"].name
    try:
        with current_app.connection_for_read() as connection:
            return int(connection.default_channel.queue_declare(queue, passive=True).message_count)
    except (ChannelError, OperationalError, OSError):  # no such queue yet, or no broker
        return 0
