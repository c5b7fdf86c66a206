"""Say of a tie that joined nothing why; no history is kept of that."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('quotes', '0023_bodies_that_come_back'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='match',
            name='update_update',
        ),
        migrations.AddField(
            model_name='match',
            name='outcome',
            field=models.CharField(blank=True, choices=[('unlinked', 'Unlinked'), ('refused', 'Refused')], default='', editable=False, max_length=8),
        ),
        migrations.AddIndex(
            model_name='match',
            index=models.Index(condition=models.Q(('superseded_at__isnull', True), models.Q(('outcome', ''), _negated=True)), fields=['outcome', 'id'], name='match_joined_nothing'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='match',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."a_id" IS DISTINCT FROM (NEW."a_id") OR OLD."b_id" IS DISTINCT FROM (NEW."b_id") OR OLD."changes" IS DISTINCT FROM (NEW."changes") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."differences" IS DISTINCT FROM (NEW."differences") OR OLD."features" IS DISTINCT FROM (NEW."features") OR OLD."fuller" IS DISTINCT FROM (NEW."fuller") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."judgement" IS DISTINCT FROM (NEW."judgement") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."relation" IS DISTINCT FROM (NEW."relation") OR OLD."score" IS DISTINCT FROM (NEW."score") OR OLD."superseded_at" IS DISTINCT FROM (NEW."superseded_at") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "quotes_matchevent" ("a_id", "b_id", "changes", "created_at", "decided_at", "decided_by_id", "differences", "features", "fuller", "id", "judgement", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "relation", "score", "superseded_at", "version") VALUES (OLD."a_id", OLD."b_id", OLD."changes", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."differences", OLD."features", OLD."fuller", OLD."id", OLD."judgement", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."public_id", OLD."reason", OLD."relation", OLD."score", OLD."superseded_at", OLD."version"); RETURN NULL;', hash='db4befed7d795fa2da3cadf0451e61fddb49eefa', operation='UPDATE', pgid='pgtrigger_update_update_7b49b', table='quotes_match', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='match',
            constraint=models.CheckConstraint(condition=models.Q(('outcome', ''), models.Q(('decided_by__isnull', True), ('judgement__in', ['same', 'altered'])), _connector='OR'), name='match_outcome_of_a_suggestion'),
        ),
    ]
