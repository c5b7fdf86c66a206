"""Let editors flag items, and see what was decided."""

from typing import Any

from django.db import migrations

from quotes.models import roles


def grant(apps: Any, _editor: Any) -> None:
    roles.grant(apps)


class Migration(migrations.Migration):
    dependencies = [("quotes", "0031_indexes_of_what_waits")]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
