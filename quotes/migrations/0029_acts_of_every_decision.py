"""Record every decision as an act, with a sentence and the row it is about."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("quotes", "0028_superseded_in_one_moment"),
    ]

    operations = [
        migrations.AddField(
            model_name="act",
            name="about",
            field=models.CharField(
                blank=True,
                choices=[
                    ("appearance", "Appearance"),
                    ("match", "Match"),
                    ("quote", "Quote"),
                    ("source", "Source"),
                    ("copy", "Copy"),
                ],
                default="",
                editable=False,
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="act",
            name="about_id",
            field=models.UUIDField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="act",
            name="part_of",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="parts",
                to="quotes.act",
            ),
        ),
        migrations.AddField(
            model_name="act",
            name="sentence",
            field=models.CharField(blank=True, default="", editable=False, max_length=300),
        ),
        migrations.AlterField(
            model_name="act",
            name="kind",
            field=models.CharField(
                choices=[
                    ("confirm", "Confirm"),
                    ("reject", "Reject"),
                    ("undecide", "Undecide"),
                    ("correct", "Correct"),
                    ("correct_speaker", "Correct Speaker"),
                    ("add_hop", "Add Hop"),
                    ("correct_hop", "Correct Hop"),
                    ("resolve_hop", "Resolve Hop"),
                    ("drop_hop", "Drop Hop"),
                    ("reorder_hops", "Reorder Hops"),
                    ("judge", "Judge"),
                    ("merge_quotes", "Merge Quotes"),
                    ("split_quote", "Split Quote"),
                    ("merge_sources", "Merge Sources"),
                    ("keep_apart", "Keep Apart"),
                    ("allow_again", "Allow Again"),
                    ("accept_copy", "Accept Copy"),
                    ("reject_copy", "Reject Copy"),
                    ("withdraw_copy", "Withdraw Copy"),
                    ("many", "Many"),
                    ("undo", "Undo"),
                ],
                max_length=15,
            ),
        ),
        migrations.AddIndex(
            model_name="act",
            index=models.Index(fields=["decided_by", "-id"], name="act_newest_of_a_person"),
        ),
        migrations.AddConstraint(
            model_name="act",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("about", ""), ("about_id__isnull", True)),
                    models.Q(models.Q(("about", ""), _negated=True), ("about_id__isnull", False)),
                    _connector="OR",
                ),
                name="act_about_names_a_row",
            ),
        ),
        migrations.AddConstraint(
            model_name="act",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("part_of__isnull", True),
                    models.Q(("part_of", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="act_not_part_of_itself",
            ),
        ),
    ]
