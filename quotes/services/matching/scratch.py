"""Scratch: the whole domain on empty tables that nobody else sees and nothing remains of."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection, transaction


@contextmanager
def scratch() -> Iterator[None]:
    """Run the block on empty copies of all our tables, then forget everything it wrote.

    The copies are temporary tables of the same names, with the same columns, defaults, checks and
    indexes: PostgreSQL looks among a session's temporary tables first, so the very same services
    work on them. Foreign keys and triggers stay behind. Nothing outside the transaction is locked.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f'CREATE TEMP TABLE "{table}" (LIKE "{table}" INCLUDING ALL) ON COMMIT DROP')
        cursor.execute("DISCARD PLANS")  # those made before name the tables that everybody sees
        yield
        transaction.set_rollback(True)


def refresh_statistics() -> None:
    """Tell the planner what the scratch tables hold: nobody else looks after temporary tables."""
    with connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f'ANALYZE "{table}"')


def _tables() -> list[str]:
    return [model._meta.db_table for model in apps.get_app_config("quotes").get_models()]
