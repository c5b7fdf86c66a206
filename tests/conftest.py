"""The database and the broker of every test: real ones, apart from whatever else runs on the same servers.

PostgreSQL and Redis come from DATABASE_URL and REDIS_URL, or from a running `manage.py dev`. Tests use a
database of their own (`test_…`) and a Redis database of their own: no other worker hears of their rows.
"""

import re
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection

NO_SERVERS = (
    "Tests that need a database found none: run `make test`, start `manage.py dev` in another terminal,"
    " or set DATABASE_URL and REDIS_URL."
)
DATABASE_MARKS = {"db", "transactional_db", "django_db_setup", "live_server"}


# Tests that wait for processes and browsers come first, so that no worker is left alone with them at the end.
WAITING = ("tests/faults/", "tests/tracker/embedded/", "browser.py", "test_conformance.py", "test_machine.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that wait; stop at once where a test needs servers and none are known."""
    items.sort(key=lambda item: not any(part in item.nodeid for part in WAITING))
    if settings.DATABASE_URL and settings.REDIS_URL:
        return
    if any(item.get_closest_marker("django_db") or _fixtures(item) & DATABASE_MARKS for item in items):
        raise pytest.UsageError(NO_SERVERS)


def _fixtures(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def own_redis_url(worker_id: str) -> str:
    """The broker's URL, as Celery reads it, with a Redis database that only this test process uses."""
    number = 15 - int(re.sub(r"\D", "", worker_id) or 0) % 8
    parts = urlsplit(settings.REDIS_URL)
    if parts.scheme in ("unix", "redis+socket"):
        return f"redis+socket://{parts.path}?virtual_host={number}"
    return urlunsplit(parts._replace(path=f"/{number}"))


@pytest.fixture(scope="session", autouse=True)
def _broker_of_its_own(request: pytest.FixtureRequest) -> None:
    """Send the messages of tests where no worker but the tests' own listens."""
    if settings.REDIS_URL:
        from tracker.celery import app

        app.conf.broker_url = request.getfixturevalue("own_redis_url")


@pytest.fixture(scope="session", autouse=True)
def _no_limits() -> None:
    """Let tests call the API as often as they like; those of the limits set their own."""
    settings.API_LIMITS = {}


@pytest.fixture(scope="session", autouse=True)
def _exports_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let tests write the files of exports where nobody else looks."""
    settings.EXPORTS_DIR = str(tmp_path_factory.mktemp("exports"))


@pytest.fixture
def own_database_url(transactional_db: None) -> str:
    """The URL of the test's own database, for programs the test starts; its rows are really committed."""
    parts = urlsplit(settings.DATABASE_URL)
    return urlunsplit(parts._replace(path=f"/{connection.settings_dict['NAME']}"))
