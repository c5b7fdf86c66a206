"""Find what waits for an editor without reading the rest."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("quotes", "0030_leases_and_flags"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="appearance",
            index=models.Index(
                condition=models.Q(("state", "suggested")),
                fields=["confidence", "id"],
                name="appearance_to_review",
            ),
        ),
        migrations.AddIndex(
            model_name="copy",
            index=models.Index(
                condition=models.Q(
                    ("credited", False),
                    ("state", "suggested"),
                    ("superseded_at__isnull", True),
                    ("source__isnull", False),
                ),
                fields=["id"],
                name="copy_to_review",
            ),
        ),
        migrations.AddIndex(
            model_name="hop",
            index=models.Index(
                condition=models.Q(("source__isnull", True)), fields=["id"], name="hop_to_review"
            ),
        ),
        migrations.AddIndex(
            model_name="match",
            index=models.Index(
                condition=models.Q(
                    ("decided_by__isnull", True),
                    ("superseded_at__isnull", True),
                    models.Q(
                        ("judgement", "unsure"),
                        models.Q(("outcome", ""), _negated=True),
                        models.Q(("judgement__in", ["same", "altered"]), ("score__lt", 0.9)),
                        _connector="OR",
                    ),
                ),
                fields=["score", "id"],
                name="match_to_review",
            ),
        ),
        migrations.AddIndex(
            model_name="quote",
            index=models.Index(
                condition=models.Q(("outlet_count__gte", 3)),
                fields=["-outlet_count", "id"],
                name="quote_widest",
            ),
        ),
        migrations.AddIndex(
            model_name="quote",
            index=models.Index(
                condition=models.Q(
                    ("appearance_count__gt", 1), ("merged_into__isnull", True), ("speaker__isnull", True)
                ),
                fields=["-outlet_count", "id"],
                name="quote_without_one_speaker",
            ),
        ),
    ]
