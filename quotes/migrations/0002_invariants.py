"""The invariants that need a second table or row, as triggers."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('quotes', '0001_initial'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='claim',
            trigger=pgtrigger.compiler.Trigger(name='claim_merges_acyclic', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."merged_into_id" IS NOT NULL)', declare='DECLARE circular boolean;', func="\n            WITH RECURSIVE onward(id) AS (\n                SELECT NEW.merged_into_id\n                UNION\n                SELECT t.merged_into_id FROM quotes_claim t JOIN onward o ON t.id = o.id\n                WHERE t.merged_into_id IS NOT NULL\n            )\n            SELECT EXISTS (SELECT 1 FROM onward WHERE id = NEW.id) INTO circular;\n            IF circular THEN\n                RAISE EXCEPTION 'merging % into % would lead back to it', NEW.id, NEW.merged_into_id\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_merges_acyclic';\n            END IF;\n            RETURN NEW;\n        ", hash='ef642a4a9dc372f83d86bf32ca02dedf7214a67a', operation='INSERT OR UPDATE OF "merged_into_id"', pgid='pgtrigger_claim_merges_acyclic_af39f', table='quotes_claim', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='revision',
            trigger=pgtrigger.compiler.Trigger(name='revision_immutable', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."article_id" IS DISTINCT FROM (NEW."article_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."digest" IS DISTINCT FROM (NEW."digest"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='2b652614ed45d9aa9193ef0094bd7f87622cfe3f', operation='UPDATE', pgid='pgtrigger_revision_immutable_2a850', table='quotes_revision', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='source_merges_acyclic', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."merged_into_id" IS NOT NULL)', declare='DECLARE circular boolean;', func="\n            WITH RECURSIVE onward(id) AS (\n                SELECT NEW.merged_into_id\n                UNION\n                SELECT t.merged_into_id FROM quotes_source t JOIN onward o ON t.id = o.id\n                WHERE t.merged_into_id IS NOT NULL\n            )\n            SELECT EXISTS (SELECT 1 FROM onward WHERE id = NEW.id) INTO circular;\n            IF circular THEN\n                RAISE EXCEPTION 'merging % into % would lead back to it', NEW.id, NEW.merged_into_id\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'source_merges_acyclic';\n            END IF;\n            RETURN NEW;\n        ", hash='2b1ee8ff9e820993d763dcb6bd0af0155568cbbb', operation='INSERT OR UPDATE OF "merged_into_id"', pgid='pgtrigger_source_merges_acyclic_2fbc7', table='quotes_source', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='quote',
            trigger=pgtrigger.compiler.Trigger(name='quote_merges_acyclic', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."merged_into_id" IS NOT NULL)', declare='DECLARE circular boolean;', func="\n            WITH RECURSIVE onward(id) AS (\n                SELECT NEW.merged_into_id\n                UNION\n                SELECT t.merged_into_id FROM quotes_quote t JOIN onward o ON t.id = o.id\n                WHERE t.merged_into_id IS NOT NULL\n            )\n            SELECT EXISTS (SELECT 1 FROM onward WHERE id = NEW.id) INTO circular;\n            IF circular THEN\n                RAISE EXCEPTION 'merging % into % would lead back to it', NEW.id, NEW.merged_into_id\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'quote_merges_acyclic';\n            END IF;\n            RETURN NEW;\n        ", hash='0089adcc24e73d53f7cf5831397a725958f4adbe', operation='INSERT OR UPDATE OF "merged_into_id"', pgid='pgtrigger_quote_merges_acyclic_206c0', table='quotes_quote', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hop',
            trigger=pgtrigger.compiler.Trigger(name='hop_evidence_equals_span', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."start" IS NOT NULL)', declare='DECLARE stored text;', func='\n            SELECT substr(r.text, NEW."start" + 1, NEW."end" - NEW."start") INTO stored\n            FROM quotes_revision r WHERE r.id = (SELECT a.revision_id FROM quotes_appearance a WHERE a.id = NEW.appearance_id);\n            IF stored IS DISTINCT FROM NEW."evidence" THEN\n                RAISE EXCEPTION \'the text at %..% is not the stored one\', NEW."start", NEW."end"\n                    USING ERRCODE = \'check_violation\', CONSTRAINT = \'hop_evidence_equals_span\';\n            END IF;\n            RETURN NEW;\n        ', hash='f9821797d43181d3dd49b7e26b472629e650dc33', operation='INSERT OR UPDATE OF "start", "end", "evidence"', pgid='pgtrigger_hop_evidence_equals_span_2d4e5', table='quotes_hop', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hop',
            trigger=pgtrigger.compiler.Trigger(name='chain_positions_without_gaps', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE chain bigint; gaps boolean;', func="\n                    chain := COALESCE(NEW.appearance_id, OLD.appearance_id);\n                    SELECT count(*) <> COALESCE(max(h.position) + 1, 0) INTO gaps\n                    FROM quotes_hop h WHERE h.appearance_id = chain;\n                    IF gaps THEN\n                        RAISE EXCEPTION 'the chain of appearance % has a gap', chain\n                            USING ERRCODE = 'check_violation', CONSTRAINT = 'chain_positions_without_gaps';\n                    END IF;\n                    RETURN NULL;\n                ", hash='117a9d49c8f637780cd977bffb7256c71bac994e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_chain_positions_without_gaps_f5877', table='quotes_hop', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appearance',
            trigger=pgtrigger.compiler.Trigger(name='appearance_text_equals_span', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."start" IS NOT NULL)', declare='DECLARE stored text;', func='\n            SELECT substr(r.text, NEW."start" + 1, NEW."end" - NEW."start") INTO stored\n            FROM quotes_revision r WHERE r.id = NEW.revision_id;\n            IF stored IS DISTINCT FROM NEW."text" THEN\n                RAISE EXCEPTION \'the text at %..% is not the stored one\', NEW."start", NEW."end"\n                    USING ERRCODE = \'check_violation\', CONSTRAINT = \'appearance_text_equals_span\';\n            END IF;\n            RETURN NEW;\n        ', hash='8e1e91c619a9f1d3170aa92c4070706e4e898d78', operation='INSERT OR UPDATE OF "start", "end", "text"', pgid='pgtrigger_appearance_text_equals_span_87812', table='quotes_appearance', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appearance',
            trigger=pgtrigger.compiler.Trigger(name='appearance_cue_equals_span', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."cue_start" IS NOT NULL)', declare='DECLARE stored text;', func='\n            SELECT substr(r.text, NEW."cue_start" + 1, NEW."cue_end" - NEW."cue_start") INTO stored\n            FROM quotes_revision r WHERE r.id = NEW.revision_id;\n            IF stored IS DISTINCT FROM NEW."cue" THEN\n                RAISE EXCEPTION \'the text at %..% is not the stored one\', NEW."cue_start", NEW."cue_end"\n                    USING ERRCODE = \'check_violation\', CONSTRAINT = \'appearance_cue_equals_span\';\n            END IF;\n            RETURN NEW;\n        ', hash='517fa1a1be9d1edd1d305e283e0f34ccd90aa82d', operation='INSERT OR UPDATE OF "cue_start", "cue_end", "cue"', pgid='pgtrigger_appearance_cue_equals_span_97ee1', table='quotes_appearance', when='BEFORE')),
        ),
    ]
