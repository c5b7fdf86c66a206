"""Who may do what: every address, every method, every role. An address without a row fails."""

import pytest
from django.contrib.auth.models import Permission

from api.urls import SLASHED, urlpatterns
from tests.api.world import World, fixed
from tests.factories import AdminFactory, UserFactory

READ = {"public": 200, "private": 401, "reader": 200, "contributor": 200, "admin": 200}
OPEN = dict.fromkeys(READ, 200)
NOBODY = dict.fromkeys(READ, 405)
ADDRESSES = {
    "root": ("", READ),
    "articles": ("articles", READ),
    "article": (f"articles/{fixed(6)}", READ),
    "quotes": ("quotes", READ),
    "quote": (f"quotes/{fixed(5)}", READ),
    "quote-provenance": (f"quotes/{fixed(5)}/provenance", READ),
    "appearances": ("appearances", READ),
    "appearance": (f"appearances/{fixed(7)}", READ),
    "matches": ("matches", READ),
    "sources": ("sources", READ),
    "source": (f"sources/{fixed(1)}", READ),
    "speakers": ("speakers", READ),
    "speaker": (f"speakers/{fixed(1)}", READ),
    "outlets": ("outlets", READ),
    "outlet": (f"outlets/{fixed(3)}", READ),
    "schema": ("schema", OPEN),
    "schema-json": ("schema.json", OPEN),
    "schema-yaml": ("schema.yaml", OPEN),
    "docs": ("docs", OPEN),
    "nowhere": ("nowhere", dict.fromkeys(READ, 404)),
}
POSTS = {
    **{name: (path, NOBODY) for name, (path, _) in ADDRESSES.items()},
    "articles": (
        "articles",
        {"public": 401, "private": 401, "reader": 403, "contributor": 201, "admin": 201},
    ),
    "nowhere": ADDRESSES["nowhere"],
}
ARTICLE = {"outlet": "Northern Post", "text": "“The ferries run,” Ada Okoro said."}


@pytest.fixture
def world(db):
    return World()


def log_in(client, settings, role):
    settings.API_PUBLIC_READ = role != "private"
    user = {"reader": UserFactory, "contributor": UserFactory, "admin": AdminFactory}.get(role)
    if user:
        made = user()
        if role == "contributor":
            made.user_permissions.add(Permission.objects.get(codename="add_article"))
        client.force_login(made)


def test_has_a_row_for_every_address():
    names = {pattern.name for pattern in urlpatterns if not pattern.name.endswith(SLASHED)}

    assert names == set(ADDRESSES) == set(POSTS)


@pytest.mark.parametrize("role", READ)
def test_lets_a_role_read(client, settings, world, role):
    log_in(client, settings, role)

    answers = {name: client.get(f"/api/v1/{path}").status_code for name, (path, _) in ADDRESSES.items()}

    assert answers == {name: expected[role] for name, (_, expected) in ADDRESSES.items()}


@pytest.mark.parametrize("role", READ)
def test_lets_a_role_post(client, settings, world, role):
    log_in(client, settings, role)

    answers = {
        name: client.post(f"/api/v1/{path}", ARTICLE, content_type="application/json").status_code
        for name, (path, _) in POSTS.items()
    }

    assert answers == {name: expected[role] for name, (_, expected) in POSTS.items()}


def test_answers_with_a_slash_as_without(client, world):
    plain = {name: path for name, (path, _) in ADDRESSES.items() if path}

    with_slash = {name: client.get(f"/api/v1/{path}/").status_code for name, path in plain.items()}

    assert with_slash == {name: client.get(f"/api/v1/{path}").status_code for name, path in plain.items()}
