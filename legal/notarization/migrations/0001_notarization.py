import django.contrib.postgres.fields
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
        ('matters', '0005_declarations'),
        ('reference', '0003_rights_to_translate'),
    ]

    operations = [
        migrations.CreateModel(
            name='Particulars',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act', models.CharField(blank=True, choices=[('contract', 'Contract'), ('authority', 'Power of attorney'), ('declaration', 'Declaration or resolution'), ('bidding', 'Bidding or auction'), ('status', 'Post, qualification or clean record of a person'), ('articles', 'Articles of association'), ('evidence', 'Preservation of evidence'), ('signature', 'Signature, seal or date on a document'), ('copy', 'Copy that matches the original, as of a licence'), ('other', 'Something else applied for of one’s own accord')], max_length=12, verbose_name='what is to be certified')),
                ('purpose', models.CharField(blank=True, max_length=300, verbose_name='what it is for')),
                ('apostille', models.BooleanField(default=False, verbose_name='apostille or legalization wanted')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), blank=True, default=list, size=None, verbose_name='translations wanted')),
                ('copies', models.PositiveSmallIntegerField(default=1, verbose_name='number of copies')),
                ('place', models.CharField(blank=True, choices=[('domicile', 'The enterprise has its domicile there'), ('act', 'What is to be certified was or will be done there'), ('fact', 'The fact to be certified occurred there'), ('property', 'The real estate it concerns lies there')], max_length=10, verbose_name='why this office')),
                ('office', models.CharField(blank=True, max_length=200, verbose_name='place or office wanted')),
                ('collection', models.CharField(blank=True, choices=[('counter', 'Collected at the office'), ('courier', 'Sent by courier')], max_length=8, verbose_name='how it is handed over')),
                ('receiver', models.CharField(blank=True, max_length=200, verbose_name='who receives it')),
                ('address', models.CharField(blank=True, max_length=500, verbose_name='address for the courier')),
                ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.jurisdiction', verbose_name='country of use')),
                ('matter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='notarization', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'application for notarization',
                'verbose_name_plural': 'applications for notarization',
                'permissions': [('handle_notarization', 'Can handle applications for notarization')],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('copies__gte', 1), ('copies__lte', 50)), name='notarization_copies_some', violation_error_message='From 1 to 50 copies can be asked for.'), models.CheckConstraint(condition=models.Q(('address', ''), ('collection', 'courier'), _connector='OR'), name='notarization_address_of_a_courier', violation_error_message='An address is for a courier.')],
            },
        ),
        migrations.CreateModel(
            name='Refusal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ground', models.CharField(choices=[('capacity', 'Lack of capacity, and no guardian applies'), ('interest', 'No interest in what is to be certified'), ('appraisal', 'It is a matter for appraisers'), ('dispute', 'Those concerned are in dispute about it'), ('false', 'Facts were made up or hidden, or false papers handed in'), ('materials', 'The papers do not suffice, or were not supplemented'), ('untrue', 'It is untrue or unlawful'), ('morals', 'It is against public morals'), ('fee', 'The fee was not paid')], max_length=10, verbose_name='ground of the law')),
                ('matter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='refusal', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'refusal to notarize',
                'verbose_name_plural': 'refusals to notarize',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Subject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notarized', to='matters.matter', verbose_name='matter')),
                ('produced', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='notarized', to='matters.produced', verbose_name='exhibit of the matter')),
            ],
            options={
                'verbose_name': 'document to be notarized',
                'verbose_name_plural': 'documents to be notarized',
                'ordering': ['produced__number'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=60, verbose_name='number of the certificate')),
                ('issued_on', models.DateField(verbose_name='day of the certificate')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='recorded')),
                ('apostille_number', models.CharField(blank=True, max_length=60, verbose_name='number of the apostille or legalization')),
                ('apostilled_on', models.DateField(blank=True, null=True, verbose_name='day of the apostille or legalization')),
                ('collected_by', models.CharField(blank=True, max_length=200, verbose_name='handed to')),
                ('identity', models.CharField(blank=True, choices=[('card', 'Identity card'), ('passport', 'Passport'), ('permit', 'Residence or travel permit'), ('courier', 'None: sent by courier')], max_length=8, verbose_name='identity paper shown')),
                ('collected_on', models.DateField(blank=True, null=True, verbose_name='handed over on')),
                ('exhibit', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='certificate', to='exhibits.exhibit', verbose_name='scanned certificate')),
                ('matter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='certificate', to='matters.matter', verbose_name='matter')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
            ],
            options={
                'verbose_name': 'notarial certificate',
                'verbose_name_plural': 'notarial certificates',
                'default_permissions': ('view',),
                'constraints': [models.CheckConstraint(condition=models.Q(('number', ''), _negated=True), name='notarization_certificate_has_a_number', violation_error_message='A certificate has a number.'), models.CheckConstraint(condition=models.Q(models.Q(('apostille_number', ''), ('apostilled_on', None)), models.Q(models.Q(('apostille_number', ''), _negated=True), ('apostilled_on__gte', models.F('issued_on')), ('apostilled_on__isnull', False)), _connector='OR'), name='notarization_apostille_with_its_day', violation_error_message='An apostille has a number and a day, which is not before the certificate.'), models.CheckConstraint(condition=models.Q(models.Q(('collected_by', ''), ('collected_on', None), ('identity', '')), models.Q(models.Q(('collected_by', ''), _negated=True), models.Q(('identity', ''), _negated=True), ('collected_on__gte', models.F('issued_on')), ('collected_on__isnull', False)), _connector='OR'), name='notarization_collected_by_somebody', violation_error_message='Say who received it, what they showed, and on which day.')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='certificate',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'notarization.certificate', '', 'collected_by')", func='RETURN NULL;', hash='8574ee006b650e60e936c8d54e4013ef7dd04c99', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_a8a51', table='notarization_certificate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='particulars',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'notarization.particulars', '', 'purpose,office,receiver,address')", func='RETURN NULL;', hash='c9a00d627dcff4491851973bc3c42aadbc915059', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_f5182', table='notarization_particulars', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='refusal',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'notarization.refusal', '', '')", func='RETURN NULL;', hash='6756e489262a0f88ef2a43a4a17441e975f9a488', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_2f80b', table='notarization_refusal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='subject',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'notarization.subject', '', '')", func='RETURN NULL;', hash='335216dff55679f566ddc6b41547e6347f9b1897', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_fb8d2', table='notarization_subject', when='AFTER')),
        ),
    ]
