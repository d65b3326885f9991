import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('history', '0005_entry_guarded'),
        ('advice', '0001_advice'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='article',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'advice.article', '', '')", func='RETURN NULL;', hash='86784bd70fba95892d7e9bdb627aeaff2ab75fb5', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_e95c9', table='advice_article', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='letter',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'advice.letter', 'body', '')", func='RETURN NULL;', hash='81939df0117d04df761edbe75ea49990e741bf7f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_f1f01', table='advice_letter', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='question',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'advice.question', 'text', '')", func='RETURN NULL;', hash='0ec33bae51efdbedc40b8b190c031d4c96fabf5a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_8ddfb', table='advice_question', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='remark',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'advice.remark', 'body,proposal', '')", func='RETURN NULL;', hash='a214065839061d60a3f19b0741629403768e70ad', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_25ae4', table='advice_remark', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'advice.review', 'points,counterparty', '')", func='RETURN NULL;', hash='bec00ea69f3695127f73c1332d3707f1f66bc5c8', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_f1da6', table='advice_review', when='AFTER')),
        ),
    ]
