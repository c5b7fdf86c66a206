"""Find words in printings without reading them all: what `q` looks for."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("quotes", "0025_changes")]

    operations = [
        migrations.AddIndex(
            "appearance",
            GinIndex(
                models.Func(models.F("text"), template="to_tsvector('english', %(expressions)s)"),
                name="appearance_by_words",
            ),
        ),
    ]
