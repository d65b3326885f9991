import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('matters', '0008_stamp'),
    ]

    operations = [
        migrations.CreateModel(
            name='Tip',
            fields=[
                ('matter', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='tip', serialize=False, to='matters.matter', verbose_name='matter')),
                ('length', models.PositiveIntegerField(verbose_name='number of entries')),
                ('hash', models.CharField(max_length=64, verbose_name='sum of the last entry')),
            ],
            options={
                'verbose_name': 'end of a history',
                'verbose_name_plural': 'ends of histories',
                'default_permissions': (),
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='tip',
            trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(execute='public.history_refuse()', func='RETURN NULL;', hash='1aacd3c08c076e72709becc7896e888ffb5db3d7', operation='DELETE', pgid='pgtrigger_stays_a44e8', table='matters_tip', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='tip',
            trigger=pgtrigger.compiler.Trigger(name='moves_on', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."length" <= (OLD."length"))', execute='public.history_refuse()', func='RETURN NULL;', hash='8d4e781c993d10bd202d17a2a22664ee38086ae4', operation='UPDATE', pgid='pgtrigger_moves_on_832a1', table='matters_tip', when='BEFORE')),
        ),
        # Of what stands already.
        migrations.RunSQL(
            """
            INSERT INTO matters_tip (matter_id, length, hash)
            SELECT DISTINCT ON (matter_id) matter_id, "position", hash FROM matters_entry
            ORDER BY matter_id, "position" DESC
            """,
            migrations.RunSQL.noop,
        ),
    ]
