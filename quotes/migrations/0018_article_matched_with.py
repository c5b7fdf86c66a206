"""Say of each article by which rules it was matched."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('quotes', '0017_pieces'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='matched_with',
            field=models.CharField(blank=True, db_default='', default='', editable=False, max_length=40),
        ),
    ]
