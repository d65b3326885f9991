import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('enterprises', '0003_sheet_file'),
        ('reference', '0003_rights_to_translate'),
    ]

    operations = [
        migrations.CreateModel(
            name='University',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60, unique=True, verbose_name='slug')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('name_zh_hans', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('name_en', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('name_ru', models.CharField(max_length=200, null=True, verbose_name='name')),
                ('position', models.PositiveSmallIntegerField(default=1000, verbose_name='position')),
            ],
            options={
                'verbose_name': 'university',
                'verbose_name_plural': 'universities',
                'ordering': ['position', 'slug'],
                'permissions': [('translate_university', 'Can translate names of universities')],
            },
        ),
        migrations.CreateModel(
            name='Course',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=80, unique=True, verbose_name='slug')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('published', 'Published'), ('archived', 'Archived')], default='draft', editable=False, max_length=9, verbose_name='state')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('title_zh_hans', models.CharField(max_length=200, null=True, verbose_name='title')),
                ('title_en', models.CharField(max_length=200, null=True, verbose_name='title')),
                ('title_ru', models.CharField(max_length=200, null=True, verbose_name='title')),
                ('summary', models.TextField(blank=True, verbose_name='summary')),
                ('summary_zh_hans', models.TextField(blank=True, null=True, verbose_name='summary')),
                ('summary_en', models.TextField(blank=True, null=True, verbose_name='summary')),
                ('summary_ru', models.TextField(blank=True, null=True, verbose_name='summary')),
                ('audience', models.TextField(blank=True, verbose_name='who it is for')),
                ('audience_zh_hans', models.TextField(blank=True, null=True, verbose_name='who it is for')),
                ('audience_en', models.TextField(blank=True, null=True, verbose_name='who it is for')),
                ('audience_ru', models.TextField(blank=True, null=True, verbose_name='who it is for')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), size=None, verbose_name='languages of teaching')),
                ('sample', models.BooleanField(default=False, editable=False, verbose_name='sample, made up for a demonstration')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='added')),
                ('topics', models.ManyToManyField(blank=True, related_name='courses', to='reference.topic', verbose_name='topics')),
                ('university', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='courses', to='training.university', verbose_name='partner university')),
            ],
            options={
                'verbose_name': 'training course',
                'verbose_name_plural': 'training courses',
                'ordering': ['-created_at', '-pk'],
                'permissions': [('translate_course', 'Can translate courses')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('title_zh_hans__isnull', False), models.Q(('title_zh_hans', ''), _negated=True)), models.Q(('title_en__isnull', False), models.Q(('title_en', ''), _negated=True)), models.Q(('title_ru__isnull', False), models.Q(('title_ru', ''), _negated=True)), _connector='OR'), name='training_course_has_a_title', violation_error_message='A course needs a title in one language at least.'), models.CheckConstraint(condition=models.Q(('slug', 'certificates'), _negated=True), name='training_course_slug_not_reserved', violation_error_message='Certificates stand at this address: choose another slug.'), models.CheckConstraint(condition=models.Q(('languages__len__gt', 0)), name='training_course_has_a_language', violation_error_message='Say in which language the course is taught.')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(blank=True, help_text='Part of its address; left empty, it is the day it begins.', max_length=40, verbose_name='slug')),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('open', 'Open for enrolment'), ('closed', 'Enrolment closed'), ('held', 'Held'), ('cancelled', 'Cancelled')], default='planned', editable=False, max_length=9, verbose_name='state')),
                ('starts', models.DateTimeField(help_text='In Beijing time.', verbose_name='begins')),
                ('ends', models.DateTimeField(help_text='In Beijing time.', verbose_name='ends')),
                ('closes', models.DateTimeField(help_text='In Beijing time.', verbose_name='enrolment closes')),
                ('place', models.CharField(blank=True, max_length=300, verbose_name='place')),
                ('place_zh_hans', models.CharField(blank=True, max_length=300, null=True, verbose_name='place')),
                ('place_en', models.CharField(blank=True, max_length=300, null=True, verbose_name='place')),
                ('place_ru', models.CharField(blank=True, max_length=300, null=True, verbose_name='place')),
                ('link', models.URLField(blank=True, help_text='Shown only to those who have a place.', max_length=500, verbose_name='address of the online room')),
                ('capacity', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='places')),
                ('taken', models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='places taken')),
                ('sequence', models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='version for calendars')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='training.course', verbose_name='training course')),
            ],
            options={
                'verbose_name': 'training session',
                'verbose_name_plural': 'training sessions',
                'ordering': ['-starts', '-pk'],
                'permissions': [('translate_session', 'Can translate places of sessions'), ('attend_session', 'Can note who attended a session'), ('certify_session', 'Can issue and revoke certificates')],
                'indexes': [models.Index(fields=['state', 'starts'], name='training_session_next')],
                'constraints': [models.UniqueConstraint(fields=('course', 'slug'), name='training_session_slug_unique_in_course', violation_error_message='This course already has a session with this slug.'), models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='training_session_ends_after_it_begins', violation_error_message='A session ends after it begins.'), models.CheckConstraint(condition=models.Q(('closes__lte', models.F('starts'))), name='training_session_closes_before_it_begins', violation_error_message='Enrolment closes before the session begins.'), models.CheckConstraint(condition=models.Q(('capacity__gte', 1), ('taken__lte', models.F('capacity'))), name='training_session_no_place_too_many', violation_error_message='More places are taken than there would be.'), models.CheckConstraint(condition=models.Q(models.Q(('place_zh_hans__isnull', False), models.Q(('place_zh_hans', ''), _negated=True)), models.Q(('place_en__isnull', False), models.Q(('place_en', ''), _negated=True)), models.Q(('place_ru__isnull', False), models.Q(('place_ru', ''), _negated=True)), models.Q(('link__isnull', False), models.Q(('link', ''), _negated=True)), _connector='OR'), name='training_session_is_somewhere', violation_error_message='Say where it is held: a place, or the address of an online room.')],
            },
        ),
        migrations.CreateModel(
            name='Enrolment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('waiting', 'On the waiting list'), ('enrolled', 'Enrolled'), ('withdrawn', 'Withdrawn'), ('attended', 'Attended'), ('absent', 'Absent')], default='waiting', max_length=9, verbose_name='state')),
                ('position', models.PositiveIntegerField(verbose_name='position in the line')),
                ('name', models.CharField(blank=True, max_length=150, verbose_name='name as on the certificate')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='enrolled on')),
                ('enterprise', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='enterprises.enterprise', verbose_name='enterprise they come for')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enrolments', to='training.session', verbose_name='training session')),
            ],
            options={
                'verbose_name': 'enrolment',
                'verbose_name_plural': 'enrolments',
                'ordering': ['-asked_at', '-pk'],
                'constraints': [models.UniqueConstraint(fields=('session', 'person'), name='training_enrolment_once', violation_error_message='This person is enrolled in this session already.'), models.UniqueConstraint(fields=('session', 'position'), name='training_enrolment_one_position_each', violation_error_message='Somebody else stands at this place in the line.')],
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=20, unique=True, verbose_name='number')),
                ('token', models.CharField(max_length=40, unique=True, verbose_name='word of its address')),
                ('name', models.CharField(max_length=150, verbose_name='name as on the certificate')),
                ('course', models.JSONField(verbose_name='title of the course')),
                ('university', models.JSONField(verbose_name='name of the university')),
                ('sample', models.BooleanField(default=False, verbose_name='sample, made up for a demonstration')),
                ('first_day', models.DateField(verbose_name='first day')),
                ('last_day', models.DateField(verbose_name='last day')),
                ('issued_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='issued')),
                ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='revoked')),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='why it was revoked')),
                ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='issued by')),
                ('revoked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='revoked by')),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='training.enrolment', verbose_name='enrolment')),
            ],
            options={
                'verbose_name': 'certificate of attendance',
                'verbose_name_plural': 'certificates of attendance',
                'ordering': ['-issued_at', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('revoked_at', None)), fields=('enrolment',), name='training_certificate_one_valid', violation_error_message='There is a valid certificate already.'), models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), ('revoked_at', None), ('revoked_by', None)), models.Q(('revoked_at__isnull', False), ('revoked_by__isnull', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='training_certificate_revoked_by_somebody_for_a_reason', violation_error_message='A revoked certificate says by whom and why, and no other does.')],
            },
        ),
    ]
