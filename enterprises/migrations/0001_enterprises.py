import django.db.models.deletion
import django.db.models.functions.text
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
        ('history', '0005_entry_guarded'),
        ('reference', '0003_rights_to_translate'),
    ]

    operations = [
        migrations.CreateModel(
            name='Industry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True, verbose_name='slug')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('name_zh_hans', models.CharField(max_length=120, null=True, verbose_name='name')),
                ('name_en', models.CharField(max_length=120, null=True, verbose_name='name')),
                ('name_ru', models.CharField(max_length=120, null=True, verbose_name='name')),
                ('weight', models.CharField(blank=True, choices=[('key', 'Key industry'), ('supporting', 'Supporting industry')], help_text='Leave it empty until a source says which it is.', max_length=12, verbose_name='standing in the zone')),
                ('position', models.PositiveSmallIntegerField(default=1000, verbose_name='position')),
            ],
            options={
                'verbose_name': 'industry',
                'verbose_name_plural': 'industries',
                'ordering': ['position', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='Sheet',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('export', 'Export'), ('import', 'Import')], max_length=8, verbose_name='kind')),
                ('state', models.CharField(choices=[('waiting', 'Being made'), ('ready', 'Ready'), ('faulty', 'To be mended'), ('applying', 'Being imported'), ('done', 'Imported')], default='waiting', max_length=8, verbose_name='state')),
                ('narrowing', models.JSONField(blank=True, default=dict, verbose_name='narrowed to')),
                ('language', models.CharField(max_length=10, verbose_name='language')),
                ('total', models.PositiveIntegerField(default=0, verbose_name='rows in all')),
                ('faults', models.JSONField(blank=True, default=list, verbose_name='what is wrong')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='asked for')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked for by')),
            ],
            options={
                'verbose_name': 'spreadsheet',
                'verbose_name_plural': 'spreadsheets',
                'ordering': ['-created_at'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Enterprise',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(editable=False, max_length=12, unique=True, verbose_name='key')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('submitted', 'Submitted'), ('in-review', 'Being checked'), ('returned', 'Returned for completion'), ('rejected', 'Rejected'), ('verified', 'Verified'), ('suspended', 'Suspended')], default='draft', editable=False, max_length=12, verbose_name='state')),
                ('register_name', models.CharField(blank=True, max_length=200, verbose_name='name in the register')),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='name')),
                ('name_zh_hans', models.CharField(blank=True, max_length=200, null=True, verbose_name='name')),
                ('name_en', models.CharField(blank=True, max_length=200, null=True, verbose_name='name')),
                ('name_ru', models.CharField(blank=True, max_length=200, null=True, verbose_name='name')),
                ('name_key', models.CharField(blank=True, editable=False, max_length=400, verbose_name='sorting key of the name')),
                ('name_key_zh_hans', models.CharField(blank=True, editable=False, max_length=400, null=True, verbose_name='sorting key of the name')),
                ('name_key_en', models.CharField(blank=True, editable=False, max_length=400, null=True, verbose_name='sorting key of the name')),
                ('name_key_ru', models.CharField(blank=True, editable=False, max_length=400, null=True, verbose_name='sorting key of the name')),
                ('legal_form', models.CharField(blank=True, max_length=120, verbose_name='legal form')),
                ('address', models.CharField(blank=True, max_length=500, verbose_name='address')),
                ('phone', models.CharField(blank=True, max_length=20, verbose_name='telephone')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('representative', models.CharField(blank=True, max_length=150, verbose_name='legal representative')),
                ('in_zone', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('applied', 'Applied for')], max_length=8, verbose_name='registered in the zone')),
                ('unfinished', models.JSONField(blank=True, default=dict, editable=False, verbose_name='typed, but not right yet')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='begun')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                ('submitted_at', models.DateTimeField(editable=False, null=True, verbose_name='waiting since')),
                ('verified_at', models.DateTimeField(editable=False, null=True, verbose_name='verified')),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.jurisdiction', verbose_name='country of registration')),
                ('industry', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enterprises.industry', verbose_name='industry')),
            ],
            options={
                'verbose_name': 'enterprise',
                'verbose_name_plural': 'enterprises',
                'ordering': ['-pk'],
                'permissions': [('verify_enterprise', 'Can decide registrations: verify, return, reject, suspend'), ('import_enterprise', 'Can import enterprises from a spreadsheet')],
                'indexes': [models.Index(condition=models.Q(('state__in', ('submitted', 'in-review'))), fields=['submitted_at'], name='enterprises_queue'), models.Index(fields=['state', '-id'], name='enterprises_by_state'), models.Index(fields=['country', '-id'], name='enterprises_by_country'), models.Index(fields=['name_zh_hans'], name='enterprises_name_zh', opclasses=['varchar_pattern_ops']), models.Index(fields=['name_key_en'], name='enterprises_name_en', opclasses=['varchar_pattern_ops']), models.Index(fields=['name_key_ru'], name='enterprises_name_ru', opclasses=['varchar_pattern_ops']), models.Index(fields=['register_name'], name='enterprises_name_register', opclasses=['varchar_pattern_ops']), models.Index(fields=['email'], name='enterprises_email', opclasses=['varchar_pattern_ops'])],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'returned')), models.Q(('name_zh_hans__gt', ''), ('name_zh_hans__isnull', False)), models.Q(('name_en__gt', ''), ('name_en__isnull', False)), models.Q(('name_ru__gt', ''), ('name_ru__isnull', False)), _connector='OR'), name='enterprises_submitted_has_a_name', violation_error_message='An enterprise needs a name in one language at least.'), models.CheckConstraint(condition=models.Q(('state', 'draft'), ('submitted_at__isnull', False), _connector='OR'), name='enterprises_waiting_since', violation_error_message='What was submitted has the day it was submitted on.')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                ('role', models.CharField(choices=[('owner', 'Owner'), ('representative', 'Representative'), ('viewer', 'Viewer')], max_length=16, verbose_name='role')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], default='zh-hans', max_length=10, verbose_name='language of the letter')),
                ('state', models.CharField(choices=[('prepared', 'To be sent with the registration'), ('sent', 'Sent'), ('accepted', 'Accepted'), ('withdrawn', 'Withdrawn'), ('expired', 'Expired')], default='prepared', editable=False, max_length=12, verbose_name='state')),
                ('nonce', models.CharField(blank=True, default='', editable=False, max_length=40, verbose_name='what its token is made of')),
                ('token_hash', models.CharField(blank=True, default='', editable=False, max_length=64, verbose_name='hash of its token')),
                ('expires_at', models.DateTimeField(editable=False, null=True, verbose_name='expires')),
                ('sent_at', models.DateTimeField(editable=False, null=True, verbose_name='sent')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='made')),
                ('enterprise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='enterprises.enterprise', verbose_name='enterprise')),
                ('invited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='invited by')),
            ],
            options={
                'verbose_name': 'invitation',
                'verbose_name_plural': 'invitations',
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['token_hash'], name='enterprises_invitation_token')],
                'constraints': [models.UniqueConstraint(models.F('enterprise'), django.db.models.functions.text.Lower('email'), condition=models.Q(('state__in', ('prepared', 'sent', 'expired'))), name='enterprises_invitation_one_an_address', violation_error_message='This address has been invited already.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'sent'), _negated=True), models.Q(('expires_at__isnull', False), models.Q(('token_hash', ''), _negated=True)), _connector='OR'), name='enterprises_invitation_sent_has_token', violation_error_message='An invitation that was sent has a token and a day it ends on.')],
            },
        ),
        migrations.CreateModel(
            name='JoinRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', models.CharField(max_length=20, verbose_name='kind of number')),
                ('value', models.CharField(max_length=40, verbose_name='number')),
                ('state', models.CharField(choices=[('asked', 'Waiting for an answer'), ('agreed', 'Agreed'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn'), ('expired', 'Expired')], default='asked', editable=False, max_length=12, verbose_name='state')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='asked')),
                ('enterprise', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='join_requests', to='enterprises.enterprise', verbose_name='enterprise')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='join_requests', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'request to join',
                'verbose_name_plural': 'requests to join',
                'ordering': ['-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'asked')), fields=('person', 'scheme', 'value'), name='enterprises_joining_once', violation_error_message='You have asked already.')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('owner', 'Owner'), ('representative', 'Representative'), ('viewer', 'Viewer')], max_length=16, verbose_name='role')),
                ('joined_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='joined')),
                ('enterprise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='enterprises.enterprise', verbose_name='enterprise')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'member',
                'verbose_name_plural': 'members',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('enterprise', 'person'), name='enterprises_membership_once', violation_error_message='This person is a member already.'), models.CheckConstraint(condition=models.Q(('role__in', ['owner', 'representative', 'viewer'])), name='enterprises_membership_role_is_known', violation_error_message='A member is an owner, a representative or a viewer.')],
            },
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('field', models.CharField(max_length=40, verbose_name='field')),
                ('text', models.CharField(max_length=1000, verbose_name='what is missing')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='made')),
                ('answered_at', models.DateTimeField(editable=False, null=True, verbose_name='submitted again')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
                ('enterprise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='enterprises.enterprise', verbose_name='enterprise')),
            ],
            options={
                'verbose_name': 'remark',
                'verbose_name_plural': 'remarks',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Transfer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('asked', 'Waiting for an answer'), ('agreed', 'Agreed'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn'), ('expired', 'Expired')], default='asked', editable=False, max_length=12, verbose_name='state')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='asked')),
                ('expires_at', models.DateTimeField(verbose_name='expires')),
                ('enterprise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='transfers', to='enterprises.enterprise', verbose_name='enterprise')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='from the owner')),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='to the member')),
            ],
            options={
                'verbose_name': 'transfer of ownership',
                'verbose_name_plural': 'transfers of ownership',
                'ordering': ['-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'asked')), fields=('enterprise',), name='enterprises_transfer_one_at_a_time', violation_error_message='A transfer of ownership waits for an answer already.'), models.CheckConstraint(condition=models.Q(('owner', models.F('to')), _negated=True), name='enterprises_transfer_to_another', violation_error_message='Ownership is transferred to somebody else.')],
            },
        ),
        migrations.CreateModel(
            name='Identifier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', models.CharField(max_length=20, verbose_name='kind of number')),
                ('typed', models.CharField(max_length=80, verbose_name='as typed')),
                ('value', models.CharField(max_length=40, verbose_name='number')),
                ('checked', models.CharField(choices=[('none', 'Nothing is known here of how such numbers are made, so nothing was checked.'), ('format', 'Only the length and the kind of characters were checked, not the number itself.'), ('check-digit', 'The check digit is right. Whether the number was issued, only its register can say.'), ('register', 'Compared by an officer with the papers or the public register.')], max_length=12, verbose_name='how far it was checked')),
                ('held', models.BooleanField(default=False, editable=False, verbose_name='held by a verified enterprise')),
                ('verified_at', models.DateTimeField(null=True, verbose_name='verified')),
                ('enterprise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='identifiers', to='enterprises.enterprise', verbose_name='enterprise')),
                ('verified_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='verified by')),
            ],
            options={
                'verbose_name': 'registration number',
                'verbose_name_plural': 'registration numbers',
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['value'], name='enterprises_identifier_value', opclasses=['varchar_pattern_ops'])],
                'constraints': [models.UniqueConstraint(fields=('enterprise', 'scheme'), name='enterprises_identifier_one_of_a_kind', violation_error_message='An enterprise has one number of a kind.'), models.UniqueConstraint(condition=models.Q(('held', True)), fields=('scheme', 'value'), name='enterprises_identifier_held_once', violation_error_message='Another verified enterprise holds this number.'), models.CheckConstraint(condition=models.Q(models.Q(('verified_at__isnull', True), ('verified_by__isnull', True)), models.Q(('verified_at__isnull', False), ('verified_by__isnull', False)), _connector='OR'), name='enterprises_identifier_verified_by_somebody', violation_error_message='A verified number has both the officer and the time.')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='industry',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('enterprises.industry', 'id', '', '', '')", func='RETURN NULL;', hash='3a83016870b1770d5ecb69d5de976dd3066f4af2', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_6f193', table='enterprises_industry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='identifier',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('enterprises.identifier', 'id', '', '', '')", func='RETURN NULL;', hash='dc4032035029c0cd9d86950118bc099eac1fb0b6', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_40fbe', table='enterprises_identifier', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='enterprise',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('enterprises.enterprise', 'id', '', '', '')", func='RETURN NULL;', hash='c51e1694e6facac612ae452c59657d72db8a4b24', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_8bbf4', table='enterprises_enterprise', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='invitation',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('enterprises.invitation', 'id', '', '', 'nonce,token_hash')", func='RETURN NULL;', hash='2355dc4462ae18f13cdad15b69f54f83156ead1a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_2fc20', table='enterprises_invitation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='joinrequest',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('enterprises.joinrequest', 'id', '', '', '')", func='RETURN NULL;', hash='eb01a9b7f5e48825aff97d013072f049084c11e0', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_78e58', table='enterprises_joinrequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('enterprises.membership', 'id', '', '', '')", func='RETURN NULL;', hash='b760d3aadb61a9683551951114699f1112d1c2bb', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_947fa', table='enterprises_membership', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='remark',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('enterprises.remark', 'id', '', '', '')", func='RETURN NULL;', hash='c31119ee97b58431d36f8e581c53b34876905fe4', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_7803b', table='enterprises_remark', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sheet',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('enterprises.sheet', 'id', '', '', '')", func='RETURN NULL;', hash='9aa26896b2487e2b05eac32ba731d1e8db239967', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_6a44a', table='enterprises_sheet', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='transfer',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('enterprises.transfer', 'id', '', '', '')", func='RETURN NULL;', hash='a700ef3cd763cbff5b353e96ec411356b20af670', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_8a6dc', table='enterprises_transfer', when='AFTER')),
        ),
    ]
