"""Merging: an id that was merged forwards to its survivor and never dies."""

from typing import Self, cast

import pgtrigger
from django.db import models


class Mergeable(models.Model):
    """A row that may be merged into another of its kind; `merged_into` is empty on survivors."""

    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )

    class Meta:
        abstract = True

    def survivor(self) -> Self:
        """Return the row this one was merged into, in the end; itself where it was not merged."""
        row = self
        while row.merged_into is not None:  # it ends: a trigger refuses merges that lead back
            row = cast("Self", row.merged_into)
        return row


def not_into_itself(name: str) -> models.CheckConstraint:
    """Return the constraint that a row is not merged into itself."""
    return models.CheckConstraint(
        name=name, condition=models.Q(merged_into__isnull=True) | ~models.Q(merged_into=models.F("id"))
    )


def acyclic_merges(table: str, name: str) -> pgtrigger.Trigger:
    """Return the trigger that refuses a merge which would lead back to its own start."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("merged_into_id"),
        condition=pgtrigger.Q(new__merged_into__isnull=False),
        declare=[("circular", "boolean")],
        func=f"""
            WITH RECURSIVE onward(id) AS (
                SELECT NEW.merged_into_id
                UNION
                SELECT t.merged_into_id FROM {table} t JOIN onward o ON t.id = o.id
                WHERE t.merged_into_id IS NOT NULL
            )
            SELECT EXISTS (SELECT 1 FROM onward WHERE id = NEW.id) INTO circular;
            IF circular THEN
                RAISE EXCEPTION 'merging % into % would lead back to it', NEW.id, NEW.merged_into_id
                    USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
            END IF;
            RETURN NEW;
        """,  # noqa: S608 - our own table names
    )
