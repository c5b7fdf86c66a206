"""Pointing: set one foreign key on many rows in one statement."""

from collections.abc import Mapping

from django.db.models import Model

from quotes.services.statements import array, run


def point(model: type[Model], field: str, targets: Mapping[int, int]) -> None:
    """Point the rows of `model` with these ids, through `field`, at the ids they map to."""
    if not targets:
        return
    table, column = model._meta.db_table, f"{field}_id"
    update = f"""
        UPDATE "{table}" AS row SET "{column}" = target.id
        FROM unnest(%s::bigint[], %s::bigint[]) AS target(row, id) WHERE row.id = target.row RETURNING 1
    """  # noqa: S608 - our own table and column names
    run(update, [array(targets), array(targets.values())])
