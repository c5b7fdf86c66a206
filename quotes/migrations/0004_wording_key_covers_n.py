"""Let the index of postings answer alone: a look-up reads a key's wordings and their `n`, never the heap."""

from django.db import migrations

REPLACE = """
    ALTER TABLE quotes_wordingkey DROP CONSTRAINT quotes_wordingkey_pkey;
    ALTER TABLE quotes_wordingkey ADD CONSTRAINT quotes_wordingkey_pkey PRIMARY KEY (key, wording_id){include};
"""


class Migration(migrations.Migration):
    dependencies = [("quotes", "0003_history")]

    operations = [
        migrations.RunSQL(REPLACE.format(include=" INCLUDE (n)"), REPLACE.format(include="")),
    ]
