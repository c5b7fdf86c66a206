"""Let a hop tell the accepted copy it follows from."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('quotes', '0019_copies'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='hop',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='hop',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='hop',
            name='copy',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='hops', to='quotes.copy'),
        ),
        migrations.AddField(
            model_name='hopevent',
            name='copy',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='quotes.copy'),
        ),
        migrations.AddIndex(
            model_name='hop',
            index=models.Index(condition=models.Q(('copy__isnull', False)), fields=['copy'], name='hop_by_copy'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hop',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "quotes_hopevent" ("appearance_id", "basis", "candidates", "confidence", "copy_id", "decided_at", "decided_by_id", "end", "evidence", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reason", "source_id", "start") VALUES (OLD."appearance_id", OLD."basis", OLD."candidates", OLD."confidence", OLD."copy_id", OLD."decided_at", OLD."decided_by_id", OLD."end", OLD."evidence", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."position", OLD."reason", OLD."source_id", OLD."start"); RETURN NULL;', hash='b4683d7e162c253588fb5658fb6782671cebaf2c', operation='UPDATE', pgid='pgtrigger_update_update_0a60c', table='quotes_hop', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hop',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "quotes_hopevent" ("appearance_id", "basis", "candidates", "confidence", "copy_id", "decided_at", "decided_by_id", "end", "evidence", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reason", "source_id", "start") VALUES (OLD."appearance_id", OLD."basis", OLD."candidates", OLD."confidence", OLD."copy_id", OLD."decided_at", OLD."decided_by_id", OLD."end", OLD."evidence", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."reason", OLD."source_id", OLD."start"); RETURN NULL;', hash='ae6a7a1ba605ba54368c4e98315ea95266299f07', operation='DELETE', pgid='pgtrigger_delete_delete_1ddd7', table='quotes_hop', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='hop',
            constraint=models.CheckConstraint(condition=models.Q(('copy__isnull', True), ('basis', 'editor'), _connector='OR'), name='hop_from_copy_is_an_editors'),
        ),
    ]
