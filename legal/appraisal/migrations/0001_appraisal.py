import django.db.models.constraints
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
        ('exhibits', '0002_history'),
        ('history', '0005_entry_guarded'),
        ('matters', '0004_produced_history'),
        ('rules', '0002_history'),
    ]

    operations = [
        migrations.CreateModel(
            name='Extension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('days', models.PositiveSmallIntegerField(verbose_name='working days')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='extended at')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='extensions', to='matters.matter', verbose_name='matter')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rules.rule', verbose_name='rule')),
            ],
            options={
                'verbose_name': 'extension of an appraisal',
                'verbose_name_plural': 'extensions of an appraisal',
                'ordering': ['at'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('days__gte', 1)), name='appraisal_extension_by_some_days', violation_error_message='An extension is by one day at least.')],
            },
        ),
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='number of the receipt')),
                ('given_by', models.CharField(max_length=200, verbose_name='who gave')),
                ('taken_by', models.CharField(max_length=200, verbose_name='who took')),
                ('institution', models.CharField(max_length=200, verbose_name='for which institution')),
                ('at', models.DateTimeField(verbose_name='handed over at')),
                ('lines', models.JSONField(default=list, verbose_name='materials')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='confirmed for who gave')),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed for who gave, by')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='handovers', to='matters.matter', verbose_name='matter')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
            ],
            options={
                'verbose_name': 'handing over of materials',
                'verbose_name_plural': 'handing over of materials',
                'ordering': ['position'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('matter', 'position'), name='appraisal_handover_numbered_once', violation_error_message='Another receipt has this number.'), models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at', None), ('confirmed_by', None)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False)), _connector='OR'), name='appraisal_handover_confirmed_by_somebody', violation_error_message='Who confirmed it says when.')],
            },
        ),
        migrations.CreateModel(
            name='Material',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('kind', models.CharField(choices=[('questioned', 'Questioned material'), ('sample', 'Sample to compare with'), ('other', 'Something else that belongs to it')], max_length=10, verbose_name='what it is')),
                ('quantity', models.PositiveSmallIntegerField(default=1, verbose_name='quantity')),
                ('condition', models.CharField(blank=True, max_length=200, verbose_name='condition')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='materials', to='matters.matter', verbose_name='matter')),
                ('produced', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='materials', to='matters.produced', verbose_name='exhibit of the matter')),
            ],
            options={
                'verbose_name': 'material of an appraisal',
                'verbose_name_plural': 'materials of an appraisal',
                'ordering': ['position'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('matter', 'position'), name='appraisal_material_one_a_place', violation_error_message='Another material stands in this place.'), models.CheckConstraint(condition=models.Q(('quantity__gte', 1), ('quantity__lte', 10000)), name='appraisal_material_some', violation_error_message='There is one of a material at least.')],
            },
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=60, verbose_name='number of the opinion')),
                ('issued_on', models.DateField(verbose_name='day of the opinion')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded')),
                ('exhibit', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='opinion', to='exhibits.exhibit', verbose_name='file of the opinion')),
                ('matter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='opinion', to='matters.matter', verbose_name='matter')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
            ],
            options={
                'verbose_name': 'opinion of appraisers',
                'verbose_name_plural': 'opinions of appraisers',
                'default_permissions': ('view',),
                'constraints': [models.CheckConstraint(condition=models.Q(('number', ''), _negated=True), name='appraisal_opinion_has_a_number', violation_error_message='An opinion has a number.')],
            },
        ),
        migrations.CreateModel(
            name='Entrustment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('branch', models.CharField(blank=True, choices=[('medicine', 'Forensic medicine'), ('physical', 'Physical evidence: handwriting, seals, documents, traces'), ('recordings', 'Audio-visual materials and electronic data'), ('environment', 'Environmental damage')], max_length=12, verbose_name='class')),
                ('entruster', models.CharField(blank=True, choices=[('authority', 'A court or other authority that handles the case'), ('enterprise', 'The enterprise itself'), ('joint', 'Several parties together')], max_length=10, verbose_name='who entrusts')),
                ('body', models.CharField(blank=True, max_length=200, verbose_name='entrusting body or parties')),
                ('case_number', models.CharField(blank=True, max_length=200, verbose_name='number of the case')),
                ('institution', models.CharField(blank=True, max_length=200, verbose_name='institution wanted')),
                ('subject', models.CharField(blank=True, max_length=200, verbose_name='what is to be appraised')),
                ('purpose', models.CharField(blank=True, max_length=200, verbose_name='what it is for')),
                ('requirement', models.TextField(blank=True, max_length=3000, verbose_name='requirement')),
                ('questions', models.TextField(blank=True, max_length=3000, verbose_name='questions to the appraisers')),
                ('wanted_by', models.DateField(blank=True, null=True, verbose_name='time limit wanted')),
                ('round', models.CharField(choices=[('first', 'First appraisal'), ('supplementary', 'Supplement to an earlier appraisal'), ('repeat', 'Re-appraisal')], default='first', max_length=13, verbose_name='first or again')),
                ('facts', models.TextField(blank=True, max_length=3000, verbose_name='facts of the case')),
                ('disposal', models.CharField(blank=True, choices=[('return', 'To be given back'), ('keep', 'The institution may keep them'), ('consume', 'They may be used up or damaged in the examination')], max_length=8, verbose_name='what becomes of the materials')),
                ('fees', models.CharField(blank=True, max_length=200, verbose_name='who bears the fee, and how')),
                ('appearance', models.BooleanField(default=False, verbose_name='appraisers are to appear in court')),
                ('recusal', models.CharField(blank=True, max_length=200, verbose_name='ground for recusal')),
                ('delivery', models.CharField(blank=True, choices=[('counter', 'Collected at the institution'), ('courier', 'Sent by courier'), ('electronic', 'In the portal alone')], max_length=10, verbose_name='how the opinion is handed over')),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='address for the courier')),
                ('matter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='entrustment', to='matters.matter', verbose_name='matter')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appraised_again', to='matters.matter', verbose_name='earlier appraisal')),
            ],
            options={
                'verbose_name': 'entrustment of an appraisal',
                'verbose_name_plural': 'entrustments of an appraisal',
                'permissions': [('handle_appraisal', 'Can handle judicial appraisals')],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('round', 'first'), _negated=True), ('parent', None), _connector='OR'), name='appraisal_first_has_no_parent', violation_error_message='A first appraisal follows no other one.'), models.CheckConstraint(condition=models.Q(('address', ''), ('delivery', 'courier'), _connector='OR'), name='appraisal_address_of_a_courier', violation_error_message='An address is for a courier.')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='entrustment',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'appraisal.entrustment', '', 'body,case_number,institution,subject,purpose,requirement,questions,facts,fees,recusal,address')", func='RETURN NULL;', hash='3e0eaf88e4b7c97c4e808f84b5560c31189fcf8e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_a49fe', table='appraisal_entrustment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extension',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'appraisal.extension', '', '')", func='RETURN NULL;', hash='9da531cf7baf10ddac93c74739f4fd852b90542d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_fa00b', table='appraisal_extension', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='handover',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'appraisal.handover', '', 'given_by,taken_by,lines')", func='RETURN NULL;', hash='28a493655d790e6fce04aeb1ee1a03e1483c0093', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_3f731', table='appraisal_handover', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='material',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'appraisal.material', '', 'name,condition')", func='RETURN NULL;', hash='e4511f65510c3a72e70bc433272ddd0220e66b58', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_87f22', table='appraisal_material', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opinion',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'appraisal.opinion', '', '')", func='RETURN NULL;', hash='4f5f7069a17eca5b10866b54444b57c5ecfd0694', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_18da7', table='appraisal_opinion', when='AFTER')),
        ),
    ]
