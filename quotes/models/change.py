"""Changes: what was made, changed, merged and deleted, in an order that no reader can miss a part of.

A number drawn while a transaction is open says nothing of when it commits: a reader who has seen 8 may have
missed a 7 that commits later. So a change names its transaction, and is shown once no older one is open any
more (`pg_snapshot_xmin`); from then on nothing can come before it.
"""

import pgtrigger
from django.db import models
from django.db.models import Q


class Change(models.Model):
    """That a transaction changed a row: once, however often it did.

    `xid` is the transaction, `row` the public id; `into` the row that a merged one goes on as.
    Written by triggers, so that nothing that changes rows can forget it.
    """

    class Kind(models.TextChoices):
        ARTICLE = "article"
        QUOTE = "quote"
        APPEARANCE = "appearance"
        SOURCE = "source"
        MATCH = "match"
        COPY = "copy"

    class Action(models.TextChoices):
        MADE = "made"
        CHANGED = "changed"
        MERGED = "merged"
        DELETED = "deleted"

    pk = models.CompositePrimaryKey("xid", "kind", "row")
    xid = models.BigIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    row = models.UUIDField()
    action = models.CharField(max_length=7, choices=Action)
    into = models.UUIDField(null=True)
    at = models.DateTimeField(db_default=models.functions.Now())

    class Meta:
        indexes = [models.Index(fields=["row"], name="change_deleted", condition=Q(action="deleted"))]
        constraints = [
            models.CheckConstraint(
                name="change_merged_into_a_row",
                condition=Q(action="merged", into__isnull=False) | ~Q(action="merged") & Q(into__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.row} {self.action}"


_RECORD = """
    INSERT INTO quotes_change (xid, kind, "row", action, "into")
    SELECT DISTINCT pg_current_xact_id()::text::bigint, '{kind}', {row}, {action}, {into} FROM {rows}
    ON CONFLICT (xid, kind, "row") DO UPDATE SET
        action = CASE WHEN quotes_change.action = 'made' AND EXCLUDED.action = 'changed' THEN 'made'
                      ELSE EXCLUDED.action END,
        "into" = EXCLUDED."into";
    RETURN NULL;
"""
_OPERATIONS = {"made": pgtrigger.Insert, "changed": pgtrigger.Update, "deleted": pgtrigger.Delete}
_NEW, _OLD = {"new": "new_rows"}, {"old": "old_rows"}
_SEEN = {"made": _NEW, "changed": _OLD | _NEW, "deleted": _OLD}


def recorded(kind: str, *columns: str, table: str = "", mergeable: bool = False) -> list[pgtrigger.Trigger]:
    """Return the triggers that keep the changes of a table's rows, for an update those of `columns`.

    With `mergeable`, `merged_into` of the table `table` is told as a merge.
    """
    merged = f"(SELECT m.public_id FROM {table} m WHERE m.id = n.merged_into_id)"  # noqa: S608 - our own table
    new, old = (", ".join(f'{side}."{one}"' for one in columns) for side in "no")
    shown = f"ROW({new}) IS DISTINCT FROM ROW({old})"
    both = f"new_rows n JOIN old_rows o ON o.id = n.id WHERE {shown}"
    action = "CASE WHEN n.merged_into_id IS NULL THEN 'changed' ELSE 'merged' END"
    parts = {
        "made": ("new_rows n", "'made'", "NULL::uuid"),
        "changed": (both, action if mergeable else "'changed'", merged if mergeable else "NULL::uuid"),
        "deleted": ("old_rows n", "'deleted'", "NULL::uuid"),
    }
    return [
        _trigger(
            f"{kind}_{name}",
            name,
            _RECORD.format(kind=kind, row="n.public_id", rows=rows, action=act, into=into),
        )
        for name, (rows, act, into) in parts.items()
    ]


def recorded_of(kind: str, part: str, owner: str, column: str) -> list[pgtrigger.Trigger]:
    """Return the triggers by which a change of a row's part (a hop, an alias) is one of the row.

    `column` of the part refers to a row of the table `owner`.
    """
    return [
        _trigger(
            f"{part}_{name}",
            name,
            _RECORD.format(
                kind=kind,
                row="whole.public_id",
                rows=f"{seen} n JOIN {owner} whole ON whole.id = n.{column}",
                action="'changed'",
                into="NULL::uuid",
            ),
        )
        for name, seen in (("made", "new_rows"), ("changed", "new_rows"), ("deleted", "old_rows"))
    ]


def _trigger(name: str, action: str, func: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=f"change_{name}",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=_OPERATIONS[action],
        referencing=pgtrigger.Referencing(**_SEEN[action]),
        func=func,
    )
