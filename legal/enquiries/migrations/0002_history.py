import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('enquiries', '0001_enquiries'),
        ('history', '0005_entry_guarded'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='enquiry',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('enquiries.enquiry', 'id', '', 'facts', '')", func='RETURN NULL;', hash='c8f447b8c724c7c7b065fb733f74e47339bdb33f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_114d4', table='enquiries_enquiry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='conflictcheck',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(execute='public.history_refuse()', func='RETURN NULL;', hash='a8cfe2c1775b635d03c3d60d8df22d7c319c0924', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_66c12', table='enquiries_conflictcheck', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appointment',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('enquiries.enquiry', 'enquiry_id', 'enquiries.appointment', '', '')", func='RETURN NULL;', hash='fe00327f0b50d86c63f2d20a1f8feb03c812477d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_b59e0', table='enquiries_appointment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knownname',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('lawyers.lawyer', 'lawyer_id', 'enquiries.knownname', 'keys', 'name,other_name,number')", func='RETURN NULL;', hash='b618b886cca5d4991a87e81102cac557c7663a1f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_5168b', table='enquiries_knownname', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='message',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('enquiries.enquiry', 'enquiry_id', 'enquiries.message', 'body', '')", func='RETURN NULL;', hash='346ab9dc47f79b392623df4724a70f393606f29b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_7f97a', table='enquiries_message', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='party',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('enquiries.enquiry', 'enquiry_id', 'enquiries.party', 'keys', 'name,other_name,number')", func='RETURN NULL;', hash='9848a9a101fe539a1e59a26ad17c6b54e47b5750', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_c45f9', table='enquiries_party', when='AFTER')),
        ),
    ]
