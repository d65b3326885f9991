import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('contenttypes', '0002_remove_content_type_name'),
        ('history', '0003_entry_sealed'),
    ]

    operations = [
        migrations.CreateModel(
            name='File',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('owner_key', models.CharField(max_length=36, verbose_name='owner')),
                ('purpose', models.CharField(max_length=60, verbose_name='purpose')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('media_type', models.CharField(max_length=100, verbose_name='type')),
                ('size', models.PositiveBigIntegerField(verbose_name='bytes')),
                ('sha256', models.CharField(blank=True, max_length=64, verbose_name='SHA-256')),
                ('sensitive', models.BooleanField(default=False, verbose_name='each reading is recorded')),
                ('state', models.CharField(choices=[('receiving', 'Being sent'), ('quarantined', 'Waiting for the virus check'), ('clean', 'Received'), ('infected', 'Destroyed: it held a virus'), ('failed', 'Could not be checked')], max_length=12, verbose_name='state')),
                ('received_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='received')),
                ('expires_at', models.DateTimeField(blank=True, null=True, verbose_name='kept until, unless handed in')),
                ('scanned_at', models.DateTimeField(blank=True, null=True, verbose_name='scanned')),
                ('scanner', models.CharField(blank=True, max_length=200, verbose_name='scanned by')),
                ('finding', models.CharField(blank=True, max_length=200, verbose_name='what the scanner said')),
                ('scan_attempts', models.PositiveIntegerField(default=0, verbose_name='attempts to scan')),
                ('scan_after', models.DateTimeField(blank=True, null=True, verbose_name='next scanned')),
                ('owner_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contenttypes.contenttype', verbose_name='kind of owner')),
                ('uploaded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='sent by')),
            ],
            options={
                'verbose_name': 'file',
                'verbose_name_plural': 'files',
                'ordering': ['-received_at', 'pk'],
                'indexes': [models.Index(fields=['owner_type', 'owner_key'], name='files_of_an_owner'), models.Index(condition=models.Q(('state', 'quarantined')), fields=['scan_after'], name='files_to_be_scanned'), models.Index(condition=models.Q(('expires_at__isnull', False)), fields=['expires_at'], name='files_unclaimed')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['receiving', 'quarantined', 'clean', 'infected', 'failed'])), name='files_state_is_known', violation_error_message='A file is in one of the known states.'), models.CheckConstraint(condition=models.Q(models.Q(('sha256', ''), ('state', 'receiving')), models.Q(models.Q(('state', 'receiving'), _negated=True), ('sha256__regex', '^[0-9a-f]{64}$')), _connector='OR'), name='files_received_has_checksum', violation_error_message='A file that was received has its checksum, and no other.'), models.CheckConstraint(condition=models.Q(models.Q(('scan_after__isnull', False), ('state', 'quarantined')), models.Q(models.Q(('state', 'quarantined'), _negated=True), ('scan_after', None)), _connector='OR'), name='files_quarantined_awaits_its_scan', violation_error_message='A file in quarantine, and no other, has a time at which it is scanned.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'infected'), _negated=True), models.Q(models.Q(('finding', ''), _negated=True), models.Q(('scanner', ''), _negated=True)), _connector='OR'), name='files_infected_says_of_what', violation_error_message='A file that was destroyed says what was found in it, and by whom.'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='files_has_a_name', violation_error_message='A file has a name.'), models.CheckConstraint(condition=models.Q(('size__gt', 0)), name='files_holds_something', violation_error_message='A file is not empty.')],
            },
        ),
        migrations.CreateModel(
            name='Upload',
            fields=[
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, serialize=False, to='files.file', verbose_name='file')),
                ('offset', models.PositiveBigIntegerField(default=0, verbose_name='bytes received')),
            ],
            options={
                'verbose_name': 'upload',
                'verbose_name_plural': 'uploads',
            },
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('address', models.GenericIPAddressField(null=True, verbose_name='from the address')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='read at')),
                ('by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='read by')),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='readings', to='files.file', verbose_name='file')),
            ],
            options={
                'verbose_name': 'reading',
                'verbose_name_plural': 'readings',
                'ordering': ['-at', '-pk'],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='file',
            trigger=pgtrigger.compiler.Trigger(name='files_course', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{receiving:quarantined,quarantined:clean,quarantined:infected,quarantined:failed,failed:quarantined,clean:infected}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='14ff09f755d1c27742cd397a5a69a3ca50670504', operation='UPDATE', pgid='pgtrigger_files_course_9a1dd', table='files_file', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='file',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('files.file', 'id', '', 'scan_after,scan_attempts', '')", func='RETURN NULL;', hash='7ec1e42f40c52f39c63738f9214ca257af5607bb', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_b8d16', table='files_file', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reading',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(execute='public.history_refuse()', func='RETURN NULL;', hash='4d24b5785ba5e60e241a7149389fc6510d2195ff', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9cd80', table='files_reading', when='BEFORE')),
        ),
    ]
