import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('history', '0005_entry_guarded'),
        ('serving', '0001_serving'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='answer',
            trigger=pgtrigger.compiler.Trigger(name='frozen', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='e9e67450d58d68d0be98dc1b5b89624b86dab563', operation='UPDATE', pgid='pgtrigger_frozen_b0ac4', table='serving_answer', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='answer',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'serving.answer', 'text,counterclaim,content,manifest', 'token')", func='RETURN NULL;', hash='af093992c3a11e48ee6ffab0645cc7907b0f32a7', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_bb88c', table='serving_answer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='answerdraft',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'serving.answerdraft', '', 'text,counterclaim')", func='RETURN NULL;', hash='781676ba5839eba01ea1d188309512f1fc1e60e1', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_0dc4c', table='serving_answerdraft', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='invitation',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'serving.invitation', '', 'email,nonce,token_hash')", func='RETURN NULL;', hash='c73303dd3edc3972fdd4e5faa852f0cf3ac3794f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_c0338', table='serving_invitation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='paper',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'serving.paper', '', 'name,purpose')", func='RETURN NULL;', hash='7b3fd4f124e69fc58e925b83cb1feba90ca20229', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_58138', table='serving_paper', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'serving.participant', '', '')", func='RETURN NULL;', hash='bb8f3c9230b798a1cf771708aef55ef127b2e3de', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_5e12e', table='serving_participant', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recipient',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'serving.recipient', '', 'name,recipient,aim')", func='RETURN NULL;', hash='f095e1ab4842021a08818640a4a372a80e4cc22a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_2e0f1', table='serving_recipient', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='service',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'serving.service', '', '')", func='RETURN NULL;', hash='58ade39e3069b73357cd3ca5cf661c79909d53ad', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_806fc', table='serving_service', when='AFTER')),
        ),
    ]
