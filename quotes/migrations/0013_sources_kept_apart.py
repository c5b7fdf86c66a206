"""Remember which sources a person said are two."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('quotes', '0012_acts'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='KeptApart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.TextField(blank=True, default='')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('superseded_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('a', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kept_apart_as_a', to='quotes.source')),
                ('b', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kept_apart_as_b', to='quotes.source')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'kept apart',
                'verbose_name_plural': 'kept apart',
                'ordering': ['-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('a__lt', models.F('b'))), name='kept_apart_pair_ordered'), models.UniqueConstraint(condition=models.Q(('superseded_at__isnull', True)), fields=('a', 'b'), name='kept_apart_pair_once'), models.CheckConstraint(condition=models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), name='kept_apart_by_a_person')],
            },
        ),
    ]
