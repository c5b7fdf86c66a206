"""Record judgements as acts too, and find an act by its time."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('quotes', '0021_roles_for_copies'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='act',
            name='kind',
            field=models.CharField(choices=[('judge', 'Judge'), ('merge_quotes', 'Merge Quotes'), ('split_quote', 'Split Quote'), ('merge_sources', 'Merge Sources'), ('undo', 'Undo')], max_length=13),
        ),
        migrations.AddIndex(
            model_name='act',
            index=models.Index(fields=['decided_at'], name='act_by_time'),
        ),
    ]
