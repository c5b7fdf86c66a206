"""Rows of any model by the thousand, copied in."""

from collections.abc import Sequence
from itertools import repeat
from typing import Any

from django.db import connection, transaction
from django.db.models import Field, Model
from django.db.models.expressions import DatabaseDefault

from quotes.services.statements import run

_IDS = "SELECT nextval(pg_get_serial_sequence(%s::text, %s::text)) FROM generate_series(1, %s::int)"


def copy_rows(rows: Sequence[Model]) -> None:
    """Insert new rows of one model by COPY, in order, and give them their ids.

    The table's constraints and triggers hold as they do for `bulk_create`. A field whose value is the
    database's to give is given to all the rows, or to none.
    """
    if not rows:
        return
    meta = rows[0]._meta
    table = meta.db_table
    fields = [field for field in meta.concrete_fields if not _left_to_database(field, rows[0])]
    with transaction.atomic(savepoint=False):
        ids = run(_IDS, [f'"{table}"', meta.pk.column if meta.pk else "id", len(rows)])
        for row, (id,) in zip(rows, ids, strict=True):
            row.pk = id
        columns = ", ".join(f'"{field.column}"' for field in fields)
        statement = f'COPY "{table}" ({columns}) FROM STDIN'
        with connection.cursor() as cursor, connection.wrap_database_errors, cursor.copy(statement) as copy:
            for values in zip(*(_column(field, rows) for field in fields), strict=True):
                copy.write_row(values)
    for row in rows:
        row._state.adding = False
        row._state.db = connection.alias


def _left_to_database(field: "Field[Any, Any]", row: Model) -> bool:
    return isinstance(getattr(row, field.attname), DatabaseDefault)


def _column(field: "Field[Any, Any]", rows: Sequence[Model]) -> list[Any]:
    values = map(field.pre_save, rows, repeat(True))
    return [field.get_db_prep_save(value, connection) for value in values]
