"""Let a body come back as a new revision; reversible as long as none has."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('quotes', '0022_acts_of_judging'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='revision',
            name='revision_body_once',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='revision',
            trigger=pgtrigger.compiler.Trigger(name='revision_changes_the_body', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE before text;', func="\n                    SELECT r.digest INTO before FROM quotes_revision r\n                    WHERE r.article_id = NEW.article_id AND r.number < NEW.number\n                    ORDER BY r.number DESC LIMIT 1;\n                    IF before = NEW.digest THEN\n                        RAISE EXCEPTION 'revision % says what the one before says', NEW.number\n                            USING ERRCODE = 'check_violation', CONSTRAINT = 'revision_changes_the_body';\n                    END IF;\n                    RETURN NEW;\n                ", hash='3518a969e9a52c9d91c83c633098fa1fc3adf279', operation='INSERT', pgid='pgtrigger_revision_changes_the_body_2d5ef', table='quotes_revision', when='BEFORE')),
        ),
    ]
