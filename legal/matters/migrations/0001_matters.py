import django.db.models.deletion
import django.utils.timezone
import legal.matters.models.frozen
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('enterprises', '0003_sheet_file'),
        ('files', '0003_newest_first'),
        ('reference', '0003_rights_to_translate'),
    ]

    operations = [
        migrations.CreateModel(
            name='Matter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(editable=False, max_length=12, unique=True, verbose_name='key')),
                ('kind', models.CharField(editable=False, max_length=40, verbose_name='kind of proceeding')),
                ('title', models.CharField(max_length=200, verbose_name='what it is about')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language of the matter')),
                ('state', models.CharField(editable=False, max_length=30, verbose_name='state')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('cross_border', models.BooleanField(default=False, editable=False, verbose_name='concerns somebody outside China')),
                ('year', models.PositiveSmallIntegerField(editable=False, null=True, verbose_name='year')),
                ('serial', models.PositiveIntegerField(editable=False, null=True, verbose_name='number within the year')),
                ('number', models.CharField(blank=True, editable=False, max_length=40, verbose_name='reference number')),
                ('begun_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='begun')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                ('submitted_at', models.DateTimeField(editable=False, null=True, verbose_name='submitted')),
                ('ended_at', models.DateTimeField(editable=False, null=True, verbose_name='ended')),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matters_begun', to=settings.AUTH_USER_MODEL, verbose_name='begun by')),
                ('enterprise', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matters', to='enterprises.enterprise', verbose_name='enterprise')),
                ('submitted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='matters_submitted', to=settings.AUTH_USER_MODEL, verbose_name='submitted by')),
            ],
            options={
                'verbose_name': 'matter',
                'verbose_name_plural': 'matters',
                'ordering': ['-begun_at', '-pk'],
                'indexes': [models.Index(fields=['enterprise', '-begun_at'], name='matters_of_enterprise'), models.Index(fields=['kind', 'state', 'submitted_at'], name='matters_queue'), models.Index(condition=models.Q(('ended_at__isnull', False)), fields=['ended_at'], name='matters_ended')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'year', 'serial'), name='matters_numbered_once', violation_error_message='Another matter has this number.'), models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('number',), name='matters_cited_once', violation_error_message='Another matter has this number.'), models.CheckConstraint(condition=models.Q(models.Q(('number', ''), ('serial', None), ('submitted_at', None), ('submitted_by', None), ('year', None)), models.Q(('serial__isnull', False), ('submitted_at__isnull', False), ('submitted_by__isnull', False), ('year__isnull', False), models.Q(('number', ''), _negated=True)), _connector='OR'), name='matters_numbered_when_submitted', violation_error_message='A matter has a number from the moment it was submitted.')],
            },
        ),
        migrations.CreateModel(
            name='Serial',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40, verbose_name='kind of proceeding')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('last', models.PositiveIntegerField(default=0, verbose_name='last number given')),
            ],
            options={
                'verbose_name': 'series of numbers',
                'verbose_name_plural': 'series of numbers',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('kind', 'year'), name='matters_one_series', violation_error_message='There is such a series already.')],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(verbose_name='position')),
                ('what', models.CharField(max_length=100, verbose_name='what was done')),
                ('actor', models.CharField(choices=[('member', 'For the enterprise'), ('officer', 'An officer of the zone'), ('other', 'The other side'), ('portal', 'The portal itself')], max_length=8, verbose_name='as what')),
                ('person', models.CharField(blank=True, max_length=16, verbose_name='sign of whoever did it')),
                ('details', models.JSONField(blank=True, default=dict, verbose_name='details')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('previous', models.CharField(max_length=64, verbose_name='sum of the entry before')),
                ('hash', models.CharField(max_length=64, verbose_name='sum of this entry')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who did it')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'entry of a history',
                'verbose_name_plural': 'entries of a history',
                'ordering': ['position'],
                'default_permissions': ('view',),
                'constraints': [models.UniqueConstraint(fields=('matter', 'position'), name='matters_entry_one_a_place', violation_error_message='Another entry stands in this place.')],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(blank=True, choices=[('applicant', 'Applicant'), ('respondent', 'Respondent'), ('third', 'Third party')], max_length=12, verbose_name='side')),
                ('audience', models.CharField(choices=[('everyone', 'All sides and the institution'), ('side', 'One’s own side and the institution'), ('institution', 'The institution alone')], max_length=12, verbose_name='who is shown it')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language')),
                ('body', models.TextField(max_length=5000, verbose_name='message')),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='sent')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'message',
                'verbose_name_plural': 'messages',
                'ordering': ['sent_at', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('audience', 'side'), _negated=True), models.Q(('side', ''), _negated=True), _connector='OR'), name='matters_message_of_a_side', violation_error_message='What is for one side says for which.')],
            },
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('own', models.BooleanField(default=False, editable=False, verbose_name='the enterprise itself')),
                ('side', models.CharField(choices=[('applicant', 'Applicant'), ('respondent', 'Respondent'), ('third', 'Third party')], max_length=12, verbose_name='side')),
                ('kind', models.CharField(choices=[('company', 'Company or organisation'), ('person', 'Person')], max_length=8, verbose_name='what it is')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('other_name', models.CharField(blank=True, max_length=200, verbose_name='name in another script')),
                ('scheme', models.CharField(blank=True, max_length=20, verbose_name='kind of number')),
                ('number', models.CharField(blank=True, max_length=40, verbose_name='number in the register')),
                ('checked', models.CharField(blank=True, choices=[('none', 'Nothing is known here of how such numbers are made, so nothing was checked.'), ('format', 'Only the length and the kind of characters were checked, not the number itself.'), ('check-digit', 'The check digit is right. Whether the number was issued, only its register can say.'), ('register', 'Compared by an officer with the papers or the public register.')], max_length=12, verbose_name='how far it was checked')),
                ('address', models.CharField(blank=True, max_length=500, verbose_name='address')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address')),
                ('phone', models.CharField(blank=True, max_length=20, verbose_name='telephone')),
                ('language', models.CharField(blank=True, choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language')),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.jurisdiction', verbose_name='country')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'party to a matter',
                'verbose_name_plural': 'parties to a matter',
                'ordering': ['position'],
                'constraints': [models.UniqueConstraint(fields=('matter', 'position'), name='matters_party_one_a_place', violation_error_message='Another party stands in this place.'), models.UniqueConstraint(condition=models.Q(('own', True)), fields=('matter',), name='matters_party_itself_once', violation_error_message='The enterprise is named already.'), models.CheckConstraint(condition=models.Q(models.Q(('checked', ''), ('number', ''), ('scheme', '')), models.Q(('kind', 'company'), models.Q(('number', ''), _negated=True), models.Q(('scheme', ''), _negated=True), models.Q(('checked', ''), _negated=True)), _connector='OR'), name='matters_party_person_without_number', violation_error_message='The number of a company is of a kind, and a person has none.')],
            },
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('content', models.TextField(verbose_name='what was submitted')),
                ('manifest', models.TextField(verbose_name='list of files')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256 of the list')),
                ('token', models.CharField(default=legal.matters.models.frozen.new_token, max_length=40, unique=True, verbose_name='word of its address')),
                ('at', models.DateTimeField(verbose_name='submitted')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='submitted by')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'submission',
                'verbose_name_plural': 'submissions',
                'ordering': ['position'],
                'default_permissions': ('view',),
                'constraints': [models.UniqueConstraint(fields=('matter', 'position'), name='matters_submission_one_a_place', violation_error_message='Another submission stands in this place.')],
            },
        ),
        migrations.CreateModel(
            name='MessageReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='read by')),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='matters.message', verbose_name='message')),
            ],
            options={
                'verbose_name': 'reading of a message',
                'verbose_name_plural': 'readings of messages',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('message', 'by'), name='matters_message_read_once', violation_error_message='This message was read already.')],
            },
        ),
        migrations.CreateModel(
            name='Representative',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('valid_from', models.DateField(verbose_name='authority from')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='authority until')),
                ('revoked_at', models.DateTimeField(editable=False, null=True, verbose_name='revoked')),
                ('named_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='named')),
                ('authority', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.file', verbose_name='paper of authority')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='representatives', to='matters.matter', verbose_name='matter')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='representatives', to='matters.party', verbose_name='party')),
            ],
            options={
                'verbose_name': 'representative',
                'verbose_name_plural': 'representatives',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_until', None), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='matters_representative_until_after_from', violation_error_message='The authority ends after it begins.')],
            },
        ),
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField(verbose_name='made')),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.file', verbose_name='file')),
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='receipt', to='matters.submission', verbose_name='submission')),
            ],
            options={
                'verbose_name': 'receipt',
                'verbose_name_plural': 'receipts',
                'default_permissions': (),
            },
        ),
    ]
