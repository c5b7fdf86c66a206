"""Windows: one caller's calls counted from the first one on, in one atomic step.

A fixed window that starts with its first call: within it exactly the quota passes, however parallel the
calls are. Redis is a hint: where it does not answer, calls pass uncounted, for refusing to answer
is worse than answering too often.
"""

import logging
import math
import time
from dataclasses import dataclass
from functools import cache
from typing import Any

import redis
from django.conf import settings

LEFT_ALONE = 5.0  # seconds after a failure in which Redis is not asked: an outage must not slow every call
ANSWERS_IN = 0.5  # seconds
_TAKE = """
local used = tonumber(redis.call('GET', KEYS[1]) or '0')
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
    used = 0
    left = tonumber(ARGV[2])
    redis.call('SET', KEYS[1], '0', 'PX', left)
end
if used >= tonumber(ARGV[1]) then
    return {0, 0, left}
end
redis.call('INCR', KEYS[1])
return {1, tonumber(ARGV[1]) - used - 1, left}
"""
_GIVE_BACK = """
if tonumber(redis.call('GET', KEYS[1]) or '0') > 0 then
    redis.call('DECR', KEYS[1])
end
return 0
"""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Quota:
    """So many calls in so many seconds."""

    calls: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a caller stands after a call: whether it passed, how many are left, and for how many seconds."""

    bucket: str
    quota: Quota
    passed: bool
    left: int
    resets_in: int

    def headers(self) -> dict[str, str]:
        """Return the fields of draft-ietf-httpapi-ratelimit-headers-10."""
        return {
            "RateLimit-Policy": f'"{self.bucket}";q={self.quota.calls};w={self.quota.seconds}',
            "RateLimit": f'"{self.bucket}";r={self.left};t={self.resets_in}',
        }


def take(*, bucket: str, caller: str, quota: Quota) -> Standing | None:
    """Count one call, and return where the caller stands; None where nobody can tell."""
    answer = _run(_TAKE, bucket, caller, quota.calls, quota.seconds * 1000)
    if answer is None:
        return None
    passed, left, milliseconds = (int(number) for number in answer)
    return Standing(bucket, quota, bool(passed), left, math.ceil(milliseconds / 1000))


def give_back(*, bucket: str, caller: str) -> None:
    """Count one call less: it was none of those the limit is for."""
    _run(_GIVE_BACK, bucket, caller)


def _run(script: str, bucket: str, caller: str, *args: int) -> Any:
    """Return what a script answers about a caller's window; None where Redis does not."""
    if not settings.REDIS_URL or time.monotonic() < _outage.over:
        return None
    try:
        return _script(settings.REDIS_URL, script)(keys=[f"via:limit:{bucket}:{caller}"], args=args)
    except (redis.RedisError, OSError) as error:
        _outage.over = time.monotonic() + LEFT_ALONE
        log.warning("calls pass uncounted, Redis does not answer: %s", error)
        return None


@cache
def _script(url: str, script: str) -> Any:
    client = redis.Redis.from_url(url, socket_timeout=ANSWERS_IN, socket_connect_timeout=ANSWERS_IN)
    return client.register_script(script)


class _Outage:
    """When this process may ask Redis again."""

    over = 0.0


_outage = _Outage()
