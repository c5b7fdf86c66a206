"""Logging in: attempts counted by the address they come from, so that nobody guesses on and on.

An attempt is counted before it is looked at and given back where it succeeds: of parallel guesses no more
are looked at than one after the other would be.
"""

from typing import Any

from api.callers import address
from api.limits.buckets import quota_of
from api.limits.windows import Standing, give_back, take

BUCKET = "log-in"


def attempt(request: Any) -> Standing | None:
    """Count an attempt to log in; the answer has not `passed` where too many failed. None without a limit."""
    quota = quota_of(BUCKET)
    return take(bucket=BUCKET, caller=address(request), quota=quota) if quota else None


def succeeded(request: Any) -> None:
    """Take back that the attempt was counted."""
    if quota_of(BUCKET):
        give_back(bucket=BUCKET, caller=address(request))


def refusal(standing: Standing) -> str:
    """Say that nothing is looked at just now, whether right or wrong."""
    return f"Too many log-ins from your address failed: try again in {standing.resets_in} seconds."
