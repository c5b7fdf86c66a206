import pytest

from quotes.models import Source
from tests.api.world import World, fixed

pytestmark = pytest.mark.django_db
PATHS = [
    "",
    "quotes",
    f"quotes/{fixed(5)}",
    f"quotes/{fixed(5)}/provenance",
    f"articles/{fixed(6)}",
    "matches",
]


@pytest.fixture(autouse=True)
def world():
    return World()


def get(client, path, **headers):
    return client.get(f"/api/v1/{path}", headers=headers)


@pytest.mark.parametrize("path", PATHS)
def test_answers_304_where_nothing_changed(client, path):
    first = get(client, path)

    again = get(client, path, **{"if-none-match": f'"other", W/{first["ETag"]}'})

    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert again["ETag"] == first["ETag"]
    assert (first["Cache-Control"], first["Vary"]) == (again["Cache-Control"], again["Vary"])
    assert "Content-Type" not in again


def test_answers_anew_where_a_row_shown_inside_changed(client):
    first = get(client, "appearances")
    Source.objects.filter(public_id=fixed(2)).update(name="Coastal Agency")

    again = get(client, "appearances", **{"if-none-match": first["ETag"]})

    assert (again.status_code, again["ETag"] == first["ETag"]) == (200, False)


def test_answers_304_to_head_too(client):
    tag = client.head("/api/v1/quotes")["ETag"]

    assert client.head("/api/v1/quotes", headers={"if-none-match": tag}).status_code == 304


def test_says_what_an_answer_varies_by(client):
    assert get(client, "quotes")["Vary"] == "Accept, Authorization, Cookie"
