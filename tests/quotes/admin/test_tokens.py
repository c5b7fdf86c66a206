import re

import pytest
from django.urls import reverse

from quotes.models import Token
from quotes.services import tokens
from tests.factories import AdminFactory, TokenFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(AdminFactory())
    return client


def test_shows_a_new_tokens_secret_once(desk):
    user = UserFactory()
    form = {"user": user.pk, "name": "importer", "scopes": ["read", "ingest"], "days": 30}

    answer = desk.post(reverse("admin:quotes_token_add"), form, follow=True)

    (secret,) = re.findall(r"via_[\w-]{43}", answer.content.decode())
    token = tokens.find(secret=secret)
    assert (token.user, token.scopes) == (user, ["read", "ingest"])
    page = desk.get(reverse("admin:quotes_token_change", args=[token.pk]))
    assert (page.status_code, secret in page.content.decode()) == (200, False)


def test_revokes_tokens(desk):
    token = TokenFactory()

    desk.post(reverse("admin:quotes_token_changelist"), {"action": "revoke", "_selected_action": [token.pk]})

    assert Token.objects.get().revoked_at is not None
