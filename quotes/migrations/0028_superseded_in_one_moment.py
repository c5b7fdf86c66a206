"""A row that supersedes another begins at the moment the other ends: let those that stand do so too."""

import django.utils.timezone
from django.db import migrations, models

TABLES = ("quotes_match", "quotes_copy")
# The two were stamped one after the other in one transaction: the nearest row before, ended within a second.
ALIGN = """
    UPDATE {table} later SET created_at = earlier.superseded_at
    FROM {table} earlier
    WHERE earlier.id = (
        SELECT max(id) FROM {table} WHERE a_id = later.a_id AND b_id = later.b_id AND id < later.id
    ) AND earlier.superseded_at BETWEEN later.created_at - interval '1 second' AND later.created_at
"""


def align(apps, schema_editor):
    for table in TABLES:
        schema_editor.execute(ALIGN.format(table=table))


def created_at(model):
    field = models.DateTimeField(default=django.utils.timezone.now, editable=False)
    return migrations.AlterField(model_name=model, name="created_at", field=field)


class Migration(migrations.Migration):
    dependencies = [("quotes", "0027_exports")]

    operations = [
        *(created_at(model) for model in ("copy", "copyevent", "keptapart", "match", "matchevent")),
        migrations.RunPython(align, migrations.RunPython.noop),
    ]
