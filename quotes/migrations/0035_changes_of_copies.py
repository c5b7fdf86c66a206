"""Keep what changed of copies too, for mirrors."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("quotes", "0034_kept_apart_public_id"),
    ]

    operations = [
        migrations.AlterField(
            model_name="change",
            name="kind",
            field=models.CharField(
                choices=[
                    ("article", "Article"),
                    ("quote", "Quote"),
                    ("appearance", "Appearance"),
                    ("source", "Source"),
                    ("match", "Match"),
                    ("copy", "Copy"),
                ],
                max_length=10,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="copy",
            trigger=pgtrigger.compiler.Trigger(
                name="change_copy_made",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    INSERT INTO quotes_change (xid, kind, \"row\", action, \"into\")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, 'copy', n.public_id, 'made', NULL::uuid FROM new_rows n\n    ON CONFLICT (xid, kind, \"row\") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = 'made' AND EXCLUDED.action = 'changed' THEN 'made'\n                      ELSE EXCLUDED.action END,\n        \"into\" = EXCLUDED.\"into\";\n    RETURN NULL;\n",
                    hash="27e128bda94ea3c218e52acd30d3c2e294e4915e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_change_copy_made_74e41",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="quotes_copy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="copy",
            trigger=pgtrigger.compiler.Trigger(
                name="change_copy_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'copy\', n.public_id, \'changed\', NULL::uuid FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE ROW(n."state", n."giver", n."source_id", n."superseded_at", n."decided_by_id") IS DISTINCT FROM ROW(o."state", o."giver", o."source_id", o."superseded_at", o."decided_by_id")\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n',
                    hash="66c7dc1934df2a56cee2d38c9b8a626a5b62bc78",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_change_copy_changed_44d01",
                    referencing="REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ",
                    table="quotes_copy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="copy",
            trigger=pgtrigger.compiler.Trigger(
                name="change_copy_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    INSERT INTO quotes_change (xid, kind, \"row\", action, \"into\")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, 'copy', n.public_id, 'deleted', NULL::uuid FROM old_rows n\n    ON CONFLICT (xid, kind, \"row\") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = 'made' AND EXCLUDED.action = 'changed' THEN 'made'\n                      ELSE EXCLUDED.action END,\n        \"into\" = EXCLUDED.\"into\";\n    RETURN NULL;\n",
                    hash="a978a4976fe6eb5aa0bc329912292c61b1bd70f7",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_change_copy_deleted_2490a",
                    referencing="REFERENCING OLD TABLE AS old_rows ",
                    table="quotes_copy",
                    when="AFTER",
                ),
            ),
        ),
    ]
