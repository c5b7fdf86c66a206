"""Keep which articles print one story, and the postings that find them."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import quotes.models.public_id
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('quotes', '0018_article_matched_with'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='StoryKey',
            fields=[
                ('pk', models.CompositePrimaryKey('key', 'article', blank=True, editable=False, primary_key=True, serialize=False)),
                ('key', models.IntegerField()),
                ('article', models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Copy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.TextField(blank=True, default='')),
                ('public_id', quotes.models.public_id.PublicIdField(default=quotes.models.public_id.new_public_id, editable=False, unique=True)),
                ('share_a', models.FloatField()),
                ('share_b', models.FloatField()),
                ('passages', models.JSONField(blank=True, default=list)),
                ('giver', models.CharField(blank=True, choices=[('a', 'A'), ('b', 'B')], default='', max_length=1)),
                ('credited', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('suggested', 'Suggested'), ('accepted', 'Accepted'), ('rejected', 'Rejected')], default='suggested', max_length=9)),
                ('version', models.CharField(blank=True, default='', max_length=40)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('superseded_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('a', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='copies_as_a', to='quotes.article')),
                ('b', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='copies_as_b', to='quotes.article')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('revision_a', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='quotes.revision')),
                ('revision_b', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='quotes.revision')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='quotes.source')),
            ],
            options={
                'verbose_name_plural': 'copies',
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='CopyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.TextField(blank=True, default='')),
                ('public_id', quotes.models.public_id.PublicIdField(default=quotes.models.public_id.new_public_id, editable=False, unique=False)),
                ('share_a', models.FloatField()),
                ('share_b', models.FloatField()),
                ('passages', models.JSONField(blank=True, default=list)),
                ('giver', models.CharField(blank=True, choices=[('a', 'A'), ('b', 'B')], default='', max_length=1)),
                ('credited', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('suggested', 'Suggested'), ('accepted', 'Accepted'), ('rejected', 'Rejected')], default='suggested', max_length=9)),
                ('version', models.CharField(blank=True, default='', max_length=40)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('superseded_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('a', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='quotes.article')),
                ('b', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='quotes.article')),
                ('decided_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='quotes.copy')),
                ('revision_a', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='quotes.revision')),
                ('revision_b', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='quotes.revision')),
                ('source', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='quotes.source')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='copy',
            index=models.Index(condition=models.Q(('superseded_at__isnull', True)), fields=['b'], name='copy_by_b'),
        ),
        migrations.AddConstraint(
            model_name='copy',
            constraint=models.CheckConstraint(condition=models.Q(('a__lt', models.F('b'))), name='copy_pair_ordered'),
        ),
        migrations.AddConstraint(
            model_name='copy',
            constraint=models.UniqueConstraint(condition=models.Q(('superseded_at__isnull', True)), fields=('a', 'b'), name='copy_pair_once'),
        ),
        migrations.AddConstraint(
            model_name='copy',
            constraint=models.CheckConstraint(condition=models.Q(('share_a__gte', 0), ('share_a__lte', 1), ('share_b__gte', 0), ('share_b__lte', 1)), name='copy_shares_in_range'),
        ),
        migrations.AddConstraint(
            model_name='copy',
            constraint=models.CheckConstraint(condition=models.Q(('source__isnull', True), models.Q(('giver', ''), _negated=True), _connector='OR'), name='copy_source_has_a_giver'),
        ),
        migrations.AddConstraint(
            model_name='copy',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'accepted'), _negated=True), ('source__isnull', False), _connector='OR'), name='copy_accepted_names_a_source'),
        ),
        migrations.AddConstraint(
            model_name='copy',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'suggested'), ('decided_by__isnull', False), _connector='OR'), name='copy_decided_by_a_person'),
        ),
        migrations.AddConstraint(
            model_name='copy',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), models.Q(('decided_at__isnull', True), ('decided_by__isnull', True)), _connector='OR'), name='copy_who_and_when'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='copy',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "quotes_copyevent" ("a_id", "b_id", "created_at", "credited", "decided_at", "decided_by_id", "giver", "id", "passages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "revision_a_id", "revision_b_id", "share_a", "share_b", "source_id", "state", "superseded_at", "version") VALUES (OLD."a_id", OLD."b_id", OLD."created_at", OLD."credited", OLD."decided_at", OLD."decided_by_id", OLD."giver", OLD."id", OLD."passages", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."public_id", OLD."reason", OLD."revision_a_id", OLD."revision_b_id", OLD."share_a", OLD."share_b", OLD."source_id", OLD."state", OLD."superseded_at", OLD."version"); RETURN NULL;', hash='efe0037d9fb2dd82933a0d5f6ea999546221a49f', operation='UPDATE', pgid='pgtrigger_update_update_10f73', table='quotes_copy', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='copy',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "quotes_copyevent" ("a_id", "b_id", "created_at", "credited", "decided_at", "decided_by_id", "giver", "id", "passages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "revision_a_id", "revision_b_id", "share_a", "share_b", "source_id", "state", "superseded_at", "version") VALUES (OLD."a_id", OLD."b_id", OLD."created_at", OLD."credited", OLD."decided_at", OLD."decided_by_id", OLD."giver", OLD."id", OLD."passages", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."revision_a_id", OLD."revision_b_id", OLD."share_a", OLD."share_b", OLD."source_id", OLD."state", OLD."superseded_at", OLD."version"); RETURN NULL;', hash='fe06cf5f132a5a7e8aa9b23dd957d61466d6ea3a', operation='DELETE', pgid='pgtrigger_delete_delete_8e9d1', table='quotes_copy', when='AFTER')),
        ),
    ]
