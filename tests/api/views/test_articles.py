"""Posting an article: accepted once, refused with a pointer, known the second time."""

import json

import pytest
from django.contrib.auth.models import Permission

from quotes.models import Article
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

TEXT = "“The ferries will run until midnight,” Mayor Ada Okoro said on Wednesday."
ARTICLE = {"outlet": "Northern Post", "text": TEXT}


@pytest.fixture
def post(client):
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="add_article"))
    client.force_login(user)

    def post(body, path="/api/v1/articles"):
        return client.post(path, body, content_type="application/json")

    return post


def refusals(response):
    return response.status_code, [(error["pointer"], error["code"]) for error in response.json()["errors"]]


@pytest.mark.parametrize("path", ["/api/v1/articles", "/api/v1/articles/"])
def test_accepts_an_article(client, post, path):
    response = post({**ARTICLE, "id": "np-1", "url": "https://northern.example/ferry"}, path)

    article = Article.objects.get()
    address = f"http://testserver/api/v1/articles/{article.public_id}"
    assert (response.status_code, response["Location"]) == (201, address)
    shown = client.get(address).json()
    assert {name: shown[name] for name in ("id", "sender_id", "url", "state", "text", "revision")} == {
        "id": str(article.public_id),
        "sender_id": "np-1",
        "url": "https://northern.example/ferry",
        "state": "accepted",
        "text": TEXT,
        "revision": 1,
    }


def test_answers_a_known_article_with_itself(post):
    first = post(ARTICLE)
    again = post(ARTICLE)

    assert (first.status_code, again.status_code) == (201, 200)
    assert again["Location"] == first["Location"]
    assert again.json() == first.json()
    assert Article.objects.count() == 1


def test_reads_a_changed_article_again(client, post):
    known = {**ARTICLE, "id": "np-1"}
    post(known)

    response = post({**known, "text": TEXT.replace("midnight", "ten")})

    assert response.status_code == 202
    assert client.get(response["Location"]).json()["revision"] == 2


def test_takes_html(client, post):
    body = f"<h1>Ferries</h1><p>{TEXT}</p><p>{'More on this. ' * 30}</p>"
    html = f"<html><body><article>{body}</article></body></html>"

    response = post({"outlet": "Northern Post", "html": html})

    assert response.status_code == 201
    assert TEXT in client.get(response["Location"]).json()["text"]


@pytest.mark.parametrize(
    ("body", "status", "pointer", "code"),
    [
        ({"text": TEXT}, 422, "/outlet", "no_outlet"),
        ({"outlet": "Northern Post"}, 422, "/text", "empty"),
        ({**ARTICLE, "html": "<p>a</p>"}, 422, "/html", "bad_type"),
        ({**ARTICLE, "title": 7}, 422, "/title", "bad_type"),
        ({**ARTICLE, "byline": 7}, 422, "/byline", "bad_type"),
        ({**ARTICLE, "published_at": "never"}, 422, "/published_at", "bad_date"),
        ({**ARTICLE, "url": "javascript:alert(1)"}, 422, "/url", "bad_url"),
        ({**ARTICLE, "language": "klingon!"}, 422, "/language", "bad_language"),
        ({**ARTICLE, "id": "x" * 301}, 413, "/id", "too_large"),
        ({**ARTICLE, "textt": "a"}, 422, "/textt", "unknown_member"),
        ({**ARTICLE, "text": "a\0b"}, 422, "/text", "unprintable"),
        ({**ARTICLE, "text": "a\ud800b"}, 422, "/text", "unprintable"),
        ({**ARTICLE, "byline": ["Ada", "\0"]}, 422, "/byline/1", "unprintable"),
        ({**ARTICLE, "a\0": "b"}, 422, "", "unprintable"),
    ],
)
def test_refuses_what_is_no_article(post, body, status, pointer, code):
    response = post(json.dumps(body))

    assert refusals(response) == (status, [(pointer, code)])
    assert Article.objects.count() == 0


def test_refuses_an_empty_body(post):
    assert refusals(post(b"")) == (422, [("/outlet", "no_outlet")])


@pytest.mark.parametrize("body", ["[]", '"text"', "7", "null"])
def test_refuses_what_is_no_object(post, body):
    assert refusals(post(body)) == (422, [("", "bad_type")])


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"outlet": ', "line 1, column 12"),
        (b'{"text": "\xff"}', "not UTF-8 at byte 10"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"text": ' + b"9" * 5000 + b"}", "not JSON"),
    ],
)
def test_refuses_what_is_not_json(post, body, said):
    response = post(body)

    assert (response.status_code, response.json()["code"]) == (400, "unreadable_body")
    assert said in response.json()["detail"]
