import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('matters', '0004_produced_history'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='matter',
            options={'ordering': ['-begun_at', '-pk'], 'permissions': [('view_every_matter', 'Can look through the matters of every kind')], 'verbose_name': 'matter', 'verbose_name_plural': 'matters'},
        ),
        migrations.CreateModel(
            name='Declaration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('conflict', models.BooleanField(verbose_name='conflict of interest')),
                ('words', models.PositiveSmallIntegerField(default=1, verbose_name='version of the words')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='declarations', to='matters.matter', verbose_name='matter')),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='officer')),
            ],
            options={
                'verbose_name': 'declaration about a conflict of interest',
                'verbose_name_plural': 'declarations about conflicts of interest',
                'ordering': ['at', 'pk'],
                'default_permissions': ('view',),
                'constraints': [models.UniqueConstraint(fields=('officer', 'matter', 'conflict'), name='matters_declared_once', violation_error_message='This was declared already.')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='declaration',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(execute='public.history_refuse()', func='RETURN NULL;', hash='7048ca5e295ccadc4bacd1b18b386256a4a49109', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c5378', table='matters_declaration', when='BEFORE')),
        ),
    ]
