"""Drop the indexes that are the beginning of another one."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('quotes', '0037_history_of_what_replaces_something'),
    ]

    operations = [
        migrations.AlterField(
            model_name='appearance',
            name='article',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='appearances', to='quotes.article'),
        ),
        migrations.AlterField(
            model_name='appearance',
            name='quote',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appearances', to='quotes.quote'),
        ),
        migrations.AlterField(
            model_name='appearance',
            name='revision',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='appearances', to='quotes.revision'),
        ),
        migrations.AlterField(
            model_name='hop',
            name='appearance',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='hops', to='quotes.appearance'),
        ),
        migrations.AlterField(
            model_name='hop',
            name='source',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='hops', to='quotes.source'),
        ),
    ]
