"""`fields`: some members of each row, from a closed list."""

import pytest

from api.views.docs import openapi_document
from tests.api.world import World, fixed
from tests.factories import AdminFactory

ROWS = {
    "articles": 6,
    "quotes": 5,
    "appearances": 7,
    "matches": 20,
    "sources": 1,
    "speakers": 1,
    "outlets": 3,
    "acts": 21,
    "jobs": 28,
}


@pytest.fixture(autouse=True)
def _logged_in(client, db):
    World()
    client.force_login(AdminFactory())


@pytest.mark.parametrize("name", ROWS)
def test_leaves_out_all_but_the_named_members(client, name):
    (first, *_) = client.get(f"/api/v1/{name}?fields=api_url").json()["results"]
    row = client.get(f"/api/v1/{name}/{fixed(ROWS[name])}?fields=api_url").json()

    assert (sorted(first), sorted(row)) == (["api_url", "id"], ["api_url", "id"])


def test_keeps_what_is_expanded_where_it_is_named(client):
    (row,) = client.get("/api/v1/quotes?expand=appearances&fields=text,appearances").json()["results"]

    assert sorted(row) == ["appearances", "id", "text"]


@pytest.mark.parametrize("path", ["quotes", f"quotes/{fixed(5)}"])
def test_refuses_an_unknown_member_with_a_suggestion(client, path):
    answer = client.get(f"/api/v1/{path}?fields=text,speeker")

    (fault,) = answer.json()["errors"]
    assert (answer.status_code, fault["pointer"]) == (400, "?fields")
    assert fault["detail"].startswith("“fields” cannot be “speeker”. Did you mean “speaker”? Allowed: id, ")


def test_promises_no_member_but_the_id():
    document = openapi_document()
    partial = [name for name in document["components"]["schemas"] if name.startswith("Partial")]

    assert {tuple(document["components"]["schemas"][name]["required"]) for name in partial} == {("id",)}
    assert {"PartialAppearanceDetail", "PartialArticleDetail", "PartialArticleSummary"} <= set(partial)


@pytest.mark.parametrize("path", ["quotes", "appearances"])
def test_refuses_a_language_nobody_reads(client, path):
    answer = client.get(f"/api/v1/{path}?language=xx")

    (fault,) = answer.json()["errors"]
    assert (answer.status_code, fault["pointer"]) == (400, "?language")
    assert fault["detail"].endswith("Allowed: de, en, es, fr.")
