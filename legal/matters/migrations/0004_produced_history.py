import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('history', '0005_entry_guarded'),
        ('matters', '0003_produced'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='produced',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'matters.produced', '', '')", func='RETURN NULL;', hash='2f19353b0cc97c653fffd5ecc624e0f4bc373f9c', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_f8b44', table='matters_produced', when='AFTER')),
        ),
    ]
