"""Cut jobs into pieces for several workers, one rebuild at a time; keep what a dry run supposes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('quotes', '0016_answers'),
    ]

    operations = [
        migrations.CreateModel(
            name='Piece',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage', models.CharField(max_length=20)),
                ('first', models.BigIntegerField()),
                ('last', models.BigIntegerField()),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('lease', models.UUIDField(blank=True, editable=False, null=True)),
                ('lease_until', models.DateTimeField(blank=True, editable=False, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('result', models.JSONField(blank=True, default=list)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Supposition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('a', models.BigIntegerField()),
                ('b', models.BigIntegerField()),
                ('relation', models.CharField(blank=True, default='', max_length=12)),
                ('fuller', models.CharField(blank=True, default='', max_length=1)),
                ('judgement', models.CharField(blank=True, default='', max_length=9)),
                ('score', models.FloatField(default=0)),
            ],
        ),
        migrations.AlterField(
            model_name='job',
            name='kind',
            field=models.CharField(choices=[('import', 'Import'), ('rebuild', 'Rebuild'), ('trial', 'dry run')], max_length=40),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'rebuild'), ('state__in', ['waiting', 'running'])), fields=('kind',), name='job_rebuild_alone'),
        ),
        migrations.AddField(
            model_name='piece',
            name='job',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pieces', to='quotes.job'),
        ),
        migrations.AddField(
            model_name='supposition',
            name='job',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suppositions', to='quotes.job'),
        ),
        migrations.AddIndex(
            model_name='piece',
            index=models.Index(condition=models.Q(('finished_at__isnull', True)), fields=['job', 'id'], name='piece_to_do'),
        ),
        migrations.AddConstraint(
            model_name='piece',
            constraint=models.UniqueConstraint(fields=('job', 'stage', 'first'), name='piece_once'),
        ),
        migrations.AddConstraint(
            model_name='piece',
            constraint=models.CheckConstraint(condition=models.Q(('first__lte', models.F('last'))), name='piece_in_order'),
        ),
        migrations.AddConstraint(
            model_name='piece',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('lease__isnull', True), ('lease_until__isnull', True)), models.Q(('finished_at__isnull', True), ('lease__isnull', False), ('lease_until__isnull', False)), _connector='OR'), name='piece_lease_has_holder_and_end'),
        ),
        migrations.AddIndex(
            model_name='supposition',
            index=models.Index(fields=['job', 'b'], name='supposition_by_b'),
        ),
        migrations.AddConstraint(
            model_name='supposition',
            constraint=models.UniqueConstraint(fields=('job', 'a', 'b'), name='supposition_once'),
        ),
        migrations.AddConstraint(
            model_name='supposition',
            constraint=models.CheckConstraint(condition=models.Q(('a__lt', models.F('b'))), name='supposition_pair_ordered'),
        ),
    ]
