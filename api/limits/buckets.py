"""Buckets: what a call counts as, each with a quota of its own, so that none eats another's."""

from typing import Any

from django.conf import settings
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from api.callers import caller
from api.limits.windows import Quota, Standing, take
from api.permissions import reads

READ, SEARCH = "read", "search"


def bucket_of(request: Request, view: Any) -> str:
    """Return `read`, `search` (words are looked for), or the scope that the write needs."""
    if named := getattr(view, "bucket", None):
        return str(named)
    if reads(request, view):
        return SEARCH if "q" in request.query_params else READ
    return str(getattr(view, "scope", READ))


def quota_of(bucket: str) -> Quota | None:
    """Return a bucket's quota as the settings say (`1200/60`: calls in seconds); None without a limit."""
    calls, _, seconds = str(settings.API_LIMITS.get(bucket, "")).partition("/")
    return Quota(int(calls), int(seconds)) if calls else None


class Limits(BaseThrottle):
    """Count each call in its bucket; tell the view where the caller stands, for the headers of the answer."""

    standing: Standing | None = None

    def allow_request(self, request: Request, view: Any) -> bool:
        """Tell whether the call passes."""
        bucket = bucket_of(request, view)
        quota = quota_of(bucket)
        if quota is None or request.method == "OPTIONS":
            return True
        self.standing = view.standing = take(bucket=bucket, caller=caller(request), quota=quota)
        return self.standing is None or self.standing.passed

    def wait(self) -> float | None:
        """Return after how many seconds the caller may come back."""
        return self.standing.resets_in if self.standing else None
