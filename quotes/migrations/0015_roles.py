"""Make the groups of readers, contributors, editors and admins."""

from typing import Any

from django.db import migrations

from quotes.models import roles


def grant(apps: Any, _editor: Any) -> None:
    roles.grant(apps)


def withdraw(apps: Any, _editor: Any) -> None:
    roles.withdraw(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("quotes", "0014_tokens"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, withdraw)]
