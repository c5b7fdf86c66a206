"""What fault tests share: workers, a second session of the database, and the broker's own connection."""

from collections.abc import Callable, Iterator

import psycopg
import pytest

from tests.faults.processes import Worker
from tracker.celery import app


@pytest.fixture
def start_worker(own_database_url: str, own_redis_url: str, tmp_path) -> Iterator[Callable[[], Worker]]:
    """Start a worker with each call; all are ended with the test."""
    environment = {
        "DATABASE_URL": own_database_url,
        "REDIS_URL": own_redis_url,
        "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
    }
    started: list[Worker] = []

    def start() -> Worker:
        started.append(Worker(environment, tmp_path / f"worker{len(started)}.log"))
        return started[-1]

    yield start
    for worker in started:
        worker.kill()


@pytest.fixture
def elsewhere(own_database_url: str) -> Iterator[psycopg.Connection]:
    """Another session of the test's database, in a transaction that is rolled back at the end."""
    with psycopg.connect(own_database_url, prepare_threshold=None) as connection:
        yield connection
        connection.rollback()


@pytest.fixture(autouse=True)
def redis(own_redis_url: str) -> Iterator[object]:
    """The client of the test's own Redis database, empty at the start."""
    with app.connection_for_write() as connection:
        client = connection.default_channel.client
        client.flushdb()
        yield client
