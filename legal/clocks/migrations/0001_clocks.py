import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('matters', '0005_declarations'),
        ('rules', '0002_history'),
    ]

    operations = [
        migrations.CreateModel(
            name='Deadline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='identifier in calendars')),
                ('sequence', models.PositiveIntegerField(default=0, editable=False, verbose_name='number of changes')),
                ('clock', models.CharField(editable=False, max_length=60, verbose_name='clock')),
                ('whose', models.CharField(choices=[('staff', 'The institution'), ('applicant', 'The applicant'), ('respondent', 'The respondent')], editable=False, max_length=10, verbose_name='who has to act')),
                ('internal', models.BooleanField(default=False, editable=False, verbose_name='for staff alone')),
                ('state', models.CharField(choices=[('running', 'Running'), ('paused', 'Standing still'), ('met', 'Kept'), ('missed', 'Not kept'), ('lapsed', 'No longer runs')], default='running', editable=False, max_length=8, verbose_name='state')),
                ('origin', models.CharField(choices=[('computed', 'Computed from a rule'), ('notified', 'As notified by the institution'), ('extended', 'Extended')], default='computed', max_length=8, verbose_name='where the day comes from')),
                ('started_at', models.DateTimeField(verbose_name='started')),
                ('due', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('provisional', models.BooleanField(default=False, verbose_name='provisional')),
                ('rule_held', models.JSONField(blank=True, default=dict, verbose_name='the rule as it stood')),
                ('calendars', django.contrib.postgres.fields.ArrayField(base_field=models.SlugField(max_length=20), default=list, size=None, verbose_name='calendars')),
                ('explanation', models.JSONField(blank=True, default=dict, verbose_name='why this day')),
                ('ended_at', models.DateTimeField(editable=False, null=True, verbose_name='ended')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                ('next_at', models.DateTimeField(editable=False, null=True, verbose_name='somebody is told next')),
                ('stale', models.BooleanField(default=False, editable=False, verbose_name='a calendar has changed')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='matters.matter', verbose_name='matter')),
                ('rule', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rules.rule', verbose_name='rule')),
            ],
            options={
                'verbose_name': 'deadline of a matter',
                'verbose_name_plural': 'deadlines of matters',
                'ordering': ['started_at', 'pk'],
                'default_permissions': ('view',),
                'indexes': [models.Index(condition=models.Q(('next_at__isnull', False)), fields=['next_at'], name='clocks_to_tell'), models.Index(condition=models.Q(('stale', True)), fields=['id'], name='clocks_stale'), models.Index(condition=models.Q(('state__in', ('running', 'paused'))), fields=['whose', 'due'], name='clocks_open_by_day')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('running', 'paused'))), fields=('matter', 'clock'), name='clocks_deadline_one_open', violation_error_message='This clock runs in the matter already.'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('state__in', ('running', 'paused'))), models.Q(models.Q(('state__in', ('running', 'paused')), _negated=True), ('ended_at__isnull', False)), _connector='OR'), name='clocks_deadline_ended_when_it_is', violation_error_message='A clock has a time at which it ended exactly when it has ended.'), models.CheckConstraint(condition=models.Q(('origin', 'computed'), ('due__isnull', False), _connector='OR'), name='clocks_deadline_entered_has_a_day', violation_error_message='What was entered has a day.')],
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cause', models.CharField(choices=[('pause', 'The clock stood still'), ('calendar', 'A calendar was changed'), ('notified', 'The institution has notified a day'), ('extended', 'The time was extended')], max_length=8, verbose_name='why')),
                ('was', models.DateField(null=True, verbose_name='the day it was')),
                ('now', models.DateField(null=True, verbose_name='the day it is')),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='reason')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who did it')),
                ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='clocks.deadline', verbose_name='deadline of a matter')),
            ],
            options={
                'verbose_name': 'change of a deadline',
                'verbose_name_plural': 'changes of deadlines',
                'ordering': ['at', 'pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('due', models.DateField(verbose_name='last day')),
                ('days', models.SmallIntegerField(verbose_name='days before')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='clocks.deadline', verbose_name='deadline of a matter')),
            ],
            options={
                'verbose_name': 'reminder of a deadline',
                'verbose_name_plural': 'reminders of deadlines',
                'ordering': ['at', 'pk'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('deadline', 'due', 'days'), name='clocks_reminder_once', violation_error_message='This was told already.')],
            },
        ),
        migrations.CreateModel(
            name='Standstill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(null=True, verbose_name='until')),
                ('deadline', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='standstills', to='clocks.deadline', verbose_name='deadline of a matter')),
            ],
            options={
                'verbose_name': 'time a clock stood still',
                'verbose_name_plural': 'times clocks stood still',
                'ordering': ['since', 'pk'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('deadline',), name='clocks_standstill_one_open', violation_error_message='The clock stands still already.'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='clocks_standstill_ends_after_it_begins', violation_error_message='A clock runs again after it has stood still.')],
            },
        ),
    ]
