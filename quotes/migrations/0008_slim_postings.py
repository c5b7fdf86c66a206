"""Keep a posting as two integers of four bytes under one index: 65 bytes rather than a hundred."""

from django.db import migrations, models

SLIM = [
    "DROP TABLE quotes_wordingkey",
    "CREATE TABLE quotes_wordingkey (key integer NOT NULL, wording integer NOT NULL,"
    " CONSTRAINT quotes_wordingkey_pkey PRIMARY KEY (key, wording))",
]
WIDE = [
    "DROP TABLE quotes_wordingkey",
    "CREATE TABLE quotes_wordingkey (key bigint NOT NULL, wording_id bigint NOT NULL,"
    " n integer NOT NULL CONSTRAINT quotes_wordingkey_n_check CHECK (n >= 0),"
    " CONSTRAINT quotes_wordingkey_pkey PRIMARY KEY (key, wording_id) INCLUDE (n),"
    " CONSTRAINT quotes_wordingkey_wording_id_fkey FOREIGN KEY (wording_id)"
    " REFERENCES quotes_wording (id) DEFERRABLE INITIALLY DEFERRED)",
    "CREATE INDEX wording_key_by_wording ON quotes_wordingkey (wording_id)",
]
STATE = [
    migrations.DeleteModel("WordingKey"),
    migrations.CreateModel(
        "WordingKey",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "key", "wording", blank=True, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("key", models.IntegerField()),
            ("wording", models.IntegerField()),
        ],
    ),
]


class Migration(migrations.Migration):
    dependencies = [("quotes", "0007_wording_counts_its_keys")]

    operations = [migrations.RunSQL(SLIM, WIDE, state_operations=STATE)]
