"""POST /articles/bulk: a result a line, the good ones kept."""

import json
import tracemalloc

import pytest
from django.db import OperationalError

from api.bulk import results
from api.views.bulk import kept
from quotes.models import Answer, Article
from quotes.services import answers
from tests.factories import TokenFactory, UserFactory

pytestmark = pytest.mark.django_db


def article(number, **more):
    text = f"“The ferry number {number} runs,” Ada Okoro said."
    return {"id": f"n{number}", "outlet": "Northern Post", "text": text, **more}


@pytest.fixture
def send(client):
    token = TokenFactory(user=UserFactory(groups=["contributor"]), scopes=["ingest"])
    secret = f"Bearer via_{token.name}"

    def post(lines, media_type="application/jsonl", **headers):
        body = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
        headers = {"authorization": secret, **headers}
        return client.post("/api/v1/articles/bulk", body, content_type=media_type, headers=headers)

    return post


def told(answer):
    return [json.loads(line) for line in answer.getvalue().splitlines()]


def test_bulk_tells_what_became_of_each_line(send):
    send([article(1)]).getvalue()

    answer = send([article(1), article(2), b"", article(1, text="“It runs late,” Ada Okoro said.")])

    lines = told(answer)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/jsonl")
    assert [(line.get("line"), line.get("status")) for line in lines[:-1]] == [(1, 200), (2, 201), (4, 202)]
    assert lines[-1] == {"done": True, "lines": 3, "created": 1, "revised": 1, "known": 1, "refused": 0}
    assert lines[1]["id"] == str(Article.objects.get(sender_id="n2").public_id)


@pytest.mark.parametrize(
    ("bad", "status", "code", "pointer"),
    [
        (b"{", 400, "unreadable_body", ""),
        (b"\xff\xfe", 400, "unreadable_body", ""),
        (b"[]", 422, "refused", ""),
        (b'{"outlet": "A", "text": "\\u0000"}', 422, "refused", "/text"),
        (b'{"outlet": "A", "outlet": "B"}', 422, "refused", "/outlet"),
        (b'{"outlet": "A", "text": NaN}', 422, "refused", "/text"),
        (b'{"outlet": "A", "txt": "a"}', 422, "refused", "/txt"),
        (b'{"outlet": "A", "text": ""}', 422, "refused", "/text"),
        (b"x" * 600, 413, "too_large", ""),
    ],
)
def test_bulk_names_a_bad_line_and_keeps_the_others(send, settings, bad, status, code, pointer):
    settings.API_MAX_BODY_BYTES = 500

    lines = told(send([article(1), bad, article(2)]))

    assert [line.get("status") for line in lines] == [201, status, 201, None]
    assert (lines[1]["line"], lines[1]["code"]) == (2, code)
    assert [error["pointer"] for error in lines[1]["errors"]] in ([pointer], [])
    assert Article.objects.count() == 2


def test_bulk_answers_a_key_alike(send):
    first = send([article(1), b"{"], **{"idempotency-key": "k1"}).getvalue()

    again = send([article(1), b"{"], **{"idempotency-key": "k1"})
    other = send([article(2)], **{"idempotency-key": "k1"})

    assert (again.content, again["Idempotency-Replayed"]) == (first, "true")
    assert (other.status_code, other.json()["code"]) == (422, "key_reused")


def test_bulk_forgets_an_answer_that_was_not_read_to_its_end():
    told = kept(iter([b"1\n", b"2\n"]), answers.claim(caller="user:1", key="k", fingerprint="f"))
    next(told)
    told.close()

    assert Answer.objects.count() == 0


def test_bulk_says_where_the_database_went_away(send, monkeypatch):
    def away(record, by):
        if record["id"] == "n2":
            raise OperationalError("gone")
        return accept(record, by=by)

    accept = results.accept
    monkeypatch.setattr(results, "accept", away)

    lines = told(send([article(1), article(2), article(3)]))

    assert [(line["line"], line["status"]) for line in lines] == [(1, 201), (2, 503)]


@pytest.mark.parametrize("media_type", ["application/json", "text/plain"])
def test_bulk_takes_json_lines_alone(send, media_type):
    answer = send([article(1)], media_type=media_type)

    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_media_type")


def test_bulk_refuses_a_body_without_lines(send):
    assert send([]).status_code == 422


def test_bulk_refuses_more_than_the_limit(send, settings):
    settings.API_MAX_BULK_BYTES = 100

    assert send([article(1), article(2)]).status_code == 413


def test_bulk_reads_in_flat_memory(send):
    lines = [article(1), *[b'{"outlet": "A", "text": ' + b"x" * 4000 + b"}"] * 3000]
    answer = send(lines)
    tracemalloc.start()

    for _ in answer.streaming_content:
        pass

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4_000_000
