"""Forget the wordings: the next three migrations keep them in another shape, matching makes them anew.

Backwards likewise: an older release makes its own.
"""

from django.db import migrations

FORGET = [
    "UPDATE quotes_appearance SET wording_id = NULL WHERE wording_id IS NOT NULL",
    "DELETE FROM quotes_wordingkey",
    "DELETE FROM quotes_wording",
    "UPDATE quotes_article SET state = 'read', lease = NULL, lease_until = NULL, attempts = 0"
    " WHERE state = 'matched'",
]


class Migration(migrations.Migration):
    dependencies = [("quotes", "0004_wording_key_covers_n")]

    operations = [migrations.RunSQL(FORGET, FORGET)]
