import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('history', '0005_entry_guarded'),
        ('bundles', '0001_bundles'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='bundle',
            trigger=pgtrigger.compiler.Trigger(name='frozen', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='f9ed9b383eecf818ac0dccf4b53c45b0318dd76e', operation='UPDATE', pgid='pgtrigger_frozen_89655', table='bundles_bundle', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bundle',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'bundles.bundle', 'texts,sources,manifest', '')", func='RETURN NULL;', hash='8eed21a7c75e6b3735bbbe95eb80106841325c6b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_191bd', table='bundles_bundle', when='AFTER')),
        ),
    ]
