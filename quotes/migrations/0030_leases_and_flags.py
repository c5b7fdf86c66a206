"""Remember which item an editor has before them, and what they flagged."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("quotes", "0029_acts_of_every_decision"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Flag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.TextField(blank=True, default="")),
                ("hop", models.PositiveSmallIntegerField(null=True)),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Lease",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("appearance", "suggested quote"),
                            ("hop", "unresolved source"),
                            ("match", "suggested match"),
                            ("conflict", "conflicting speakers"),
                            ("copy", "suggested wire copy"),
                        ],
                        max_length=10,
                    ),
                ),
                ("row", models.BigIntegerField()),
                ("until", models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name="flag",
            name="appearance",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="flags",
                to="quotes.appearance",
            ),
        ),
        migrations.AddField(
            model_name="flag",
            name="copy",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="flags", to="quotes.copy"
            ),
        ),
        migrations.AddField(
            model_name="flag",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="flag",
            name="match",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="flags",
                to="quotes.match",
            ),
        ),
        migrations.AddField(
            model_name="flag",
            name="quote",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="flags",
                to="quotes.quote",
            ),
        ),
        migrations.AddField(
            model_name="flag",
            name="taken_back_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="lease",
            name="editor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="flag",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("appearance__isnull", False),
                        ("copy__isnull", True),
                        ("match__isnull", True),
                        ("quote__isnull", True),
                    ),
                    models.Q(
                        ("appearance__isnull", True),
                        ("copy__isnull", True),
                        ("match__isnull", False),
                        ("quote__isnull", True),
                    ),
                    models.Q(
                        ("appearance__isnull", True),
                        ("copy__isnull", True),
                        ("match__isnull", True),
                        ("quote__isnull", False),
                    ),
                    models.Q(
                        ("appearance__isnull", True),
                        ("copy__isnull", False),
                        ("match__isnull", True),
                        ("quote__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="flag_is_on_one_item",
            ),
        ),
        migrations.AddConstraint(
            model_name="flag",
            constraint=models.CheckConstraint(
                condition=models.Q(("hop__isnull", True), ("appearance__isnull", False), _connector="OR"),
                name="flag_of_a_hop_is_in_a_chain",
            ),
        ),
        migrations.AddConstraint(
            model_name="flag",
            constraint=models.CheckConstraint(
                condition=models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                name="flag_by_a_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="flag",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_back_at__isnull", True), ("taken_back_by__isnull", True)),
                    models.Q(("taken_back_at__isnull", False), ("taken_back_by__isnull", False)),
                    _connector="OR",
                ),
                name="flag_taken_back_by_a_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="lease",
            constraint=models.UniqueConstraint(fields=("kind", "row"), name="lease_once_per_item"),
        ),
    ]
