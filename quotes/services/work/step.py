"""Working: one step of an article's work under a lease, and what becomes of it when the step breaks."""

import logging
import traceback
import uuid
from collections.abc import Callable
from pathlib import PurePath

from celery.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError

from quotes.services.work import leases

OURS = PurePath(__file__).parent.parent
TRANSIENT = (OperationalError, InterfaceError)  # the database was away, or chose us to break a deadlock

log = logging.getLogger(__name__)


def work_on(*, article_id: int, state: str, doing: str, do: Callable[[uuid.UUID], None]) -> bool:
    """Claim the article in `state`, call `do` with the lease, and return True when that is done.

    False where there is nothing to do or somebody else does it. `do` ends with `leases.finish`; what it
    raises leaves the article failed with the reason, which begins with `doing` ("Reading"). Raises
    OperationalError or InterfaceError, the work given back, where the database was away: try again.
    """
    lease = leases.claim(article_id=article_id, state=state)
    if lease is None:
        return False
    try:
        do(lease)
    except leases.LeaseLostError as lost:
        log.warning("%s", lost)
        return False
    except TRANSIENT:
        leases.release(article_id=article_id, lease=lease)
        raise
    except Exception as error:
        reason = reason_of(error, doing)
        log.exception("article %s is failed: %s", article_id, reason)
        leases.fail(article_id=article_id, lease=lease, reason=reason)
        return False
    return True


def reason_of(error: Exception, doing: str) -> str:
    """Say in a sentence what broke, where in our code, and what to do."""
    if isinstance(error, SoftTimeLimitExceeded):
        return f"{doing} took too long and was stopped; look for what is unusual in the text, then retry."
    frames = traceback.extract_tb(error.__traceback__)
    at = [frame for frame in frames if OURS in PurePath(frame.filename).parents][-1]
    place = f"{PurePath(at.filename).name}, line {at.lineno}, in {at.name}"
    said = str(error).partition("\n")[0][:300]
    return (
        f"{doing} broke with {type(error).__name__} ({said}) at {place}; report this, and retry when mended."
    )
