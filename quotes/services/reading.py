"""Reading: an accepted article's newest body read, its appearances and chains stored, once."""

import logging
import traceback
import uuid
from pathlib import PurePath

from celery.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError, transaction

from quotes.models import Article, Revision
from quotes.services import leases
from quotes.services.keeping import keep
from quotes.services.sources import agencies
from quotes.services.waking import MATCH, wake
from quotes.text.reading import Given, Reading, read

READER = "rules-1"  # goes up with every change of the reader that changes its answers
OURS = PurePath(__file__).parent.parent
TRANSIENT = (OperationalError, InterfaceError)  # the database was away, or chose us to break a deadlock

log = logging.getLogger(__name__)
State = Article.State


def read_article(*, article_id: int) -> bool:
    """Read an accepted article and return True; False where there is nothing to do or somebody else does it.

    Stores appearances and chains in one transaction with the state, fenced by the lease; matching is woken.
    A reader that breaks leaves the article failed with the reason. Raises OperationalError or InterfaceError,
    the work given back, where the database was away: try again.
    """
    lease = leases.claim(article_id=article_id, state=State.ACCEPTED)
    if lease is None:
        return False
    try:
        _read(article_id, lease)
    except leases.LeaseLostError as lost:
        log.warning("%s", lost)
        return False
    except TRANSIENT:
        leases.release(article_id=article_id, lease=lease)
        raise
    except Exception as error:
        log.exception("article %s could not be read", article_id)
        leases.fail(article_id=article_id, lease=lease, reason=_reason(error))
        return False
    return True


def _read(article_id: int, lease: uuid.UUID) -> None:
    article = Article.objects.select_related("outlet").get(pk=article_id)
    revision = article.revisions.latest("number")
    reading = _reading(article, revision)
    with transaction.atomic():
        held = leases.hold(article_id=article_id, lease=lease, state=State.ACCEPTED)
        keep(article=held, revision=revision, reading=reading, reader=READER)
        leases.finish(article_id=article_id, lease=lease, state=State.ACCEPTED, to=State.READ)
        wake(MATCH, article_id)


def _reading(article: Article, revision: Revision) -> Reading:
    """Read the body with what is known of the article: given facts win, as they did when it came."""
    given = Given(
        title=article.title or None,
        outlet=article.outlet.name,
        published_at=article.published_as or None,
        byline=tuple(article.byline),
    )
    return read(revision.text, given, agencies())


def _reason(error: Exception) -> str:
    """Say in a sentence what broke, where, and what to do."""
    if isinstance(error, SoftTimeLimitExceeded):
        return "Reading took too long and was stopped; look for what is unusual in the text, then retry."
    frames = traceback.extract_tb(error.__traceback__)
    at = [frame for frame in frames if OURS in PurePath(frame.filename).parents][-1]
    place = f"{PurePath(at.filename).name}, line {at.lineno}, in {at.name}"
    said = str(error).partition("\n")[0][:300]
    return (
        f"Reading broke with {type(error).__name__} ({said}) at {place}; report this, and retry when mended."
    )
