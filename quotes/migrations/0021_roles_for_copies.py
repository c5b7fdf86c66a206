"""Let readers see copies, and editors decide on them."""

from typing import Any

from django.db import migrations

from quotes.models import roles


def grant(apps: Any, _editor: Any) -> None:
    roles.grant(apps)


class Migration(migrations.Migration):
    dependencies = [("quotes", "0020_hop_from_an_accepted_copy")]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
