import hashlib
from datetime import timedelta

import pytest
from django.utils import timezone

from quotes.models import Token
from quotes.services import tokens
from quotes.services.errors import Refused
from tests.factories import TokenFactory, UserFactory

pytestmark = pytest.mark.django_db


def create(**given):
    return tokens.create(
        **{"by": None, "user": UserFactory(), "name": "importer", "scopes": ["read"], "days": 30, **given}
    )


def test_create_keeps_the_digest_alone():
    token, secret = create(scopes=["ingest", "read"])

    assert (secret[:4], len(secret), token.hint) == ("via_", 47, secret[:8])
    assert token.digest == hashlib.sha256(secret.encode()).hexdigest()
    assert token.scopes == ["read", "ingest"]
    assert [value for value in Token.objects.values_list().get() if value == secret] == []


def test_create_lasts_as_long_as_asked():
    token, _ = create(days=30)

    assert timedelta(days=29) < token.expires_at - timezone.now() <= timedelta(days=30)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "n" * 101}, "name"),
        ({"scopes": []}, "scopes"),
        ({"scopes": ["read", "all"]}, "scopes"),
        ({"days": 0}, "days"),
        ({"days": 366}, "days"),
    ],
)
def test_create_refuses_what_cannot_be(given, field):
    with pytest.raises(Refused) as refused:
        create(**given)

    assert refused.value.field == field


def test_find_returns_the_live_token():
    token, secret = create()

    assert tokens.find(secret=secret) == token


@pytest.mark.parametrize("end", ["revoked", "expired", "inactive", "other"])
def test_find_returns_nothing_that_opens_nothing(end):
    token, secret = create()
    if end == "revoked":
        tokens.revoke(token=token)
    if end == "expired":
        past = timezone.now() - timedelta(days=2)
        Token.objects.update(created_at=past, expires_at=past + timedelta(days=1))
    if end == "inactive":
        type(token.user).objects.update(is_active=False)

    assert tokens.find(secret=secret + ("x" if end == "other" else "")) is None


def test_revoke_keeps_the_first_time():
    token, _ = create()
    first = tokens.revoke(token=token).revoked_at

    assert tokens.revoke(token=token).revoked_at == first


def test_touch_writes_once_a_minute(django_assert_num_queries):
    token = TokenFactory()
    with django_assert_num_queries(1):
        tokens.touch(token=token)
    used = Token.objects.get()

    with django_assert_num_queries(0):
        tokens.touch(token=used)

    assert used.last_used_at is not None
