from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.test import Client

from tests.api.limits.test_windows import own_redis  # noqa: F401 - a fixture
from tests.factories import TokenFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_redis")]


@pytest.fixture(autouse=True)
def limits(settings):
    settings.API_LIMITS = {"read": "2/60", "search": "1/60"}


def call(client, path="quotes", **headers):
    return client.get(f"/api/v1/{path}", headers=headers)


def bearer(name):
    token = TokenFactory(name=name)
    return {"authorization": f"Bearer via_{token.name}"}


def test_limits_refuse_what_is_too_much(client):
    answers = [call(client) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[0]["RateLimit-Policy"] == '"read";q=2;w=60'
    assert answers[0]["RateLimit"].startswith('"read";r=1;t=')
    assert answers[2].json()["code"] == "too_many_requests"
    assert answers[2]["RateLimit"] == f'"read";r=0;t={answers[2]["Retry-After"]}'


def test_limits_pass_exactly_the_quota_of_parallel_calls(settings):
    settings.API_LIMITS = {"read": "100/3600"}

    with ThreadPoolExecutor(20) as pool:
        statuses = list(pool.map(lambda _: call(Client(), "").status_code, range(200)))

    assert Counter(statuses) == {200: 100, 429: 100}


def test_limits_count_each_token_by_itself(client):
    ann, bo = bearer("ann"), bearer("bo")

    answers = [call(client, **each).status_code for each in (ann, ann, ann, bo)]

    assert answers == [200, 200, 429, 200]


def test_limits_leave_reading_to_who_searched_too_much(client):
    answers = [call(client, path).status_code for path in ("quotes?q=a", "quotes?q=a", "quotes")]

    assert answers == [200, 429, 200]


@pytest.mark.parametrize(("proxies", "statuses"), [(0, [200, 200, 429]), (1, [200, 200, 200])])
def test_limits_trust_a_forwarded_address_by_setting_alone(client, settings, proxies, statuses):
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "NUM_PROXIES": proxies}

    answers = [call(client, **{"x-forwarded-for": f"203.0.113.{n}"}).status_code for n in range(3)]

    assert answers == statuses


def test_limits_take_an_ipv6_network_for_one_caller(client):
    answers = [client.get("/api/v1/quotes", REMOTE_ADDR=f"2001:db8::{n}").status_code for n in range(3)]

    assert answers == [200, 200, 429]


@pytest.mark.parametrize("path", ["/api/v1/docs", "/api/v1/schema", "/admin/login/"])
def test_limits_leave_pages_alone(client, path):
    for _ in range(3):
        assert client.get(path).status_code == 200

    assert call(client).status_code == 200
