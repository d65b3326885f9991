import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('history', '0005_entry_guarded'),
        ('matters', '0001_matters'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='matter',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'id', '', 'title', '')", func='RETURN NULL;', hash='ce43011bafdbd4d03a30650e4bc94bc5625d8b24', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_422f5', table='matters_matter', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='entry',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(execute='public.history_refuse()', func='RETURN NULL;', hash='978484e0f586f41437d2aadb84d4fb0c4bd980a6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4eb3c', table='matters_entry', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='message',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'matters.message', 'body', '')", func='RETURN NULL;', hash='27b9a8102c87b878f8944adc2a0dc67800d4ce52', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_d4f0b', table='matters_message', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='party',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'matters.party', '', 'name,other_name,number,address,email,phone')", func='RETURN NULL;', hash='c5452e397f5a14a884ab9f1d6a864cc03d00fbc1', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_7c038', table='matters_party', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='representative',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'matters.representative', '', 'name')", func='RETURN NULL;', hash='bd6b01950646b8b980f5e1cb56b9cfdca94356e9', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_e4380', table='matters_representative', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='frozen', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='b751efe3b3bd1619f3ef82eb064cf56a63819daa', operation='UPDATE', pgid='pgtrigger_frozen_eb225', table='matters_submission', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'matters.submission', 'content,manifest', 'token')", func='RETURN NULL;', hash='638847e430258f41e812d35de6a94f2fb85e8b4f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_56166', table='matters_submission', when='AFTER')),
        ),
    ]
