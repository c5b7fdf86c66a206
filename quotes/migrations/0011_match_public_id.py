"""Give each match a public id: matches there are get theirs from their time and row, in their order."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from quotes.models.public_id import PublicIdField

# A UUIDv7: milliseconds, version, variant, and the row in place of chance, so that a row's history has its
# id too. The column is written with the table and fires no trigger.
FILL = """
    ALTER TABLE quotes_{} ALTER COLUMN public_id TYPE uuid USING (
        lpad(to_hex((extract(epoch FROM created_at) * 1000)::bigint), 12, '0')
        || '7' || substr(md5('match ' || id), 1, 3) || '8' || substr(md5('match ' || id), 4, 15)
    )::uuid
"""


class Migration(migrations.Migration):

    dependencies = [
        ('quotes', '0010_newest_words_of_a_source'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='match',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='match',
            name='delete_delete',
        ),
        *(
            operation
            for model, unique in (("match", True), ("matchevent", False))
            for operation in (
                migrations.AddField(model, "public_id", models.UUIDField(null=True)),
                migrations.RunSQL(FILL.format(model), migrations.RunSQL.noop),
                migrations.AlterField(model, "public_id", PublicIdField(unique=unique)),
            )
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='match',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "quotes_matchevent" ("a_id", "b_id", "changes", "created_at", "decided_at", "decided_by_id", "differences", "features", "fuller", "id", "judgement", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "relation", "score", "superseded_at", "version") VALUES (OLD."a_id", OLD."b_id", OLD."changes", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."differences", OLD."features", OLD."fuller", OLD."id", OLD."judgement", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."public_id", OLD."reason", OLD."relation", OLD."score", OLD."superseded_at", OLD."version"); RETURN NULL;', hash='45c0f80c89083392180ffaa6cad5dba0e913b803', operation='UPDATE', pgid='pgtrigger_update_update_7b49b', table='quotes_match', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='match',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "quotes_matchevent" ("a_id", "b_id", "changes", "created_at", "decided_at", "decided_by_id", "differences", "features", "fuller", "id", "judgement", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "relation", "score", "superseded_at", "version") VALUES (OLD."a_id", OLD."b_id", OLD."changes", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."differences", OLD."features", OLD."fuller", OLD."id", OLD."judgement", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."relation", OLD."score", OLD."superseded_at", OLD."version"); RETURN NULL;', hash='b5fdf9b01fca8c0b15bcc63c27c0bcbdec166ae2', operation='DELETE', pgid='pgtrigger_delete_delete_fd3f6', table='quotes_match', when='AFTER')),
        ),
    ]
