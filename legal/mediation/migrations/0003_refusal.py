import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('history', '0005_entry_guarded'),
        ('matters', '0009_tip'),
        ('mediation', '0002_award_of_a_side'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Refusal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('applicant', 'Applicant'), ('respondent', 'Respondent'), ('third', 'Third party')], max_length=12, verbose_name='side')),
                ('reason', models.TextField(max_length=1000, verbose_name='reason')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='declined by')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='refusals', to='matters.matter', verbose_name='matter')),
                ('settlement', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='refusal', to='mediation.settlement', verbose_name='settlement')),
            ],
            options={
                'verbose_name': 'refusal of a settlement',
                'verbose_name_plural': 'refusals of settlements',
                'ordering': ['at'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='mediation_refusal_says_why', violation_error_message='A reason is given for declining a text.')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='refusal',
            trigger=pgtrigger.compiler.Trigger(name='declined', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='6cbdbb66eeb9518ebb845ef4389dbef3c403117a', operation='UPDATE', pgid='pgtrigger_declined_106e4', table='mediation_refusal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='refusal',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'mediation.refusal', 'reason', '')", func='RETURN NULL;', hash='03205e1d1d64f7e7527a1c3003c28a41b3ccff46', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_92174', table='mediation_refusal', when='AFTER')),
        ),
    ]
