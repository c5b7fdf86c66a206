"""A live server with the sample articles, stored, read and matched once for a module."""

import httpx
import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django.live_server_helper import LiveServer

from quotes.services.matching import match_article
from quotes.services.reading import read_article
from quotes.services.samples import store_samples
from tests.factories import TokenFactory, UserFactory


@pytest.fixture(scope="module")
def newsroom(django_db_setup, django_db_blocker):
    """The live server; its rows are really committed, and gone with the module."""
    with django_db_blocker.unblock():
        for article in store_samples():
            read_article(article_id=article.pk)
            match_article(article_id=article.pk)
        server = LiveServer("127.0.0.1")
        yield server
        server.stop()
        call_command("flush", verbosity=0, interactive=False)
        connection.close()


@pytest.fixture(scope="module")
def secret(newsroom):
    """The secret of an editor's token with all scopes."""
    editor = UserFactory(username="walker", groups=["editor"], first_name="Ann", last_name="Lee")
    return f"via_{TokenFactory(user=editor, scopes=['read', 'ingest', 'curate']).name}"


@pytest.fixture(scope="module")
def api(newsroom, secret):
    """An editor's client; its addresses are relative to the API's root."""
    headers = {"Authorization": f"Bearer {secret}"}
    with httpx.Client(base_url=f"{newsroom.url}/api/v1/", headers=headers, timeout=60) as client:
        yield client
