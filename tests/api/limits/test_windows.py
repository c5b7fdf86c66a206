from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
import redis

from api.limits import windows
from api.limits.windows import Quota, take


@pytest.fixture
def own_redis(settings, monkeypatch, own_redis_url):
    monkeypatch.setattr(windows, "ANSWERS_IN", 30.0)  # a busy machine is no outage
    windows._script.cache_clear()
    parts = urlsplit(own_redis_url)
    number = parts.query.removeprefix("virtual_host=") or parts.path.strip("/")
    plain = urlsplit(settings.REDIS_URL)
    at = f"?db={number}" if plain.scheme == "unix" else f"/{number}"
    settings.REDIS_URL = f"unix://{plain.path}{at}" if at[0] == "?" else plain._replace(path=at).geturl()
    client = redis.Redis.from_url(settings.REDIS_URL)
    client.flushdb()
    yield client
    client.flushdb()
    client.close()
    windows._script.cache_clear()


def test_take_passes_exactly_the_quota_of_parallel_calls(own_redis):
    def call(_):
        return take(bucket="read", caller="token:1", quota=Quota(100, 60)).passed

    with ThreadPoolExecutor(20) as pool:
        passed = list(pool.map(call, range(200)))

    assert passed.count(True) == 100


def test_take_tells_what_is_left(own_redis):
    quota = Quota(2, 60)

    standings = [take(bucket="read", caller="token:1", quota=quota) for _ in range(3)]

    assert [(one.passed, one.left) for one in standings] == [(True, 1), (True, 0), (False, 0)]
    assert standings[2].headers() == {
        "RateLimit-Policy": '"read";q=2;w=60',
        "RateLimit": f'"read";r=0;t={standings[2].resets_in}',
    }
    assert 58 <= standings[2].resets_in <= 60


def test_take_counts_callers_and_buckets_apart(own_redis):
    for caller, bucket in (("token:1", "read"), ("token:2", "read"), ("token:1", "search")):
        assert take(bucket=bucket, caller=caller, quota=Quota(1, 60)).passed


def test_take_starts_anew_when_the_window_is_over(own_redis):
    take(bucket="read", caller="token:1", quota=Quota(1, 60))
    own_redis.pexpire("via:limit:read:token:1", 1)

    while own_redis.exists("via:limit:read:token:1"):
        pass

    assert take(bucket="read", caller="token:1", quota=Quota(1, 60)).passed


def test_take_lets_calls_pass_where_redis_is_away(settings, monkeypatch, tmp_path):
    monkeypatch.setattr(windows._Outage, "over", 0.0)
    settings.REDIS_URL = f"unix://{tmp_path}/nobody.sock"

    assert take(bucket="read", caller="token:1", quota=Quota(1, 60)) is None
    assert windows._outage.over > 0

    windows._outage.over = 0.0
