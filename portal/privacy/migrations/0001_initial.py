import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='ConsentText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('terms', 'Terms of use'), ('privacy', 'Use of personal data'), ('sensitive', 'Sensitive personal data'), ('sharing', 'Sharing with a named third party'), ('abroad', 'Personal data leaving China')], max_length=10, verbose_name='purpose')),
                ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                ('title', models.CharField(max_length=150, verbose_name='title')),
                ('title_zh_hans', models.CharField(max_length=150, null=True, verbose_name='title')),
                ('title_en', models.CharField(max_length=150, null=True, verbose_name='title')),
                ('title_ru', models.CharField(max_length=150, null=True, verbose_name='title')),
                ('body', models.TextField(help_text='An empty line begins a new paragraph.', verbose_name='text')),
                ('body_zh_hans', models.TextField(help_text='An empty line begins a new paragraph.', null=True, verbose_name='text')),
                ('body_en', models.TextField(help_text='An empty line begins a new paragraph.', null=True, verbose_name='text')),
                ('body_ru', models.TextField(help_text='An empty line begins a new paragraph.', null=True, verbose_name='text')),
                ('is_approved', models.BooleanField(default=False, verbose_name='approved by the operator')),
                ('in_force_from', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='in force from')),
            ],
            options={
                'verbose_name': 'text of a consent',
                'verbose_name_plural': 'texts of consents',
                'ordering': ['purpose', '-version'],
                'constraints': [models.UniqueConstraint(fields=('purpose', 'version'), name='privacy_text_version_once', violation_error_message='There is already a text of this purpose with this version.')],
            },
        ),
        migrations.CreateModel(
            name='DataExport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language')),
                ('state', models.CharField(choices=[('waiting', 'Waiting for its turn'), ('making', 'Being made'), ('ready', 'Ready'), ('failed', 'Failed')], default='waiting', max_length=8, verbose_name='state')),
                ('progress', models.PositiveSmallIntegerField(default=0, verbose_name='percent made')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                ('worker', models.CharField(blank=True, editable=False, max_length=64, verbose_name='task that makes it')),
                ('lease_until', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='taken until')),
                ('file', models.FileField(blank=True, upload_to='exports/', verbose_name='file')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='asked for')),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='sent to the worker')),
                ('made_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='made')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='data_exports', to=settings.AUTH_USER_MODEL, verbose_name='user')),
            ],
            options={
                'verbose_name': 'copy of personal data',
                'verbose_name_plural': 'copies of personal data',
                'ordering': ['-asked_at', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('waiting', 'making'))), fields=('user',), name='privacy_export_one_at_a_time', violation_error_message='A copy of these data is being made already.'), models.CheckConstraint(condition=models.Q(models.Q(('made_at__isnull', False), ('state', 'ready'), models.Q(('file', ''), _negated=True)), models.Q(('state', 'ready'), _negated=True), _connector='OR'), name='privacy_export_ready_has_file', violation_error_message='A copy that is ready is there, with the time it was made.'), models.CheckConstraint(condition=models.Q(models.Q(('lease_until__isnull', False), ('state', 'making')), models.Q(models.Q(('state', 'making'), _negated=True), ('lease_until', None)), _connector='OR'), name='privacy_export_making_has_lease', violation_error_message='A copy being made, and no other, is taken until a certain time.')],
            },
        ),
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kept', models.JSONField(blank=True, default=list, verbose_name='what was kept, and why')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='deleted')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='deleted by')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='erasure', to=settings.AUTH_USER_MODEL, verbose_name='user')),
            ],
            options={
                'verbose_name': 'deleted account',
                'verbose_name_plural': 'deleted accounts',
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='RetentionRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.SlugField(max_length=40, unique=True, verbose_name='kind of record')),
                ('name', models.CharField(max_length=150, verbose_name='name')),
                ('name_zh_hans', models.CharField(max_length=150, null=True, verbose_name='name')),
                ('name_en', models.CharField(max_length=150, null=True, verbose_name='name')),
                ('name_ru', models.CharField(max_length=150, null=True, verbose_name='name')),
                ('days', models.PositiveIntegerField(blank=True, help_text='Empty: kept until it is decided, and nothing is deleted.', null=True, verbose_name='days kept')),
                ('least_days', models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name='days the law wants at least')),
                ('ground', models.CharField(choices=[('open', 'Not decided yet'), ('law', 'Law'), ('operator', 'Decision of the operator'), ('working', 'A working file, which can be made again')], default='open', max_length=10, verbose_name='ground')),
                ('basis', models.TextField(help_text='The source of the figure, or who has to decide it.', verbose_name='basis')),
                ('basis_zh_hans', models.TextField(help_text='The source of the figure, or who has to decide it.', null=True, verbose_name='basis')),
                ('basis_en', models.TextField(help_text='The source of the figure, or who has to decide it.', null=True, verbose_name='basis')),
                ('basis_ru', models.TextField(help_text='The source of the figure, or who has to decide it.', null=True, verbose_name='basis')),
            ],
            options={
                'verbose_name': 'retention rule',
                'verbose_name_plural': 'retention rules',
                'ordering': ['kind'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('days', None), ('ground', 'open')), models.Q(('days__isnull', False), models.Q(('ground', 'open'), _negated=True)), _connector='OR'), name='privacy_retention_has_ground', violation_error_message='A number of days has a ground; without a number nothing is decided yet.'), models.CheckConstraint(condition=models.Q(('days', None), ('least_days', None), ('days__gte', models.F('least_days')), _connector='OR'), name='privacy_retention_least_days', violation_error_message='The law wants these records kept longer than that.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'security-log'), _negated=True), models.Q(('least_days__gte', 184), ('least_days__isnull', False)), _connector='OR'), name='privacy_retention_security_log', violation_error_message='Security logs are kept for six months at least.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'impact-assessment'), _negated=True), models.Q(('least_days__gte', 1096), ('least_days__isnull', False)), _connector='OR'), name='privacy_retention_impact', violation_error_message='Impact assessments are kept for three years at least.')],
            },
        ),
        migrations.CreateModel(
            name='SecurityEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('signed-in', 'Signed in'), ('failed', 'Signing in failed'), ('signed-out', 'Signed out'), ('session-ended', 'Signed out another device'), ('password-changed', 'Password changed'), ('email-changed', 'E-mail address changed'), ('factor-added', 'Second factor added'), ('factor-removed', 'Second factor removed'), ('role-changed', 'Role changed'), ('console-entered', 'Console entered'), ('export-made', 'Copy of personal data made'), ('export-taken', 'Copy of personal data downloaded'), ('account-deleted', 'Account deleted')], max_length=20, verbose_name='what happened')),
                ('address', models.GenericIPAddressField(blank=True, null=True, verbose_name='network address')),
                ('agent', models.CharField(blank=True, max_length=200, verbose_name='browser')),
                ('detail', models.CharField(blank=True, max_length=100, verbose_name='detail')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='security_events', to=settings.AUTH_USER_MODEL, verbose_name='user')),
            ],
            options={
                'verbose_name': 'security event',
                'verbose_name_plural': 'security log',
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['user', '-at'], name='privacy_security_of_user'), models.Index(fields=['-at'], name='privacy_security_newest')],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('terms', 'Terms of use'), ('privacy', 'Use of personal data'), ('sensitive', 'Sensitive personal data'), ('sharing', 'Sharing with a named third party'), ('abroad', 'Personal data leaving China')], max_length=10, verbose_name='purpose')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language shown')),
                ('recipient', models.CharField(blank=True, max_length=200, verbose_name='recipient')),
                ('aim', models.CharField(blank=True, max_length=200, verbose_name='what for')),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='given')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='privacy.consenttext', verbose_name='text')),
            ],
            options={
                'verbose_name': 'consent',
                'verbose_name_plural': 'consents',
                'ordering': ['-given_at', '-pk'],
                'indexes': [models.Index(fields=['user', 'purpose', 'recipient'], name='privacy_consent_asked')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('aim__gt', ''), ('purpose__in', ('sharing', 'abroad')), ('recipient__gt', '')), models.Q(models.Q(('purpose__in', ('sharing', 'abroad')), _negated=True), ('aim', ''), ('recipient', '')), _connector='OR'), name='privacy_consent_names_recipient', violation_error_message='A consent to sharing names who receives the data and what for.')],
            },
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='withdrawn')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('consent', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='privacy.consent', verbose_name='consent')),
            ],
            options={
                'verbose_name': 'withdrawal of a consent',
                'verbose_name_plural': 'withdrawals of consents',
            },
        ),
    ]
