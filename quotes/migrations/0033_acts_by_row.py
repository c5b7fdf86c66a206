"""Find what was decided on a row."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("quotes", "0032_roles_for_the_desk")]

    operations = [
        migrations.AddIndex(
            model_name="act",
            index=models.Index(
                condition=models.Q(("about_id__isnull", False)), fields=["about_id"], name="act_by_row"
            ),
        ),
    ]
