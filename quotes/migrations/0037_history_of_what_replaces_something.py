"""Keep no history of an appearance's first quote, nor of its wording: neither replaces anything."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('quotes', '0036_review_by_quote'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='appearance',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='appearance',
            name='delete_delete',
        ),
        migrations.RemoveField(
            model_name='appearanceevent',
            name='wording',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appearance',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN ((OLD."article_id" IS DISTINCT FROM (NEW."article_id") OR OLD."confidence" IS DISTINCT FROM (NEW."confidence") OR OLD."cue" IS DISTINCT FROM (NEW."cue") OR OLD."cue_end" IS DISTINCT FROM (NEW."cue_end") OR OLD."cue_start" IS DISTINCT FROM (NEW."cue_start") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."end" IS DISTINCT FROM (NEW."end") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."joint" IS DISTINCT FROM (NEW."joint") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."reader" IS DISTINCT FROM (NEW."reader") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."revision_id" IS DISTINCT FROM (NEW."revision_id") OR OLD."segments" IS DISTINCT FROM (NEW."segments") OR OLD."setting" IS DISTINCT FROM (NEW."setting") OR OLD."start" IS DISTINCT FROM (NEW."start") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."text" IS DISTINCT FROM (NEW."text")) OR OLD."quote_id" IS NOT NULL AND OLD."quote_id" IS DISTINCT FROM NEW."quote_id")', func='INSERT INTO "quotes_appearanceevent" ("article_id", "confidence", "cue", "cue_end", "cue_start", "decided_at", "decided_by_id", "end", "id", "joint", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "quote_id", "reader", "reason", "revision_id", "segments", "setting", "start", "state", "text") VALUES (OLD."article_id", OLD."confidence", OLD."cue", OLD."cue_end", OLD."cue_start", OLD."decided_at", OLD."decided_by_id", OLD."end", OLD."id", OLD."joint", OLD."kind", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."public_id", OLD."quote_id", OLD."reader", OLD."reason", OLD."revision_id", OLD."segments", OLD."setting", OLD."start", OLD."state", OLD."text"); RETURN NULL;', hash='38040451edaa8a122ee8b781624c5ceedbc862fb', operation='UPDATE', pgid='pgtrigger_update_update_a48bf', table='quotes_appearance', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appearance',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "quotes_appearanceevent" ("article_id", "confidence", "cue", "cue_end", "cue_start", "decided_at", "decided_by_id", "end", "id", "joint", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "quote_id", "reader", "reason", "revision_id", "segments", "setting", "start", "state", "text") VALUES (OLD."article_id", OLD."confidence", OLD."cue", OLD."cue_end", OLD."cue_start", OLD."decided_at", OLD."decided_by_id", OLD."end", OLD."id", OLD."joint", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."quote_id", OLD."reader", OLD."reason", OLD."revision_id", OLD."segments", OLD."setting", OLD."start", OLD."state", OLD."text"); RETURN NULL;', hash='1caeed6be065918f1682cc9a3859c117102ac33a', operation='DELETE', pgid='pgtrigger_delete_delete_2d5a2', table='quotes_appearance', when='AFTER')),
        ),
    ]
