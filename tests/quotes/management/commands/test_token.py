"""manage.py token: made, listed, revoked."""

import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from quotes.models import Token
from quotes.services import tokens
from tests.factories import TokenFactory, UserFactory

pytestmark = pytest.mark.django_db


def run(*words):
    out, told = io.StringIO(), io.StringIO()
    call_command("token", *words, stdout=out, stderr=told)
    return out.getvalue(), told.getvalue()


def test_create_prints_the_secret_alone_on_standard_output():
    UserFactory(username="ann")

    secret, told = run("create", "ann", "--name", "importer", "--scope", "read", "--scope", "ingest")

    token = tokens.find(secret=secret.strip())
    assert (token.name, token.scopes, token.user.username) == ("importer", ["read", "ingest"], "ann")
    assert secret.strip() not in told


def test_list_shows_tokens_without_their_secrets():
    token = TokenFactory(name="importer", user=UserFactory(username="ann"))
    TokenFactory()

    listed, _ = run("list", "ann")

    until = f"until {token.expires_at:%Y-%m-%d}"
    assert listed == f"{token.public_id}\tann\tvia_…\tread\t{until}\tused never\timporter\n"


def test_revoke_ends_a_token():
    token = TokenFactory(name="importer")

    run("revoke", str(token.public_id))

    assert tokens.find(secret="via_importer") is None
    assert Token.objects.get().state.startswith("revoked ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["create", "nobody", "--name", "x", "--scope", "read"], "There is no user “nobody”"),
        (["create", "ann", "--name", " ", "--scope", "read"], "A token needs a name"),
        (["revoke", "7"], "There is no token 7"),
    ],
)
def test_says_what_cannot_be_done(words, said):
    UserFactory(username="ann")

    with pytest.raises(CommandError) as error:
        run(*words)

    assert str(error.value).startswith(said)
