import pytest
from django.db import transaction

from quotes.services.work import waking
from tracker.celery import app


def waiting() -> int:
    with app.connection_for_read() as connection:
        return connection.default_channel.client.llen("read")


@pytest.fixture(autouse=True)
def _empty_queue():
    with app.connection_for_write() as connection:
        connection.default_channel.client.delete("read")


@pytest.mark.django_db(transaction=True)
def test_wake_sends_after_the_commit():
    with transaction.atomic():
        waking.wake(waking.READ, 1)
        before = waiting()

    assert (before, waiting()) == (0, 1)


@pytest.mark.django_db(transaction=True)
def test_wake_sends_nothing_after_a_rollback():
    with transaction.atomic():
        waking.wake(waking.READ, 1)
        transaction.set_rollback(True)

    assert waiting() == 0
