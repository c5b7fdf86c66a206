"""Find the newest words of a source in order: the index by source ends in the appearance, not the position."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("quotes", "0009_match_features")]

    operations = [
        migrations.AddIndex(
            "hop", models.Index(fields=["source", "appearance"], name="hop_by_source_newest")
        ),
        migrations.RemoveIndex("hop", "hop_by_source"),
    ]
