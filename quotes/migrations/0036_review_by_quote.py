"""Find a quote's least certain suggestion, and articles in other tongues; (quote, id) serves the key alone."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('quotes', '0035_changes_of_copies'),
    ]

    operations = [
        migrations.AlterField(
            model_name='appearance',
            name='quote',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appearances', to='quotes.quote'),
        ),
        migrations.AddIndex(
            model_name='appearance',
            index=models.Index(condition=models.Q(('quote__isnull', False), ('state', 'suggested')), fields=['quote', 'confidence', 'id'], name='appearance_to_review_of_quote'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('language', 'en'), _negated=True), fields=['language'], name='article_in_another_tongue'),
        ),
    ]
