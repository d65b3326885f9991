import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('clocks', '0001_clocks'),
        ('history', '0005_entry_guarded'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='deadline',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'clocks.deadline', 'explanation,rule_held,next_at,stale', '')", func='RETURN NULL;', hash='38f1f02095ea4b50b27118e40dd7ed7063d38192', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_dc03d', table='clocks_deadline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='change',
            trigger=pgtrigger.compiler.Trigger(name='frozen', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='e7e5d91a84edcf5b447c9c400bff50e8e8511399', operation='UPDATE', pgid='pgtrigger_frozen_5c6ca', table='clocks_change', when='BEFORE')),
        ),
    ]
