"""Keep with each match what its score was made of."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('quotes', '0008_slim_postings'),
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
        migrations.AddField(
            model_name='match',
            name='features',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='matchevent',
            name='features',
            field=models.JSONField(blank=True, default=list),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='match',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "quotes_matchevent" ("a_id", "b_id", "changes", "created_at", "decided_at", "decided_by_id", "differences", "features", "fuller", "id", "judgement", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "relation", "score", "superseded_at", "version") VALUES (OLD."a_id", OLD."b_id", OLD."changes", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."differences", OLD."features", OLD."fuller", OLD."id", OLD."judgement", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."reason", OLD."relation", OLD."score", OLD."superseded_at", OLD."version"); RETURN NULL;', hash='abf1680210923c6162f41a5eabdc83e804d78655', operation='UPDATE', pgid='pgtrigger_update_update_7b49b', table='quotes_match', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='match',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "quotes_matchevent" ("a_id", "b_id", "changes", "created_at", "decided_at", "decided_by_id", "differences", "features", "fuller", "id", "judgement", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "relation", "score", "superseded_at", "version") VALUES (OLD."a_id", OLD."b_id", OLD."changes", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."differences", OLD."features", OLD."fuller", OLD."id", OLD."judgement", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."relation", OLD."score", OLD."superseded_at", OLD."version"); RETURN NULL;', hash='fd2fe8c0dd4dce0886a2cb1b953a60511cf5acb0', operation='DELETE', pgid='pgtrigger_delete_delete_fd3f6', table='quotes_match', when='AFTER')),
        ),
    ]
