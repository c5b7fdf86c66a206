"""Keep a wording's digest as its sixteen bytes rather than as thirty-two letters."""

from django.db import migrations, models

TO_BYTES = "ALTER TABLE quotes_wording ALTER COLUMN digest TYPE uuid USING digest::uuid"
TO_LETTERS = "ALTER TABLE quotes_wording ALTER COLUMN digest TYPE varchar(32) USING replace(digest::text, '-', '')"


class Migration(migrations.Migration):
    dependencies = [("quotes", "0005_wordings_anew")]

    operations = [
        migrations.RunSQL(
            TO_BYTES,
            TO_LETTERS,
            state_operations=[migrations.AlterField("wording", "digest", models.UUIDField())],
        )
    ]
