import pytest

from quotes.models import Token
from tests.factories import TokenFactory

pytestmark = pytest.mark.django_db


def call(client, secret, path="quotes"):
    return client.get(f"/api/v1/{path}", headers={"authorization": f"Bearer {secret}"})


@pytest.fixture(autouse=True)
def private(settings):
    settings.API_PUBLIC_READ = False


def test_lets_a_token_in_and_keeps_its_last_use(client):
    token = TokenFactory()

    assert call(client, f"via_{token.name}").status_code == 200
    assert Token.objects.get().last_used_at is not None


@pytest.mark.parametrize("secret", ["via_wrong", "", "via_\udcff"])
def test_refuses_a_token_that_opens_nothing(client, secret):
    response = call(client, secret)

    assert (response.status_code, response.json()["code"]) == (401, "not_logged_in")
    assert response["WWW-Authenticate"] == 'Bearer realm="Via", Basic realm="Via"'


def test_refuses_a_token_without_the_scope(client):
    token = TokenFactory(scopes=["ingest"])

    response = call(client, f"via_{token.name}")

    assert response.status_code == 403
    assert response.json()["detail"] == "Your token lacks the scope “read”: make one that has it."


def test_reads_a_token_once_for_a_call(client, django_assert_max_num_queries):
    token = TokenFactory()
    call(client, f"via_{token.name}")

    with django_assert_max_num_queries(3):
        call(client, f"via_{token.name}", "")
