"""Sweeping: wake workers for the articles whose message was lost. Rows are the truth, messages a hint."""

from celery import current_app
from django.utils import timezone
from kombu.exceptions import ChannelError, OperationalError

from quotes.models import Article
from quotes.services.work.waking import MATCH, READ, send

BATCH = 500


def sweep() -> int:
    """Send a message for each of the longest waiting articles that nobody works on; return how many.

    At most BATCH, and none to a queue that is longer than that: workers have enough to do there.
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
    return sent


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
