"""Keep what changed, by transaction: the feed that mirrors follow."""

import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('quotes', '0024_match_outcome'),
    ]

    operations = [
        migrations.CreateModel(
            name='Change',
            fields=[
                ('pk', models.CompositePrimaryKey('xid', 'kind', 'row', blank=True, editable=False, primary_key=True, serialize=False)),
                ('xid', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('article', 'Article'), ('quote', 'Quote'), ('appearance', 'Appearance'), ('source', 'Source'), ('match', 'Match')], max_length=10)),
                ('row', models.UUIDField()),
                ('action', models.CharField(choices=[('made', 'Made'), ('changed', 'Changed'), ('merged', 'Merged'), ('deleted', 'Deleted')], max_length=7)),
                ('into', models.UUIDField(null=True)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='alias',
            trigger=pgtrigger.compiler.Trigger(name='change_alias_made', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'source\', whole.public_id, \'changed\', NULL::uuid FROM new_rows n JOIN quotes_source whole ON whole.id = n.source_id\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='1771826f0dda92380d44ae32bc1dc3fa3842c404', level='STATEMENT', operation='INSERT', pgid='pgtrigger_change_alias_made_4b40d', referencing='REFERENCING NEW TABLE AS new_rows ', table='quotes_alias', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='alias',
            trigger=pgtrigger.compiler.Trigger(name='change_alias_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'source\', whole.public_id, \'changed\', NULL::uuid FROM new_rows n JOIN quotes_source whole ON whole.id = n.source_id\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='fea65394a12988e4f838a1076e3ee0a3f28f2930', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_change_alias_changed_c874a', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='quotes_alias', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='alias',
            trigger=pgtrigger.compiler.Trigger(name='change_alias_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'source\', whole.public_id, \'changed\', NULL::uuid FROM old_rows n JOIN quotes_source whole ON whole.id = n.source_id\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='1848984d1491fd807671bf7c24de07dc1825e25f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_change_alias_deleted_06e15', referencing='REFERENCING OLD TABLE AS old_rows ', table='quotes_alias', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appearance',
            trigger=pgtrigger.compiler.Trigger(name='change_appearance_made', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'appearance\', n.public_id, \'made\', NULL::uuid FROM new_rows n\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='1102865beea63b40e2dfa53b3944bfa3394d4807', level='STATEMENT', operation='INSERT', pgid='pgtrigger_change_appearance_made_eb380', referencing='REFERENCING NEW TABLE AS new_rows ', table='quotes_appearance', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appearance',
            trigger=pgtrigger.compiler.Trigger(name='change_appearance_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'appearance\', n.public_id, \'changed\', NULL::uuid FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE ROW(n."revision_id", n."quote_id", n."start", n."end", n."segments", n."kind", n."cue_start", n."setting", n."confidence", n."state", n."decided_by_id") IS DISTINCT FROM ROW(o."revision_id", o."quote_id", o."start", o."end", o."segments", o."kind", o."cue_start", o."setting", o."confidence", o."state", o."decided_by_id")\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='d4a0465c926e96d79aa830d6d1eefe4ce1467e0e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_change_appearance_changed_ad7ee', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='quotes_appearance', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appearance',
            trigger=pgtrigger.compiler.Trigger(name='change_appearance_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'appearance\', n.public_id, \'deleted\', NULL::uuid FROM old_rows n\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='a00440aa38ebf1d889253da0261c53b326edd46c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_change_appearance_deleted_6ef1e', referencing='REFERENCING OLD TABLE AS old_rows ', table='quotes_appearance', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='change_article_made', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'article\', n.public_id, \'made\', NULL::uuid FROM new_rows n\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='d08e3ad053eba80c1c2446de07333f74bdf6051a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_change_article_made_7a606', referencing='REFERENCING NEW TABLE AS new_rows ', table='quotes_article', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='change_article_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'article\', n.public_id, \'changed\', NULL::uuid FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE ROW(n."outlet_id", n."url", n."sender_id", n."title", n."standfirst", n."byline", n."published_at", n."published_as", n."dateline", n."credit", n."picture_credit", n."contributions", n."language", n."state", n."failure") IS DISTINCT FROM ROW(o."outlet_id", o."url", o."sender_id", o."title", o."standfirst", o."byline", o."published_at", o."published_as", o."dateline", o."credit", o."picture_credit", o."contributions", o."language", o."state", o."failure")\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='19ee1aa03b10eb26a5f2228e4ec62a6bb16b0a3f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_change_article_changed_31e94', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='quotes_article', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='change_article_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'article\', n.public_id, \'deleted\', NULL::uuid FROM old_rows n\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='43b0a3710b0b1be8cf4dd4e68edfccfc1f3d33fe', level='STATEMENT', operation='DELETE', pgid='pgtrigger_change_article_deleted_f704f', referencing='REFERENCING OLD TABLE AS old_rows ', table='quotes_article', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hop',
            trigger=pgtrigger.compiler.Trigger(name='change_hop_made', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'appearance\', whole.public_id, \'changed\', NULL::uuid FROM new_rows n JOIN quotes_appearance whole ON whole.id = n.appearance_id\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='968ec45d19fc62a64afa222fcc0fc5d1fd058759', level='STATEMENT', operation='INSERT', pgid='pgtrigger_change_hop_made_d1665', referencing='REFERENCING NEW TABLE AS new_rows ', table='quotes_hop', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hop',
            trigger=pgtrigger.compiler.Trigger(name='change_hop_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'appearance\', whole.public_id, \'changed\', NULL::uuid FROM new_rows n JOIN quotes_appearance whole ON whole.id = n.appearance_id\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='9d495bb210616ef128ad70a3c7cb3b04d332d716', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_change_hop_changed_8303f', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='quotes_hop', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hop',
            trigger=pgtrigger.compiler.Trigger(name='change_hop_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'appearance\', whole.public_id, \'changed\', NULL::uuid FROM old_rows n JOIN quotes_appearance whole ON whole.id = n.appearance_id\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='19efb4686be4b5e49f4e1e7a0dc10fe45dcda90e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_change_hop_deleted_204bb', referencing='REFERENCING OLD TABLE AS old_rows ', table='quotes_hop', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='match',
            trigger=pgtrigger.compiler.Trigger(name='change_match_made', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'match\', n.public_id, \'made\', NULL::uuid FROM new_rows n\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='ca18f801f7bf32238884b9fcaa860bd593bd93d3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_change_match_made_080cd', referencing='REFERENCING NEW TABLE AS new_rows ', table='quotes_match', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='match',
            trigger=pgtrigger.compiler.Trigger(name='change_match_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'match\', n.public_id, \'changed\', NULL::uuid FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE ROW(n."judgement", n."relation", n."score", n."superseded_at", n."decided_by_id") IS DISTINCT FROM ROW(o."judgement", o."relation", o."score", o."superseded_at", o."decided_by_id")\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='0dc39c930f6cbc56fd6206708ebee8833f76c3f0', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_change_match_changed_99cac', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='quotes_match', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='match',
            trigger=pgtrigger.compiler.Trigger(name='change_match_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'match\', n.public_id, \'deleted\', NULL::uuid FROM old_rows n\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='02e23e07b983b0b0849d572c4d90198bf4c4ddde', level='STATEMENT', operation='DELETE', pgid='pgtrigger_change_match_deleted_6ee1f', referencing='REFERENCING OLD TABLE AS old_rows ', table='quotes_match', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='quote',
            trigger=pgtrigger.compiler.Trigger(name='change_quote_made', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'quote\', n.public_id, \'made\', NULL::uuid FROM new_rows n\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='c41a8895a732de86aa4127cd6067013d72c74022', level='STATEMENT', operation='INSERT', pgid='pgtrigger_change_quote_made_71049', referencing='REFERENCING NEW TABLE AS new_rows ', table='quotes_quote', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='quote',
            trigger=pgtrigger.compiler.Trigger(name='change_quote_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'quote\', n.public_id, CASE WHEN n.merged_into_id IS NULL THEN \'changed\' ELSE \'merged\' END, (SELECT m.public_id FROM quotes_quote m WHERE m.id = n.merged_into_id) FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE ROW(n."text", n."speaker_id", n."first_published_at", n."appearance_count", n."outlet_count", n."merged_into_id") IS DISTINCT FROM ROW(o."text", o."speaker_id", o."first_published_at", o."appearance_count", o."outlet_count", o."merged_into_id")\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='9d8f64a90a4f355b952669d6791075008636cc21', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_change_quote_changed_a07bf', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='quotes_quote', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='quote',
            trigger=pgtrigger.compiler.Trigger(name='change_quote_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'quote\', n.public_id, \'deleted\', NULL::uuid FROM old_rows n\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='4f6eb385006d9e20d8c69781b21c7998cb811fee', level='STATEMENT', operation='DELETE', pgid='pgtrigger_change_quote_deleted_5f28d', referencing='REFERENCING OLD TABLE AS old_rows ', table='quotes_quote', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='change_source_made', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'source\', n.public_id, \'made\', NULL::uuid FROM new_rows n\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='42812f324389bdcbba9dc53def8149e4ce619957', level='STATEMENT', operation='INSERT', pgid='pgtrigger_change_source_made_9ca61', referencing='REFERENCING NEW TABLE AS new_rows ', table='quotes_source', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='change_source_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'source\', n.public_id, CASE WHEN n.merged_into_id IS NULL THEN \'changed\' ELSE \'merged\' END, (SELECT m.public_id FROM quotes_source m WHERE m.id = n.merged_into_id) FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE ROW(n."name", n."kind", n."disambiguation", n."only_in_id", n."homepage", n."merged_into_id") IS DISTINCT FROM ROW(o."name", o."kind", o."disambiguation", o."only_in_id", o."homepage", o."merged_into_id")\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='fe51a9e5a6ad03906af470af0a7728678b291d69', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_change_source_changed_ecbb9', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='quotes_source', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='change_source_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n    INSERT INTO quotes_change (xid, kind, "row", action, "into")\n    SELECT DISTINCT pg_current_xact_id()::text::bigint, \'source\', n.public_id, \'deleted\', NULL::uuid FROM old_rows n\n    ON CONFLICT (xid, kind, "row") DO UPDATE SET\n        action = CASE WHEN quotes_change.action = \'made\' AND EXCLUDED.action = \'changed\' THEN \'made\'\n                      ELSE EXCLUDED.action END,\n        "into" = EXCLUDED."into";\n    RETURN NULL;\n', hash='504fdfaf29af95c76c49a914c20137e52de4a7a4', level='STATEMENT', operation='DELETE', pgid='pgtrigger_change_source_deleted_23697', referencing='REFERENCING OLD TABLE AS old_rows ', table='quotes_source', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='change',
            index=models.Index(condition=models.Q(('action', 'deleted')), fields=['row'], name='change_deleted'),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('action', 'merged'), ('into__isnull', False)), models.Q(models.Q(('action', 'merged'), _negated=True), ('into__isnull', True)), _connector='OR'), name='change_merged_into_a_row'),
        ),
    ]
