import django.contrib.postgres.constraints
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('enterprises', '0003_sheet_file'),
        ('lawyers', '0002_history'),
        ('reference', '0003_rights_to_translate'),
    ]

    operations = [
        migrations.CreateModel(
            name='Enquiry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(editable=False, max_length=12, unique=True, verbose_name='key')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language of the request')),
                ('facts', models.TextField(blank=True, max_length=3000, verbose_name='what it is about')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('checked', 'Waiting for your consent'), ('named', 'The lawyer looks at the names'), ('opened', 'The lawyer reads the request'), ('asked', 'The lawyer has a question'), ('accepted', 'Accepted'), ('refused', 'This lawyer cannot take the request'), ('withdrawn', 'Withdrawn'), ('closed', 'Closed')], default='draft', editable=False, max_length=12, verbose_name='state')),
                ('verdict', models.PositiveSmallIntegerField(editable=False, null=True, verbose_name='verdict of the check')),
                ('leaves_china', models.BooleanField(editable=False, verbose_name='the lawyer is outside China')),
                ('recipient', models.CharField(editable=False, max_length=200, verbose_name='recipient')),
                ('aim', models.CharField(editable=False, max_length=200, verbose_name='what for')),
                ('begun_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='begun')),
                ('sent_at', models.DateTimeField(editable=False, null=True, verbose_name='sent')),
                ('passed_on_at', models.DateTimeField(editable=False, null=True, verbose_name='names sent to the lawyer')),
                ('unlocked_at', models.DateTimeField(editable=False, null=True, verbose_name='shown to the lawyer')),
                ('ended_at', models.DateTimeField(editable=False, null=True, verbose_name='ended')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enquiries', to=settings.AUTH_USER_MODEL, verbose_name='asked by')),
                ('enterprise', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enquiries', to='enterprises.enterprise', verbose_name='enterprise')),
                ('jurisdiction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.jurisdiction', verbose_name='law the request is about')),
                ('lawyer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enquiries', to='lawyers.lawyer', verbose_name='lawyer')),
            ],
            options={
                'verbose_name': 'request for a consultation',
                'verbose_name_plural': 'requests for a consultation',
                'ordering': ['-begun_at', '-pk'],
                'indexes': [models.Index(fields=['lawyer', '-begun_at'], name='enquiries_of_lawyer'), models.Index(fields=['enterprise', '-begun_at'], name='enquiries_of_enterprise')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('draft', 'checked', 'named', 'opened', 'asked', 'accepted'))), fields=('enterprise', 'lawyer'), name='enquiries_one_under_way', violation_error_message='A request of this enterprise to this lawyer is under way already.'), models.CheckConstraint(condition=models.Q(('unlocked_at', None), models.Q(('passed_on_at__isnull', False), ('unlocked_at__gte', models.F('passed_on_at'))), _connector='OR'), name='enquiries_shown_after_names', violation_error_message='A lawyer sees the names before anything else of a request.'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('opened', 'asked', 'accepted')), _negated=True), ('unlocked_at__isnull', False), _connector='OR'), name='enquiries_shown_when_unlocked', violation_error_message='What a lawyer reads has been unlocked.')],
            },
        ),
        migrations.CreateModel(
            name='KnownName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('client', 'Client'), ('adverse', 'Opposing party'), ('other', 'Somebody else concerned')], max_length=8, verbose_name='side')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('other_name', models.CharField(blank=True, max_length=200, verbose_name='name in other letters')),
                ('number', models.CharField(blank=True, max_length=40, verbose_name='number in the register')),
                ('keys', models.JSONField(default=list, editable=False, verbose_name='what the names are compared by')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='added')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by')),
                ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.jurisdiction', verbose_name='country of the register')),
                ('lawyer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='known_names', to='lawyers.lawyer', verbose_name='lawyer')),
            ],
            options={
                'verbose_name': 'name a lawyer knows',
                'verbose_name_plural': 'names lawyers know',
                'ordering': ['name', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('number', ''), ('country__isnull', False), _connector='OR'), name='enquiries_known_number_of_a_country', violation_error_message='A number is one of a register: name the country.'), models.CheckConstraint(condition=models.Q(('side__in', ['client', 'adverse'])), name='enquiries_known_side', violation_error_message='Say whether it is a client or an opposing party.')],
            },
        ),
        migrations.CreateModel(
            name='ConflictCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verdict', models.PositiveSmallIntegerField(verbose_name='verdict of the check')),
                ('compared', models.PositiveIntegerField(verbose_name='names compared with')),
                ('found', models.JSONField(default=list, verbose_name='what was found')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('enquiry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='enquiries.enquiry', verbose_name='request')),
            ],
            options={
                'verbose_name': 'check for conflicts',
                'verbose_name_plural': 'checks for conflicts',
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='number in calendars')),
                ('starts', models.DateTimeField(verbose_name='begins')),
                ('ends', models.DateTimeField(verbose_name='ends')),
                ('by_lawyer', models.BooleanField(verbose_name='proposed by the lawyer')),
                ('held_until', models.DateTimeField(verbose_name='kept free until')),
                ('sequence', models.PositiveSmallIntegerField(default=0, verbose_name='how often it was moved')),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('booked', 'Booked'), ('cancelled', 'Cancelled'), ('expired', 'Not confirmed in time')], default='proposed', editable=False, max_length=12, verbose_name='state')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                ('lawyer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='lawyers.lawyer', verbose_name='lawyer')),
                ('enquiry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appointments', to='enquiries.enquiry', verbose_name='request')),
            ],
            options={
                'verbose_name': 'appointment',
                'verbose_name_plural': 'appointments',
                'ordering': ['-pk'],
                'indexes': [models.Index(condition=models.Q(('state', 'proposed')), fields=['held_until'], name='enquiries_overdue')],
                'constraints': [models.CheckConstraint(condition=models.Q(('starts__lt', models.F('ends'))), name='enquiries_appointment_begins_before_it_ends', violation_error_message='An appointment begins before it ends.'), models.UniqueConstraint(condition=models.Q(('state__in', ('proposed', 'booked'))), fields=('enquiry',), name='enquiries_appointment_one_of_an_enquiry', violation_error_message='A time is proposed or booked already: move or cancel that one.'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('state__in', ('proposed', 'booked'))), expressions=[(models.Func(models.F('lawyer'), models.F('lawyer'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('starts'), models.F('ends'), function='tstzrange'), '&&')], name='enquiries_appointment_no_two_at_once', violation_error_message='This time has just been taken: choose another.')],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by_lawyer', models.BooleanField(verbose_name='written by the lawyer')),
                ('body', models.TextField(max_length=3000, verbose_name='message')),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='sent')),
                ('read_at', models.DateTimeField(editable=False, null=True, verbose_name='read')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
                ('enquiry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='enquiries.enquiry', verbose_name='request')),
            ],
            options={
                'verbose_name': 'message',
                'verbose_name_plural': 'messages',
                'ordering': ['sent_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('client', 'Client'), ('adverse', 'Opposing party'), ('other', 'Somebody else concerned')], max_length=8, verbose_name='side')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('other_name', models.CharField(blank=True, max_length=200, verbose_name='name in other letters')),
                ('number', models.CharField(blank=True, max_length=40, verbose_name='number in the register')),
                ('keys', models.JSONField(default=list, editable=False, verbose_name='what the names are compared by')),
                ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.jurisdiction', verbose_name='country of the register')),
                ('enquiry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='enquiries.enquiry', verbose_name='request')),
            ],
            options={
                'verbose_name': 'party of a request',
                'verbose_name_plural': 'parties of requests',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('number', ''), ('country__isnull', False), _connector='OR'), name='enquiries_party_number_of_a_country', violation_error_message='A number is one of a register: name the country.')],
            },
        ),
    ]
