"""Idempotency-Key over HTTP; how answers are kept is tests/quotes/services/test_answers.py."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from quotes.models import Answer, Article
from tests.factories import TokenFactory, UserFactory

ARTICLE = {
    "outlet": "Northern Post",
    "url": "https://a.example/1",
    "text": "“The ferries run,” Ada Okoro said.",
}


def token():
    user = UserFactory(groups=["contributor"])
    return f"Bearer via_{TokenFactory(user=user, scopes=['ingest']).name}"


def post(secret, key=None, **changed):
    headers = {"authorization": secret, **({"idempotency-key": key} if key else {})}
    body = json.dumps({**ARTICLE, **changed})
    return Client().post("/api/v1/articles", body, content_type="application/json", headers=headers)


@pytest.mark.django_db
def test_post_answers_the_first_answer_again():
    secret = token()
    first = post(secret, "k1")
    Article.objects.update(title="Changed since")

    again = post(secret, '"k1"')

    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert {name: again[name] for name in ("Location", "Content-Type")} == {
        name: first[name] for name in ("Location", "Content-Type")
    }
    assert again["Idempotency-Replayed"] == "true"


@pytest.mark.django_db
def test_post_refuses_another_body_with_the_key():
    secret = token()
    post(secret, "k1")

    again = post(secret, "k1", title="Other")

    assert (again.status_code, again.json()["code"]) == (422, "key_reused")


@pytest.mark.django_db
def test_post_takes_a_key_for_each_caller():
    first, second = post(token(), "k1"), post(token(), "k1")

    assert (first.status_code, second.status_code) == (201, 200)


@pytest.mark.django_db
def test_post_says_that_the_first_is_under_way():
    secret = token()
    post(secret, "k1")
    Answer.objects.update(status=None)

    again = post(secret, "k1")

    assert (again.status_code, again.json()["code"], again["Retry-After"]) == (409, "in_flight", "1")


@pytest.mark.django_db
def test_post_keeps_a_refusal_too():
    secret = token()

    answers = [post(secret, "k1", text="") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert answers[0].content == answers[1].content


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["k" * 256, '""'])
def test_post_refuses_a_key_that_is_none(key):
    answer = post(token(), key)

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (400, "Idempotency-Key")


@pytest.mark.django_db
def test_post_keeps_no_key_of_a_call_that_was_not_let_in():
    assert post("Bearer via_wrong", "k1").status_code == 401
    assert Answer.objects.count() == 0


def in_parallel(calls):
    def call(number):
        try:
            return calls(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(16) as pool:
        return list(pool.map(call, range(50)))


@pytest.mark.django_db(transaction=True)
def test_fifty_parallel_posts_make_one_row_and_one_201():
    secret = token()

    statuses = [answer.status_code for answer in in_parallel(lambda _: post(secret))]

    assert sorted(statuses) == [200] * 49 + [201]
    assert Article.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_fifty_parallel_posts_with_one_key_are_done_once():
    secret = token()

    answers = in_parallel(lambda _: post(secret, "k1"))

    done = [answer for answer in answers if answer.status_code == 201]
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert len([answer for answer in done if "Idempotency-Replayed" not in answer]) == 1
    assert len({answer.content for answer in done}) == 1
    assert Article.objects.count() == 1
