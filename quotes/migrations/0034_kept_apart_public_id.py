"""Give each decision to keep sources apart a public id; those there are get theirs from time and row."""

from django.db import migrations, models

from quotes.models.public_id import PublicIdField

# A UUIDv7: milliseconds, version, variant, and the row in place of chance.
FILL = """
    ALTER TABLE quotes_keptapart ALTER COLUMN public_id TYPE uuid USING (
        lpad(to_hex((extract(epoch FROM created_at) * 1000)::bigint), 12, '0')
        || '7' || substr(md5('apart ' || id), 1, 3) || '8' || substr(md5('apart ' || id), 4, 15)
    )::uuid
"""


class Migration(migrations.Migration):
    dependencies = [("quotes", "0033_acts_by_row")]

    operations = [
        migrations.AlterModelOptions(
            "keptapart",
            {
                "ordering": ["-id"],
                "verbose_name": "decision to keep apart",
                "verbose_name_plural": "kept apart",
            },
        ),
        migrations.AddField("keptapart", "public_id", models.UUIDField(null=True)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField("keptapart", "public_id", PublicIdField()),
    ]
