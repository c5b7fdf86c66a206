"""Name exports among the kinds of jobs."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("quotes", "0026_words_of_appearances")]
    operations = [
        migrations.AlterField(
            model_name="job",
            name="kind",
            field=models.CharField(
                choices=[
                    ("import", "Import"),
                    ("rebuild", "Rebuild"),
                    ("trial", "dry run"),
                    ("export", "Export"),
                ],
                max_length=40,
            ),
        )
    ]
