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
        ('cases', '0005_counted_by_index'),
        ('history', '0005_entry_guarded'),
        ('laws', '0007_rights_to_translate'),
        ('matters', '0004_produced_history'),
        ('reference', '0003_rights_to_translate'),
        ('rules', '0003_takes_filings'),
    ]

    operations = [
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('contract', models.CharField(max_length=300, verbose_name='contract')),
                ('dated', models.DateField(blank=True, null=True, verbose_name='date of the contract')),
                ('clause', models.TextField(verbose_name='words of the agreement')),
                ('seat', models.CharField(blank=True, max_length=200, verbose_name='seat')),
                ('language', models.CharField(blank=True, max_length=200, verbose_name='language of the proceedings')),
                ('arbitrators', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='number of arbitrators')),
                ('rules', models.CharField(blank=True, max_length=200, verbose_name='rules agreed on')),
                ('objects_online', models.BooleanField(default=False, verbose_name='objection to arbitration online')),
                ('findings', models.JSONField(blank=True, default=list, verbose_name='what the check found')),
                ('checked_at', models.DateTimeField(verbose_name='checked')),
                ('institution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rules.institution', verbose_name='institution')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='matters.matter', verbose_name='matter')),
                ('produced', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='matters.produced', verbose_name='exhibit that has it')),
            ],
            options={
                'verbose_name': 'agreement to arbitrate',
                'verbose_name_plural': 'agreements to arbitrate',
                'ordering': ['position'],
                'abstract': False,
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('matter', 'position'), name='arbitration_agreement_one_a_place', violation_error_message='Another part of the request stands in this place.'), models.CheckConstraint(condition=models.Q(('arbitrators', None), models.Q(('arbitrators__gte', 1), ('arbitrators__lte', 9)), _connector='OR'), name='arbitration_agreement_arbitrators', violation_error_message='Give the number of arbitrators, from 1 to 9.')],
                'triggers': [pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'arbitration.agreement', 'clause,findings', '')", func='RETURN NULL;', hash='662abeb5623e0d9ae0b32c60fae7db6ce0d85068', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_b56a7', table='arbitration_agreement', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Filing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case_kind', models.CharField(blank=True, choices=[('scia-international', 'International, foreign-related, or related to Hong Kong, Macao or Taiwan'), ('scia-domestic-acceptance', 'Mainland')], max_length=40, verbose_name='kind of case')),
                ('facts', models.TextField(blank=True, verbose_name='facts')),
                ('reasons', models.TextField(blank=True, verbose_name='reasons')),
                ('procedure', models.CharField(blank=True, choices=[('expedited', 'Expedited procedure'), ('ordinary', 'Ordinary procedure')], max_length=10, verbose_name='procedure')),
                ('ground', models.CharField(blank=True, choices=[('amount', 'By the amount in dispute'), ('consent', 'All parties have consented in writing'), ('agreed', 'The parties agreed on it in the contract')], max_length=10, verbose_name='why this procedure')),
                ('why', models.TextField(blank=True, verbose_name='what is to be known of it')),
                ('service_address', models.EmailField(blank=True, max_length=254, verbose_name='electronic address for service')),
                ('service_confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='address confirmed')),
                ('estimate', models.JSONField(blank=True, null=True, verbose_name='estimate of the fees')),
                ('institution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rules.institution', verbose_name='institution')),
                ('matter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='filing', to='matters.matter', verbose_name='matter')),
                ('service_confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='address confirmed by')),
            ],
            options={
                'verbose_name': 'request for arbitration',
                'verbose_name_plural': 'requests for arbitration',
                'permissions': [('handle_arbitration', 'Can handle requests for arbitration')],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('service_address', ''), ('service_confirmed_at', None), ('service_confirmed_by', None)), models.Q(('service_confirmed_at__isnull', False), ('service_confirmed_by__isnull', False), models.Q(('service_address', ''), _negated=True)), _connector='OR'), name='arbitration_filing_address_is_confirmed', violation_error_message='An address for service is confirmed by somebody, on a day.'), models.CheckConstraint(condition=models.Q(models.Q(('ground', ''), ('procedure', '')), models.Q(models.Q(('procedure', ''), _negated=True), models.Q(('ground', ''), _negated=True)), _connector='OR'), name='arbitration_filing_procedure_has_its_ground', violation_error_message='Say why the case goes on this procedure.')],
                'triggers': [pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'arbitration.filing', 'facts,reasons,why,estimate', 'service_address')", func='RETURN NULL;', hash='6dfe7841b41291c56285b2737ad4deb79bbc9f18', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_5d79a', table='arbitration_filing', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Joinder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('asked_by_side', models.CharField(choices=[('applicant', 'Applicant'), ('respondent', 'Respondent'), ('third', 'Third party')], max_length=12, verbose_name='asked by the side')),
                ('side', models.CharField(choices=[('applicant', 'Applicant'), ('respondent', 'Respondent'), ('third', 'Third party')], max_length=12, verbose_name='side')),
                ('kind', models.CharField(choices=[('company', 'Company or organisation'), ('person', 'Person')], max_length=8, verbose_name='what it is')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('reasons', models.TextField(verbose_name='reasons')),
                ('state', models.CharField(choices=[('asked', 'Asked for'), ('granted', 'Granted'), ('refused', 'Refused')], default='asked', max_length=10, verbose_name='state')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='asked')),
                ('answer', models.TextField(blank=True, verbose_name='reasons of the decision')),
                ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='decided')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by')),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.jurisdiction', verbose_name='country')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'request to join a party',
                'verbose_name_plural': 'requests to join a party',
                'ordering': ['position'],
                'abstract': False,
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('matter', 'position'), name='arbitration_joinder_one_a_place', violation_error_message='Another part of the request stands in this place.'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decided_by', None), ('state', 'asked')), models.Q(models.Q(('state', 'asked'), _negated=True), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='arbitration_joinder_decision_is_whole', violation_error_message='What was decided has the day and who decided it.')],
                'triggers': [pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'arbitration.joinder', 'reasons,answer', 'name')", func='RETURN NULL;', hash='67cb23cbbbe3f63b9e210cb7a21d10ac0f30af1f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_d3222', table='arbitration_joinder', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Measure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('what', models.TextField(verbose_name='what is asked for')),
                ('urgent', models.BooleanField(default=False, verbose_name='urgent')),
                ('against', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='matters.party', verbose_name='against whom')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'interim measure',
                'verbose_name_plural': 'interim measures',
                'ordering': ['position'],
                'abstract': False,
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('matter', 'position'), name='arbitration_measure_one_a_place', violation_error_message='Another part of the request stands in this place.')],
                'triggers': [pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'arbitration.measure', 'what', '')", func='RETURN NULL;', hash='46396c86bc2ee2813c1b09497cc2d7b15ae6d83a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_41846', table='arbitration_measure', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Reliance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('path', models.CharField(blank=True, max_length=250, verbose_name='place in the law')),
                ('point', models.CharField(blank=True, max_length=500, verbose_name='what it is cited for')),
                ('case', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case', verbose_name='case')),
                ('law', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='laws.law', verbose_name='law')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'article or case relied on',
                'verbose_name_plural': 'articles and cases relied on',
                'ordering': ['position'],
                'abstract': False,
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('matter', 'position'), name='arbitration_reliance_one_a_place', violation_error_message='Another part of the request stands in this place.'), models.CheckConstraint(condition=models.Q(models.Q(('case__isnull', False), ('law', None), ('path', '')), models.Q(('case', None), ('law__isnull', False)), _connector='OR'), name='arbitration_reliance_on_one_thing', violation_error_message='A case is relied on or a place in a law, one of the two.'), models.UniqueConstraint(condition=models.Q(('case__isnull', False)), fields=('matter', 'case'), name='arbitration_reliance_case_once', violation_error_message='This case is relied on already.'), models.UniqueConstraint(condition=models.Q(('law__isnull', False)), fields=('matter', 'law', 'path'), name='arbitration_reliance_place_once', violation_error_message='This place of the law is relied on already.')],
                'triggers': [pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'arbitration.reliance', 'point', '')", func='RETURN NULL;', hash='14ff4bae61d19d87eecc52f990af3a7c6aafc568', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_f9396', table='arbitration_reliance', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Supplement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('points', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None, verbose_name='what is asked for')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='asked')),
                ('answered_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='answered')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'supplement asked for',
                'verbose_name_plural': 'supplements asked for',
                'ordering': ['position'],
                'abstract': False,
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('matter', 'position'), name='arbitration_supplement_one_a_place', violation_error_message='Another part of the request stands in this place.'), models.CheckConstraint(condition=models.Q(('points__len__gt', 0)), name='arbitration_supplement_asks_for_something', violation_error_message='Say what is to be supplemented.')],
                'triggers': [pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'arbitration.supplement', 'points', '')", func='RETURN NULL;', hash='7fc56cd448face61e75bb9ccfb5c90cca033953e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_de539', table='arbitration_supplement', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('side', models.CharField(choices=[('applicant', 'Applicant'), ('respondent', 'Respondent'), ('third', 'Third party')], default='applicant', max_length=12, verbose_name='side')),
                ('kind', models.CharField(choices=[('money', 'A sum of money'), ('interest', 'Interest'), ('declaration', 'A declaration'), ('performance', 'That something is done or left undone'), ('costs', 'Costs of the arbitration and of representation')], max_length=12, verbose_name='kind')),
                ('text', models.TextField(verbose_name='what is claimed')),
                ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=15, null=True, verbose_name='amount')),
                ('currency', models.CharField(blank=True, max_length=3, verbose_name='currency')),
                ('rate', models.DecimalField(blank=True, decimal_places=8, max_digits=12, null=True, verbose_name='RMB for one unit of the currency')),
                ('rate_on', models.DateField(blank=True, null=True, verbose_name='day of the rate')),
                ('rate_source', models.CharField(blank=True, max_length=200, verbose_name='source of the rate')),
                ('interest', models.TextField(blank=True, verbose_name='how interest is reckoned')),
                ('agreement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='claims', to='arbitration.agreement', verbose_name='agreement it rests on')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'claim',
                'verbose_name_plural': 'claims',
                'ordering': ['position'],
                'abstract': False,
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('matter', 'position'), name='arbitration_claim_one_a_place', violation_error_message='Another part of the request stands in this place.'), models.CheckConstraint(condition=models.Q(models.Q(('amount', None), ('currency', '')), models.Q(('amount__gt', 0), models.Q(('currency', ''), _negated=True)), _connector='OR'), name='arbitration_claim_amount_in_a_currency', violation_error_message='An amount is above nothing and in a currency.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'money'), _negated=True), ('amount__isnull', False), _connector='OR'), name='arbitration_claim_money_has_an_amount', violation_error_message='A claim for a sum of money gives the amount.'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('declaration', 'performance')), _negated=True), ('amount', None), _connector='OR'), name='arbitration_claim_other_has_none', violation_error_message='A claim that is not for money has no amount.'), models.CheckConstraint(condition=models.Q(models.Q(('currency__in', ('', 'CNY')), ('rate', None), ('rate_on', None), ('rate_source', '')), models.Q(models.Q(('currency__in', ('', 'CNY')), _negated=True), ('rate__gt', 0), ('rate_on__isnull', False), models.Q(('rate_source', ''), _negated=True)), _connector='OR'), name='arbitration_claim_rate_is_whole', violation_error_message='Another currency needs the rate, its day and its source.')],
                'triggers': [pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'arbitration.claim', 'text,interest', '')", func='RETURN NULL;', hash='9896b3cf782fd1e7c4ffae447e8a4c60162568e9', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_634f0', table='arbitration_claim', when='AFTER'))],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'arbitration.agreement', 'clause,findings', '')", func='RETURN NULL;', hash='662abeb5623e0d9ae0b32c60fae7db6ce0d85068', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_b56a7', table='arbitration_agreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claim',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'arbitration.claim', 'text,interest', '')", func='RETURN NULL;', hash='9896b3cf782fd1e7c4ffae447e8a4c60162568e9', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_634f0', table='arbitration_claim', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='filing',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'arbitration.filing', 'facts,reasons,why,estimate', 'service_address')", func='RETURN NULL;', hash='6dfe7841b41291c56285b2737ad4deb79bbc9f18', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_5d79a', table='arbitration_filing', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='joinder',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'arbitration.joinder', 'reasons,answer', 'name')", func='RETURN NULL;', hash='67cb23cbbbe3f63b9e210cb7a21d10ac0f30af1f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_d3222', table='arbitration_joinder', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='measure',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'arbitration.measure', 'what', '')", func='RETURN NULL;', hash='46396c86bc2ee2813c1b09497cc2d7b15ae6d83a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_41846', table='arbitration_measure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reliance',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'arbitration.reliance', 'point', '')", func='RETURN NULL;', hash='14ff4bae61d19d87eecc52f990af3a7c6aafc568', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_f9396', table='arbitration_reliance', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supplement',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('matters.matter', 'matter_id', 'arbitration.supplement', 'points', '')", func='RETURN NULL;', hash='7fc56cd448face61e75bb9ccfb5c90cca033953e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_de539', table='arbitration_supplement', when='AFTER')),
        ),
    ]
