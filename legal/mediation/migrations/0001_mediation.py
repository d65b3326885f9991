import django.contrib.postgres.constraints
import django.contrib.postgres.fields
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
        ('files', '0003_newest_first'),
        ('matters', '0008_stamp'),
    ]

    operations = [
        migrations.CreateModel(
            name='Settlement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                ('texts', models.JSONField(verbose_name='text, by language')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256 of the text')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='settlements', to='matters.matter', verbose_name='matter')),
                ('paper', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.file', verbose_name='settlement as a PDF')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
            ],
            options={
                'verbose_name': 'settlement',
                'verbose_name_plural': 'settlements',
                'ordering': ['version'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('matter', 'version'), name='mediation_settlement_version_once', violation_error_message='There is a settlement of this version already.')],
                'triggers': [pgtrigger.compiler.Trigger(name='as_written', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."matter_id" IS DISTINCT FROM (NEW."matter_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."texts" IS DISTINCT FROM (NEW."texts") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id") OR OLD."at" IS DISTINCT FROM (NEW."at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='d54c06189ba5c1e3883ee64a1d3a64b2368e2ed4', operation='UPDATE', pgid='pgtrigger_as_written_311f1', table='mediation_settlement', when='BEFORE')), pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'mediation.settlement', 'texts', '')", func='RETURN NULL;', hash='533e624e06b7cb869d59562fa6d379ad675a71d2', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_b95a2', table='mediation_settlement', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('applicant', 'Applicant'), ('respondent', 'Respondent'), ('third', 'Third party')], max_length=12, verbose_name='side')),
                ('version', models.PositiveSmallIntegerField(verbose_name='version of the text')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language shown')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256 of the text')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='agreed by')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mediation_agreements', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'agreement to mediate',
                'verbose_name_plural': 'agreements to mediate',
                'ordering': ['at'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('matter', 'side'), name='mediation_agreed_once', violation_error_message='This side has agreed already.')],
                'triggers': [pgtrigger.compiler.Trigger(name='agreed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='977216ab3a2a9d266fd8508d2693137c6258c6d3', operation='UPDATE', pgid='pgtrigger_agreed_5ac0d', table='mediation_agreement', when='BEFORE')), pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'mediation.agreement', '', '')", func='RETURN NULL;', hash='a04216d04f33b0b749a019d007f1881e16f1ac39', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_b1393', table='mediation_agreement', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Award',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('begun', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='matters.matter', verbose_name='draft of the request for an award')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handed on by')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='awards', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'award asked for by a settlement',
                'verbose_name_plural': 'awards asked for by settlements',
                'ordering': ['pk'],
                'default_permissions': (),
                'triggers': [pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'mediation.award', '', '')", func='RETURN NULL;', hash='2d47ab7468c200e64067b0d44692c12d4b60988a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_9d8ab', table='mediation_award', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Mediator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('name_zh_hans', models.CharField(max_length=120, null=True, verbose_name='name')),
                ('name_en', models.CharField(max_length=120, null=True, verbose_name='name')),
                ('name_ru', models.CharField(max_length=120, null=True, verbose_name='name')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('zh', 'Chinese'), ('en', 'English'), ('ru', 'Russian'), ('kk', 'Kazakh'), ('ky', 'Kyrgyz'), ('uz', 'Uzbek'), ('tg', 'Tajik'), ('tk', 'Turkmen'), ('ur', 'Urdu'), ('ug', 'Uyghur'), ('mn', 'Mongolian'), ('fa', 'Persian'), ('ar', 'Arabic'), ('tr', 'Turkish'), ('fr', 'French'), ('es', 'Spanish'), ('de', 'German')], max_length=5), help_text='Codes with commas between them, as zh,ru,kk.', size=None, verbose_name='languages')),
                ('about', models.TextField(blank=True, max_length=1000, verbose_name='about')),
                ('about_zh_hans', models.TextField(blank=True, max_length=1000, null=True, verbose_name='about')),
                ('about_en', models.TextField(blank=True, max_length=1000, null=True, verbose_name='about')),
                ('about_ru', models.TextField(blank=True, max_length=1000, null=True, verbose_name='about')),
                ('available', models.BooleanField(default=True, verbose_name='takes mediations')),
                ('sample', models.BooleanField(default=False, editable=False, verbose_name='sample')),
            ],
            options={
                'verbose_name': 'mediator',
                'verbose_name_plural': 'mediators',
                'ordering': ['pk'],
                'permissions': [('translate_mediator', 'Can translate what is told of mediators')],
                'constraints': [models.CheckConstraint(condition=models.Q(('languages', []), _negated=True), name='mediation_mediator_speaks', violation_error_message='A mediator speaks a language at least.')],
                'triggers': [pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('mediation.mediator', 'id', '', '', '')", func='RETURN NULL;', hash='a3bab31b7b08857865cf5fedf41053cbc55441ad', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_16140', table='mediation_mediator', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='number in calendars')),
                ('starts', models.DateTimeField(verbose_name='begins')),
                ('ends', models.DateTimeField(verbose_name='ends')),
                ('place', models.CharField(blank=True, max_length=300, verbose_name='room, or address of the video meeting')),
                ('applicant_at', models.DateTimeField(editable=False, null=True, verbose_name='agreed by the applicant')),
                ('respondent_at', models.DateTimeField(editable=False, null=True, verbose_name='agreed by the other side')),
                ('sequence', models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='how often it was changed')),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('agreed', 'Agreed'), ('held', 'Held'), ('cancelled', 'Cancelled')], default='proposed', editable=False, max_length=12, verbose_name='state')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mediation_sessions', to='matters.matter', verbose_name='matter')),
                ('mediator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='mediation.mediator', verbose_name='mediator')),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by')),
            ],
            options={
                'verbose_name': 'session of a mediation',
                'verbose_name_plural': 'sessions of mediations',
                'ordering': ['starts', 'pk'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('starts__lt', models.F('ends'))), name='mediation_session_begins_before_it_ends', violation_error_message='A session begins before it ends.'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('state__in', ('proposed', 'agreed'))), expressions=[(models.Func(models.F('mediator'), models.F('mediator'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('starts'), models.F('ends'), function='tstzrange'), '&&')], name='mediation_session_no_two_at_once', violation_error_message='The mediator has no time then: choose another.')],
                'triggers': [pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'mediation.session', 'place', '')", func='RETURN NULL;', hash='4fa8b23ad9dff3b6091e07b107680f8707d8ecbe', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_551f9', table='mediation_session', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Confirmation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('applicant', 'Applicant'), ('respondent', 'Respondent'), ('third', 'Third party')], max_length=12, verbose_name='side')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256 of the text')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language read')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='confirmations', to='matters.matter', verbose_name='matter')),
                ('settlement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='confirmations', to='mediation.settlement', verbose_name='settlement')),
            ],
            options={
                'verbose_name': 'confirmation of a settlement',
                'verbose_name_plural': 'confirmations of settlements',
                'ordering': ['at'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('settlement', 'side'), name='mediation_confirmed_once', violation_error_message='This side has confirmed it already.')],
                'triggers': [pgtrigger.compiler.Trigger(name='confirmed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='6635a7f37c6e21e794ad05225106f5afb8d88767', operation='UPDATE', pgid='pgtrigger_confirmed_bf565', table='mediation_confirmation', when='BEFORE')), pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'mediation.confirmation', '', '')", func='RETURN NULL;', hash='b293758b6cf851dd39913ee4420e114989a8da53', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_3e62a', table='mediation_confirmation', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Dispute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('about', models.TextField(max_length=5000, verbose_name='what the dispute is about')),
                ('sought', models.TextField(max_length=5000, verbose_name='what is sought')),
                ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='amount in dispute')),
                ('currency', models.CharField(blank=True, max_length=3, verbose_name='currency')),
                ('held_in', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language of the mediation')),
                ('way', models.CharField(choices=[('room', 'In a room, in Kashgar'), ('video', 'By video'), ('either', 'Either')], default='either', max_length=8, verbose_name='how it is held')),
                ('wishes', models.TextField(blank=True, max_length=1000, verbose_name='wishes for the mediator')),
                ('matter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='dispute', to='matters.matter', verbose_name='matter')),
                ('mediator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='disputes', to='mediation.mediator', verbose_name='mediator')),
            ],
            options={
                'verbose_name': 'dispute to be mediated',
                'verbose_name_plural': 'disputes to be mediated',
                'permissions': [('handle_dispute', 'Can handle mediations')],
                'default_permissions': ('view',),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('amount', None), ('currency', '')), models.Q(('amount__isnull', False), models.Q(('currency', ''), _negated=True)), _connector='OR'), name='mediation_dispute_amount_with_currency', violation_error_message='An amount is in some currency.')],
                'triggers': [pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'mediation.dispute', 'about,sought,wishes', '')", func='RETURN NULL;', hash='a6adf8867b68654811f6f7d0bec3f2f32349c9d7', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_23cce', table='mediation_dispute', when='AFTER'))],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mediator',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('mediation.mediator', 'id', '', '', '')", func='RETURN NULL;', hash='a3bab31b7b08857865cf5fedf41053cbc55441ad', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_16140', table='mediation_mediator', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='agreed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='977216ab3a2a9d266fd8508d2693137c6258c6d3', operation='UPDATE', pgid='pgtrigger_agreed_5ac0d', table='mediation_agreement', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'mediation.agreement', '', '')", func='RETURN NULL;', hash='a04216d04f33b0b749a019d007f1881e16f1ac39', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_b1393', table='mediation_agreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='award',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'mediation.award', '', '')", func='RETURN NULL;', hash='2d47ab7468c200e64067b0d44692c12d4b60988a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_9d8ab', table='mediation_award', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='dispute',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'mediation.dispute', 'about,sought,wishes', '')", func='RETURN NULL;', hash='a6adf8867b68654811f6f7d0bec3f2f32349c9d7', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_23cce', table='mediation_dispute', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='session',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'mediation.session', 'place', '')", func='RETURN NULL;', hash='4fa8b23ad9dff3b6091e07b107680f8707d8ecbe', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_551f9', table='mediation_session', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='settlement',
            trigger=pgtrigger.compiler.Trigger(name='as_written', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."matter_id" IS DISTINCT FROM (NEW."matter_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."texts" IS DISTINCT FROM (NEW."texts") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id") OR OLD."at" IS DISTINCT FROM (NEW."at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='d54c06189ba5c1e3883ee64a1d3a64b2368e2ed4', operation='UPDATE', pgid='pgtrigger_as_written_311f1', table='mediation_settlement', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='settlement',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'mediation.settlement', 'texts', '')", func='RETURN NULL;', hash='533e624e06b7cb869d59562fa6d379ad675a71d2', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_b95a2', table='mediation_settlement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='confirmation',
            trigger=pgtrigger.compiler.Trigger(name='confirmed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='6635a7f37c6e21e794ad05225106f5afb8d88767', operation='UPDATE', pgid='pgtrigger_confirmed_bf565', table='mediation_confirmation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='confirmation',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'mediation.confirmation', '', '')", func='RETURN NULL;', hash='b293758b6cf851dd39913ee4420e114989a8da53', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_3e62a', table='mediation_confirmation', when='AFTER')),
        ),
    ]
