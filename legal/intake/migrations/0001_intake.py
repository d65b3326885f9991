import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('history', '0005_entry_guarded'),
        ('reference', '0003_rights_to_translate'),
    ]

    operations = [
        migrations.CreateModel(
            name='Intake',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('uploaded', 'Uploaded'), ('checking', 'Dry run under way'), ('checked', 'Waiting for a decision'), ('importing', 'Import under way'), ('imported', 'Imported'), ('failed', 'Failed'), ('discarded', 'Discarded')], default='uploaded', editable=False, max_length=12, verbose_name='state')),
                ('name', models.CharField(max_length=200, verbose_name='archive')),
                ('size', models.PositiveBigIntegerField(verbose_name='bytes')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('brought_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='uploaded')),
                ('failure', models.CharField(blank=True, choices=[('unclean', 'The virus check did not let the archive pass, so nobody has opened it.'), ('altered', 'The archive is no longer the one that was uploaded, so nobody has opened it.'), ('too-long', 'It took longer than the portal allows. Divide the archive into several.'), ('broken', 'It ended with a fault of ours, which has been noted.'), ('gone', 'The portal was interrupted several times at it.')], max_length=8, verbose_name='why it failed')),
                ('done', models.PositiveIntegerField(default=0, editable=False, verbose_name='files done')),
                ('total', models.PositiveIntegerField(default=0, editable=False, verbose_name='files in all')),
                ('attempts', models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='attempts')),
                ('worker', models.CharField(blank=True, editable=False, max_length=64, verbose_name='task that is at it')),
                ('lease_until', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='taken until')),
                ('sent_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='sent to the worker')),
                ('foreseen', models.JSONField(blank=True, default=dict, editable=False, verbose_name='what the dry run counted')),
                ('result', models.JSONField(blank=True, default=dict, editable=False, verbose_name='what the import counted')),
                ('brought_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='uploaded by')),
                ('imported_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='imported by')),
                ('jurisdiction', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.jurisdiction', verbose_name='only laws of')),
            ],
            options={
                'verbose_name': 'import of law',
                'verbose_name_plural': 'imports of law',
                'ordering': ['-brought_at', '-pk'],
                'default_permissions': ('view', 'add'),
                'indexes': [models.Index(condition=models.Q(('state__in', ['uploaded', 'checking', 'importing', 'checked'])), fields=['state'], name='intake_unfinished'), models.Index(fields=['-brought_at', '-id'], name='intake_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'failed'), models.Q(('failure', ''), _negated=True)), models.Q(models.Q(('state', 'failed'), _negated=True), ('failure', '')), _connector='OR'), name='intake_failed_says_why', violation_error_message='An import that failed says why, and no other does.'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['importing', 'imported']), _negated=True), ('imported_by__isnull', False), _connector='OR'), name='intake_import_is_somebodys', violation_error_message='An import was ordered by somebody.'), models.CheckConstraint(condition=models.Q(models.Q(('lease_until', None), ('worker', '')), models.Q(('lease_until__isnull', False), ('state__in', ('checking', 'importing')), models.Q(('worker', ''), _negated=True)), _connector='OR'), name='intake_taken_by_a_worker', violation_error_message='An import a worker is at, and no other, is taken until a certain time.')],
            },
        ),
        migrations.CreateModel(
            name='FoundLaw',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage', models.CharField(choices=[('check', 'Dry run'), ('import', 'Import')], max_length=6, verbose_name='run')),
                ('outcome', models.PositiveSmallIntegerField(choices=[(0, 'Unchanged'), (1, 'Changed'), (2, 'New')], verbose_name='what becomes of it')),
                ('code', models.CharField(max_length=16, verbose_name='jurisdiction')),
                ('slug', models.CharField(max_length=120, verbose_name='slug')),
                ('original_language', models.CharField(max_length=12, verbose_name='language of the original')),
                ('title_zh_hans', models.CharField(blank=True, max_length=500, verbose_name='title')),
                ('title_en', models.CharField(blank=True, max_length=500, verbose_name='title')),
                ('title_ru', models.CharField(blank=True, max_length=500, verbose_name='title')),
                ('intake', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='laws', to='intake.intake', verbose_name='import of law')),
            ],
            options={
                'verbose_name': 'law in an import',
                'verbose_name_plural': 'laws in an import',
                'ordering': ['-outcome', 'pk'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['intake', 'stage', '-outcome', 'id'], name='intake_laws_of_a_run')],
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage', models.CharField(choices=[('check', 'Dry run'), ('import', 'Import')], max_length=6, verbose_name='run')),
                ('rejected', models.BooleanField(verbose_name='rejected')),
                ('file', models.TextField(verbose_name='file')),
                ('line', models.PositiveIntegerField(verbose_name='line')),
                ('message', models.TextField(verbose_name='sentence')),
                ('params', models.JSONField(blank=True, default=dict, verbose_name='what it is filled with')),
                ('intake', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='intake.intake', verbose_name='import of law')),
            ],
            options={
                'verbose_name': 'remark of an import',
                'verbose_name_plural': 'remarks of an import',
                'ordering': ['pk'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['intake', 'stage', 'rejected', 'id'], name='intake_findings_of_a_run')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='intake',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('intake.intake', 'id', '', 'done,total,attempts,worker,lease_until,sent_at,foreseen,result', '')", func='RETURN NULL;', hash='8b392a1abd0e0aa63ee4d4069ac143e1fef89ead', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_6eaab', table='intake_intake', when='AFTER')),
        ),
    ]
