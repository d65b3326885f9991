import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('exhibits', '0001_exhibits'),
        ('history', '0005_entry_guarded'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='exhibit',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('exhibits.exhibit', 'id', '', '', 'name,purpose,source,translator')", func='RETURN NULL;', hash='caefa9f5a937c8101900e404a355930b1232ec5b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_b1590', table='exhibits_exhibit', when='AFTER')),
        ),
    ]
