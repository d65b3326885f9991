import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('history', '0005_entry_guarded'),
        ('fees', '0001_fees'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='payee',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('fees.payee', 'id', '', '', '')", func='RETURN NULL;', hash='a549e3a7c06a02e4b8eb36d27924a88ca0f2408f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_351f6', table='fees_payee', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feeline',
            trigger=pgtrigger.compiler.Trigger(name='frozen', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='39cbfcb74456276a900cb3305a0b7402009d7406', operation='UPDATE', pgid='pgtrigger_frozen_3f30a', table='fees_feeline', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feeline',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('fees.feenotice', 'notice_id', 'fees.feeline', '', 'words_zh,words_en,words_ru')", func='RETURN NULL;', hash='921c10ffde24449700fc22dccb45fd852d6a056b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_53148', table='fees_feeline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feenotice',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('fees.feenotice', 'id', '', 'account,basis', 'reason')", func='RETURN NULL;', hash='e1cbea26714b2e20778c41383d4dc85a0bbc0f21', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_2bd4d', table='fees_feenotice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proof',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('fees.feenotice', 'notice_id', 'fees.proof', '', 'reference,reason')", func='RETURN NULL;', hash='46574778e3e283f3f8bb540eb035287ef7d2d594', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_e5872', table='fees_proof', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payment',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('fees.feenotice', 'notice_id', 'fees.payment', '', 'reference')", func='RETURN NULL;', hash='6ed9312f813848f6ebc71be86f5e05bc34565a06', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_11b80', table='fees_payment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relief',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('fees.feenotice', 'notice_id', 'fees.relief', '', 'reason,reference')", func='RETURN NULL;', hash='dfbf62daeff677af37abd2ca1a1a79e67ac36a52', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_cfb76', table='fees_relief', when='AFTER')),
        ),
    ]
