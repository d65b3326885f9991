

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('matters', '0007_queue'),
    ]

    operations = [
        migrations.CreateModel(
            name='Stamp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.BinaryField(verbose_name='time-stamp')),
                ('at', models.DateTimeField(verbose_name='time of the authority')),
                ('authority', models.CharField(max_length=500, verbose_name='time-stamping authority')),
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='stamp', to='matters.submission', verbose_name='submission')),
            ],
            options={
                'verbose_name': 'time-stamp of a submission',
                'verbose_name_plural': 'time-stamps of submissions',
                'default_permissions': (),
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stamp',
            trigger=pgtrigger.compiler.Trigger(name='frozen', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='733f6815b02a2452f551632bf997dd4d9222d045', operation='UPDATE', pgid='pgtrigger_frozen_1a750', table='matters_stamp', when='BEFORE')),
        ),
    ]
