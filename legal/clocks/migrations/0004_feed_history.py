import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('clocks', '0003_feed'),
        ('history', '0005_entry_guarded'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='feed',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('enterprises.enterprise', 'enterprise_id', 'clocks.feed', '', 'token')", func='RETURN NULL;', hash='1fbeea395d4ddee11c09eec8133103e96ca60e8d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_bdcb5', table='clocks_feed', when='AFTER')),
        ),
    ]
