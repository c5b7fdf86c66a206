"""Wrong names, passwords and tokens: a few from one address, then none is looked at for a while."""

import base64
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.api.limits.test_windows import own_redis  # noqa: F401 - a fixture
from tests.factories import StaffFactory, TokenFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_redis")]
FORM = reverse("admin:login")


@pytest.fixture(autouse=True)
def ann(settings):
    settings.API_LIMITS = {"log-in": "2/60"}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    ann = StaffFactory(username="ann")
    ann.set_password("right")
    ann.save()
    return ann


def basic(password, client=None):
    credentials = base64.b64encode(f"ann:{password}".encode()).decode()
    return call(f"Basic {credentials}", client)


def call(authorization, client=None):
    return (client or Client()).get("/api/v1/", headers={"authorization": authorization})


def test_looks_at_no_password_after_too_many_wrong_ones():
    answers = [basic(password) for password in ("a", "b", "right")]

    assert [answer.status_code for answer in answers] == [401, 401, 429]
    assert answers[2].json()["code"] == "too_many_requests"
    assert answers[2]["RateLimit"] == f'"log-in";r=0;t={answers[2]["Retry-After"]}'


def test_counts_no_right_password():
    assert [basic("right").status_code for _ in range(5)] == [200] * 5


def test_counts_wrong_tokens_and_lets_right_ones_in():
    secret = f"via_{TokenFactory().name}"

    answers = [call(f"Bearer {token}").status_code for token in ("a", "b", "c", secret)]

    assert answers == [401, 401, 429, 200]


def test_counts_each_address_by_itself():
    for _ in range(3):
        basic("wrong")

    assert Client(REMOTE_ADDR="203.0.113.9").get("/api/v1/").status_code == 200
    assert basic("right", Client(REMOTE_ADDR="203.0.113.9")).status_code == 200


def test_counts_the_log_ins_of_the_admin_too(client):
    wrong, right = ({"username": "ann", "password": password} for password in ("wrong", "right"))

    pages = [client.post(FORM, given).content.decode() for given in (wrong, wrong, right)]

    assert ["Too many log-ins from your address failed" in page for page in pages] == [False, False, True]
    assert basic("right").status_code == 429


def test_lets_people_into_the_admin_as_often_as_they_like(client):
    statuses = [client.post(FORM, {"username": "ann", "password": "right"}).status_code for _ in range(4)]

    assert statuses == [302] * 4


@pytest.mark.django_db(transaction=True)
def test_looks_at_no_more_parallel_guesses_than_the_limit():
    def guess(number):
        try:
            return basic(str(number)).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(guess, range(20)))

    assert Counter(statuses) == {401: 2, 429: 18}
