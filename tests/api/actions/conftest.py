"""Editors who act over HTTP, in sight of what they saw."""

import pytest
from rest_framework.test import APIClient

from tests.api.world import World
from tests.factories import TokenFactory, UserFactory


@pytest.fixture
def world(db):
    return World()


class Desk:
    """An editor's client: fetches the tag of a row, then acts on it."""

    def __init__(self) -> None:
        self.user = UserFactory(groups=["editor"], first_name="Ann", last_name="Lee")
        token = TokenFactory(user=self.user, scopes=["read", "curate"])
        self.client = APIClient()
        self.client.credentials(HTTP_AUTHORIZATION=f"Bearer via_{token.name}")

    def tag(self, path):
        return self.client.get(f"/api/v1/{path}")["ETag"]

    def post(self, path, body=None, **headers):
        names = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}
        return self.client.post(f"/api/v1/{path}", body or {}, format="json", **names)

    def act(self, row, action, body=None):
        """POST `row/action` with the tag of `row`."""
        return self.post(f"{row}/{action}", body, **{"if-match": self.tag(row)})


@pytest.fixture
def desk(db):
    return Desk()
