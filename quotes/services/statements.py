"""Statements: plain SQL on Django's connection, planned by the server once and used again."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import psycopg
from django.db import connection


def run(statement: str, given: Mapping[str, Any] | Sequence[Any]) -> list[tuple[Any, ...]]:
    """Run a statement that returns rows, as a prepared one, and return them.

    Parameters travel apart from the words of the statement, so give arrays their types (`%s::bigint[]`).
    Inside or outside a transaction, and with the errors, as any statement of Django's.
    """
    connection.ensure_connection()
    # Django's own cursors put the parameters into the words, so that each call would be planned anew.
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        return cursor.execute(statement, given, prepare=True).fetchall()


def array(numbers: Iterable[int | None]) -> str:
    """Return whole numbers as a parameter for `%s::int[]` or `::bigint[]`.

    A list would be sent as the narrowest type that holds its numbers, and each type planned anew.
    """
    return f"{{{','.join('NULL' if number is None else str(number) for number in numbers)}}}"
