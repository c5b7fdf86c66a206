"""Count a wording's keys once, in its row, rather than in each of its postings."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("quotes", "0006_wording_digest_in_sixteen_bytes")]

    operations = [
        migrations.AddField("wording", "keys", models.PositiveSmallIntegerField(default=0)),
    ]
