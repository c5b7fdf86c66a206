"""Waiting: until all articles of an import are read and matched, or it is plain that nobody does it."""

import time
from collections.abc import Callable, Collection, Iterator

from django.db.models.functions import Now

from quotes.models import Article

PAUSE = 0.25  # seconds between two looks
UNEASY_AFTER = 20.0  # seconds without a worker
GIVE_UP_AFTER = 180.0  # seconds without progress; a healthy system needs two minutes at most

NO_WORKER = (
    "No worker has taken up an article for {seconds:.0f} s: start `manage.py dev`, or"
    " `celery -A tracker worker -Q default,fetch,read,match,rebuild,export` and `celery -A tracker beat`."
)


def wait(
    articles: Collection[int],
    say: Callable[[str], None],
    *,
    uneasy_after: float = UNEASY_AFTER,
    give_up_after: float = GIVE_UP_AFTER,
) -> bool:
    """Wait until the articles with these ids are matched or failed; False where nothing moved for too long.

    `say` is told the progress, and what to do where no worker is at work. Times are in seconds.
    """
    waiting, moved = set(articles), time.monotonic()
    warned = moved
    while waiting:
        finished = _finished(waiting)
        now = time.monotonic()
        if finished:
            waiting -= finished
            moved = warned = now
            say(f"{len(articles) - len(waiting)} of {len(articles)} articles read and matched")
        elif _at_work():
            warned = now
        elif now - warned > uneasy_after:
            say(NO_WORKER.format(seconds=now - moved))
            warned = now
        if now - moved > give_up_after:
            say(f"Gave up waiting for {len(waiting)} articles; they are stored, and will be read later.")
            return False
        if waiting:
            time.sleep(PAUSE)
    return True


def failed(articles: Collection[int]) -> Iterator[Article]:
    """Yield those of the articles whose reading or matching failed."""
    for some in _some(articles):
        yield from Article.objects.filter(pk__in=some, state=Article.State.FAILED).order_by("pk")


def _finished(waiting: Collection[int]) -> set[int]:
    over = [Article.State.MATCHED, Article.State.FAILED]
    found: set[int] = set()
    for some in _some(waiting):
        found.update(Article.objects.filter(pk__in=some, state__in=over).values_list("pk", flat=True))
    return found


def _at_work() -> bool:
    return Article.objects.unfinished().filter(lease_until__gt=Now()).exists()


def _some(ids: Collection[int], size: int = 5000) -> Iterator[list[int]]:
    in_order = sorted(ids)
    return (in_order[start : start + size] for start in range(0, len(in_order), size))
