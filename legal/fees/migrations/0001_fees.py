import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('files', '0003_newest_first'),
        ('matters', '0004_produced_history'),
    ]

    operations = [
        migrations.CreateModel(
            name='Payee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('holder', models.CharField(help_text='As the bank writes it.', max_length=200, verbose_name='account holder')),
                ('bank', models.CharField(max_length=200, verbose_name='bank')),
                ('account', models.CharField(max_length=64, verbose_name='account number')),
                ('bank_code', models.CharField(blank=True, help_text='Such as CNAPS or SWIFT.', max_length=40, verbose_name='code of the bank')),
                ('currency', models.CharField(choices=[('CNY', 'CNY'), ('USD', 'USD'), ('EUR', 'EUR'), ('HKD', 'HKD'), ('RUB', 'RUB'), ('KZT', 'KZT'), ('KGS', 'KGS'), ('UZS', 'UZS'), ('TJS', 'TJS'), ('JPY', 'JPY'), ('KRW', 'KRW')], max_length=3, verbose_name='currency')),
                ('issues_invoice', models.BooleanField(default=False, help_text='The account holder issues a tax invoice (fapiao) for what it receives.', verbose_name='issues tax invoices')),
                ('sample', models.BooleanField(default=False, help_text='No account: nothing must be paid to it.', verbose_name='sample')),
                ('in_use', models.BooleanField(default=True, verbose_name='in use')),
            ],
            options={
                'verbose_name': 'account for fees',
                'verbose_name_plural': 'accounts for fees',
                'ordering': ['holder', 'currency', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('account', 'currency'), name='fees_payee_once', violation_error_message='This account is kept already.')],
            },
        ),
        migrations.CreateModel(
            name='FeeNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('side', models.CharField(choices=[('applicant', 'Applicant'), ('respondent', 'Respondent'), ('third', 'Third party')], max_length=12, verbose_name='side')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('serial', models.PositiveIntegerField(verbose_name='number within the year')),
                ('number', models.CharField(max_length=20, unique=True, verbose_name='number')),
                ('currency', models.CharField(choices=[('CNY', 'CNY'), ('USD', 'USD'), ('EUR', 'EUR'), ('HKD', 'HKD'), ('RUB', 'RUB'), ('KZT', 'KZT'), ('KGS', 'KGS'), ('UZS', 'UZS'), ('TJS', 'TJS'), ('JPY', 'JPY'), ('KRW', 'KRW')], max_length=3, verbose_name='currency')),
                ('total', models.DecimalField(decimal_places=2, max_digits=16, verbose_name='sum')),
                ('waived', models.DecimalField(decimal_places=2, default=Decimal('0.00'), max_digits=16, verbose_name='waived')),
                ('received', models.DecimalField(decimal_places=2, default=Decimal('0.00'), max_digits=16, verbose_name='received')),
                ('refunded', models.DecimalField(decimal_places=2, default=Decimal('0.00'), max_digits=16, verbose_name='given back')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='due on')),
                ('account', models.JSONField(verbose_name='account as it stood')),
                ('basis', models.JSONField(blank=True, null=True, verbose_name='estimate it rests on')),
                ('state', models.CharField(choices=[('issued', 'To be paid'), ('part-paid', 'Paid in part'), ('paid', 'Paid'), ('overpaid', 'More was paid than is due'), ('waived', 'Waived'), ('cancelled', 'Cancelled')], default='issued', max_length=12, verbose_name='state')),
                ('issued_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='issued')),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='why it was cancelled')),
                ('sha256', models.CharField(blank=True, max_length=64, verbose_name='SHA-256 of the paper')),
                ('emptied_at', models.DateTimeField(null=True, verbose_name='names and papers removed')),
                ('file', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.file', verbose_name='paper')),
                ('issued_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='issued by')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fee_notices', to='matters.matter', verbose_name='matter')),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='fee_notices', to='matters.party', verbose_name='who owes it')),
                ('payee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='fees.payee', verbose_name='account for fees')),
            ],
            options={
                'verbose_name': 'fee notice',
                'verbose_name_plural': 'fee notices',
                'ordering': ['-issued_at', '-pk'],
                'permissions': [('issue_feenotice', 'Can issue fee notices of matters they handle'), ('relieve_feenotice', 'Can propose waivers and refunds'), ('confirm_feenotice', 'Can confirm payments, and approve and transfer what is waived or given back')],
                'default_permissions': ('view',),
                'indexes': [models.Index(condition=models.Q(('emptied_at', None), ('sha256', '')), fields=['id'], name='fees_without_paper'), models.Index(fields=['-issued_at', '-id'], name='fees_newest')],
                'constraints': [models.UniqueConstraint(fields=('year', 'serial'), name='fees_notice_numbered_once', violation_error_message='Another fee notice has this number.'), models.UniqueConstraint(fields=('matter', 'position'), name='fees_notice_one_a_place', violation_error_message='Another fee notice of this matter stands in this place.'), models.CheckConstraint(condition=models.Q(('received__gte', 0), ('refunded__gte', 0), ('refunded__lte', models.F('received')), ('total__gt', 0), ('waived__gte', 0), ('waived__lte', models.F('total'))), name='fees_notice_sums_in_bounds', violation_error_message='No more is waived than is asked for, and no more given back than received.'), models.CheckConstraint(condition=models.Q(('refunded', 0), ('state', 'cancelled'), ('received__gte', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('total'), '-', models.F('waived')), '+', models.F('refunded'))), _connector='OR'), name='fees_notice_gives_back_what_is_beyond', violation_error_message='What is due is not given back: it has to be waived first.'), models.CheckConstraint(condition=models.Q(('state', 'cancelled'), models.Q(('received', models.F('refunded')), ('state', 'issued'), ('waived__lt', models.F('total'))), models.Q(('received__gt', models.F('refunded')), ('received__lt', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('total'), '-', models.F('waived')), '+', models.F('refunded'))), ('state', 'part-paid')), models.Q(('received', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('total'), '-', models.F('waived')), '+', models.F('refunded'))), ('state', 'paid'), ('waived__lt', models.F('total'))), models.Q(('received', models.F('refunded')), ('state', 'waived'), ('waived', models.F('total'))), models.Q(('received__gt', django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('total'), '-', models.F('waived')), '+', models.F('refunded'))), ('state', 'overpaid')), _connector='OR'), name='fees_notice_state_is_what_the_sums_say', violation_error_message='The state of a fee notice is what its sums say.')],
            },
        ),
        migrations.CreateModel(
            name='Proof',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=16, verbose_name='amount stated')),
                ('currency', models.CharField(choices=[('CNY', 'CNY'), ('USD', 'USD'), ('EUR', 'EUR'), ('HKD', 'HKD'), ('RUB', 'RUB'), ('KZT', 'KZT'), ('KGS', 'KGS'), ('UZS', 'UZS'), ('TJS', 'TJS'), ('JPY', 'JPY'), ('KRW', 'KRW')], max_length=3, verbose_name='currency')),
                ('paid_on', models.DateField(verbose_name='paid on')),
                ('reference', models.CharField(blank=True, max_length=100, verbose_name='reference of the transfer')),
                ('state', models.CharField(choices=[('waiting', 'Waits for the cashier'), ('confirmed', 'Confirmed'), ('refused', 'Not accepted')], default='waiting', max_length=10, verbose_name='state')),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='why it was not accepted')),
                ('handed_in_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='handed in')),
                ('decided_at', models.DateTimeField(null=True, verbose_name='decided')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
                ('file', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.file', verbose_name='paper')),
                ('handed_in_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fee_proofs', to=settings.AUTH_USER_MODEL, verbose_name='handed in by')),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proofs', to='fees.feenotice', verbose_name='fee notice')),
            ],
            options={
                'verbose_name': 'proof of transfer',
                'verbose_name_plural': 'proofs of transfer',
                'ordering': ['handed_in_at', 'pk'],
                'default_permissions': (),
                'indexes': [models.Index(condition=models.Q(('state', 'waiting')), fields=['handed_in_at', 'id'], name='fees_proof_queue')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decided_by', None), ('state', 'waiting')), models.Q(models.Q(('state', 'waiting'), _negated=True), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='fees_proof_decided_by_somebody', violation_error_message='A proof that was decided says by whom and when.'), models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='fees_proof_amount_above_nothing', violation_error_message='An amount is above nothing.')],
            },
        ),
        migrations.CreateModel(
            name='Relief',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('waiver', 'Waiver'), ('refund', 'Refund')], max_length=8, verbose_name='what it is')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=16, verbose_name='amount')),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='reason')),
                ('state', models.CharField(choices=[('proposed', 'Waits for a second person'), ('approved', 'Approved'), ('rejected', 'Not approved'), ('executed', 'Transferred')], default='proposed', max_length=10, verbose_name='state')),
                ('proposed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='proposed')),
                ('decided_at', models.DateTimeField(null=True, verbose_name='decided')),
                ('executed_on', models.DateField(null=True, verbose_name='transferred on')),
                ('reference', models.CharField(blank=True, max_length=100, verbose_name='reference of the bank')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
                ('executed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='transferred by')),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reliefs', to='fees.feenotice', verbose_name='fee notice')),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by')),
            ],
            options={
                'verbose_name': 'waiver or refund',
                'verbose_name_plural': 'waivers and refunds',
                'ordering': ['proposed_at', 'pk'],
                'default_permissions': (),
                'indexes': [models.Index(condition=models.Q(('state__in', ['proposed', 'approved'])), fields=['proposed_at', 'id'], name='fees_relief_queue')],
                'constraints': [models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='fees_relief_above_nothing', violation_error_message='An amount is above nothing.'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('decided_by', None), ('state', 'proposed')), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('state', 'rejected')), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), models.Q(('decided_by', models.F('proposed_by')), _negated=True)), _connector='OR'), name='fees_relief_approved_by_another', violation_error_message='What one person proposes another approves.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'refund'), ('state', 'executed'), ('executed_by__isnull', False), ('executed_on__isnull', False)), models.Q(models.Q(('state', 'executed'), _negated=True), ('executed_by', None), ('executed_on', None)), _connector='OR'), name='fees_relief_only_refunds_are_transferred', violation_error_message='A refund that was transferred says by whom and when.')],
            },
        ),
        migrations.CreateModel(
            name='FeeLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('words_zh', models.CharField(blank=True, max_length=200, verbose_name='in Chinese')),
                ('words_en', models.CharField(blank=True, max_length=200, verbose_name='in English')),
                ('words_ru', models.CharField(blank=True, max_length=200, verbose_name='in Russian')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=16, verbose_name='amount')),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='fees.feenotice', verbose_name='fee notice')),
            ],
            options={
                'verbose_name': 'line of a fee notice',
                'verbose_name_plural': 'lines of a fee notice',
                'ordering': ['position'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('notice', 'position'), name='fees_line_one_a_place', violation_error_message='Another line stands in this place.'), models.CheckConstraint(condition=models.Q(('amount__gt', 0), models.Q(('words_en', ''), ('words_ru', ''), ('words_zh', ''), _negated=True)), name='fees_line_says_what_for', violation_error_message='A line says what it is for, and its amount is above nothing.')],
            },
        ),
        migrations.CreateModel(
            name='Payment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=16, verbose_name='amount received')),
                ('received_on', models.DateField(verbose_name='received on')),
                ('reference', models.CharField(blank=True, max_length=100, verbose_name='reference of the bank')),
                ('confirmed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='confirmed')),
                ('confirmed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by')),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='fees.feenotice', verbose_name='fee notice')),
                ('proof', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='payment', to='fees.proof', verbose_name='proof of transfer')),
            ],
            options={
                'verbose_name': 'confirmed payment',
                'verbose_name_plural': 'confirmed payments',
                'ordering': ['confirmed_at', 'pk'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['confirmed_at', 'id'], name='fees_payment_in_order')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('reference', ''), _negated=True), fields=('notice', 'reference'), name='fees_payment_counted_once', violation_error_message='A payment with this reference is confirmed already.'), models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='fees_payment_above_nothing', violation_error_message='An amount is above nothing.')],
            },
        ),
    ]
